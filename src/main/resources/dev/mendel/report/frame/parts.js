/* A page is drawn again and again, with newer data each time. What a drawing asks for by the same owner and key as
   the last one stays as it is, in its place; what it does not ask for goes. */
const owners = new WeakMap(),
  choices = new Map();
let drawing = 0,
  visited = [];
const owned = owner => {
  if (!owners.has(owner)) owners.set(owner, {parts: new Map(), before: owner.lastElementChild});
  const all = owners.get(owner);
  if (all.drawing !== drawing) {
    Object.assign(all, {drawing, last: all.before, asked: new Set()});
    visited.push(owner);
  }
  return all;
};
const settle = (owner, key, node) => {
  const all = owned(owner),
    follows =
      node.parentNode === owner &&
      (!all.last || all.last.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (!follows) all.last ? all.last.after(node) : owner.prepend(node);
  all.parts.set(key, node);
  all.asked.add(key);
  all.last = node;
  owned(node);
  return node;
};
/* A part that lasts: made once. */
const part = (owner, key, make) => settle(owner, key, owned(owner).parts.get(key) ?? make());
/* A part that only shows something: made each time. */
const put = (owner, key, node) => {
  const old = owned(owner).parts.get(key);
  if (old?.isEqualNode(node)) return settle(owner, key, old);
  old?.replaceWith(node);
  return settle(owner, key, node);
};
const sweep = () => {
  visited.forEach(owner => {
    const all = owners.get(owner);
    [...all.parts]
      .filter(([key]) => !all.asked.has(key))
      .forEach(([key, node]) => {
        node.remove();
        all.parts.delete(key);
      });
  });
  visited = [];
};
const begin = () => {
  drawing++;
  document.querySelector("#main > noscript")?.remove();
};

/* What a reader has chosen among what is offered, pairs of value and text: it stays as long as it is offered. */
const choice = (key, offered, first = offered[0]?.[0]) => ({
  offered,
  get value() {
    const chosen = choices.get(key);
    return offered.some(([value]) => value === chosen) ? chosen : first;
  },
  set value(chosen) {
    choices.set(key, chosen);
  },
});
/* Controls of a chart: `choice` is what they change. */
const radio = (label, choice) => ({
  label,
  choice,
  make: change => {
    const group = element("div", {className: "group", role: "group", "aria-label": label});
    group.addEventListener("click", event => {
      const button = event.target.closest("button");
      if (button) change(button.value);
    });
    return group;
  },
  fill: group => {
    const buttons = choice.offered.map(([value, text]) => element("button", {type: "button", value}, text));
    if (buttons.map(plain).join("\n") !== [...group.children].map(plain).join("\n"))
      group.replaceChildren(...buttons);
    [...group.children].forEach(button =>
      button.setAttribute("aria-pressed", String(button.value === choice.value)),
    );
  },
});
const select = (label, choice) => ({
  label,
  choice,
  make: change =>
    element(
      "label",
      {},
      label + " ",
      element("select", {"aria-label": label, onchange: event => change(event.target.value)}),
    ),
  fill: made => {
    const list = made.querySelector("select"),
      options = choice.offered.map(([value, text]) => new Option(text, value));
    if (options.length !== list.length || options.some((option, i) => !option.isEqualNode(list[i])))
      list.replaceChildren(...options);
    list.value = choice.value;
  },
});

/* Parts of a page. */
function section(id, title, lead) {
  const made = part(document.getElementById("main"), id, () =>
    element("section", {id, "aria-labelledby": id + "-title"}, element("h2", {id: id + "-title"})),
  );
  made.firstElementChild.textContent = title;
  put(document.getElementById("contents"), id, element("li", {}, element("a", {href: "#" + id}, title)));
  if (lead) put(made, "lead", element("p", {className: "lead"}, lead));
  return made;
}
const nothing = (owner, text) => put(owner, "nothing", element("p", {className: "nothing"}, text));
const note = (owner, text) => text && put(owner, "note", element("p", {className: "note"}, text));
const head = (title, about) => {
  document.getElementById("title").textContent = title;
  document.getElementById("about").textContent = about;
};
const tiles = list =>
  put(
    document.getElementById("main"),
    "tiles",
    element(
      "div",
      {className: "tiles"},
      ...list.map(([what, value, more]) =>
        element(
          "div",
          {className: "tile"},
          element("span", {className: "what"}, what),
          element("b", {}, value),
          element("span", {}, more ?? ""),
        ),
      ),
    ),
  );
const facts = (owner, entries) =>
  put(
    owner,
    "facts",
    element(
      "dl",
      {},
      ...entries.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]),
    ),
  );
