/* Tables: sorted, searched and turned over by pages. One with a column `trial` leads to the trials' own places. */
const ROWS = 100,
  FIGURE = /^[-+–]?[\d.,]+(e[-+]?\d+)?( ± [\d.,e+-]+)?%?$/,
  lacking = cell => /^(–|failed|no value|stopped at rung \d+|)$/.test(plain(cell)),
  numeric = column =>
    column.some(cell => !lacking(cell)) && column.every(cell => lacking(cell) || FIGURE.test(plain(cell)));
const addressOf = trial => current.links?.trial?.replace("{trial}", trial) ?? "#trial-" + trial;
let entries = null;
/* Leads to a trial: to its own page where there are such pages, else to its row in the table of all trials. */
function follow(trial) {
  const address = addressOf(trial);
  if (address === location.hash) reach(address);
  else location.assign(address);
}
/* Shows the row that an address means. */
function reach(address) {
  const trial = address.match(/^#trial-(\d+)$/)?.[1];
  if (trial !== undefined && entries) entries.jump(Number(trial));
}

/* `anchored`: its rows are the trials' own places. */
function tableOf(caption, anchored) {
  const state = {by: null, up: false, page: 0, words: "", found: null};
  let heads = [],
    rows = [],
    right = [],
    shown = [];
  const top = element("tr"),
    body = element("tbody"),
    scroll = element(
      "div",
      {className: "scroll", tabindex: "0", role: "region", "aria-label": caption},
      element("table", {}, element("caption", {hidden: ""}, caption), element("thead", {}, top), body),
    );
  const number = cell => parseFloat(plain(cell).replaceAll(",", "").replace(/^–/, "-"));
  /* What is shown in words and sorted by a number tells it: data-order. */
  const ordinal = cell => Number(cell?.dataset?.order ?? NaN);
  const order = i => (a, b) => {
    const [one, other] = [a[i], b[i]];
    if (!Number.isNaN(ordinal(one)) || !Number.isNaN(ordinal(other)))
      return (
        Number.isNaN(ordinal(one)) - Number.isNaN(ordinal(other)) || (state.up ? 1 : -1) * (ordinal(one) - ordinal(other))
      );
    if (!right[i]) return (state.up ? 1 : -1) * plain(one).localeCompare(plain(other));
    const [x, y] = [number(one), number(other)];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) - Number.isNaN(y);
    return (state.up ? 1 : -1) * (x - y);
  };
  const pages = () => Math.max(1, Math.ceil(shown.length / ROWS)),
    trialAt = () => heads.indexOf("trial");
  const arrange = () => {
    const words = state.words.toLowerCase().split(/\s+/).filter(Boolean),
      by = heads.indexOf(state.by);
    shown = words.length
      ? rows.filter(row => {
          const text = row.map(plain).join(" ").toLowerCase();
          return words.every(word => text.includes(word));
        })
      : rows;
    if (by >= 0) shown = [...shown].sort(order(by));
    state.page = Math.min(state.page, pages() - 1);
  };
  const cellOf = (cell, i, trial) =>
    element(
      "td",
      {className: right[i] ? "number" : plain(cell).length > 60 ? "long" : ""},
      i === trialAt() && plain(cell) !== ""
        ? element("a", {href: addressOf(trial)}, plain(cell))
        : cell instanceof Node
          ? cell.cloneNode(true)
          : plain(cell),
    );
  const rowOf = row => {
    const trial = trialAt() < 0 ? undefined : plain(row[trialAt()]);
    return element(
      "tr",
      {
        id: anchored ? "trial-" + trial : undefined,
        "data-trial": trial,
        className: trial !== undefined && Number(trial) === state.found ? "found" : "",
      },
      ...row.map((cell, i) => cellOf(cell, i, trial)),
    );
  };
  const heading = (name, i) =>
    element(
      "th",
      {
        scope: "col",
        className: right[i] ? "number" : "",
        "aria-sort": state.by === name ? (state.up ? "ascending" : "descending") : undefined,
      },
      element("button", {type: "button", title: "sort by this column", value: name}, name),
    );
  const pager = element("div", {className: "pager"}),
    told = element("span", {role: "status"}),
    words = element("input", {
      type: "search",
      placeholder: "Search",
      "aria-label": caption + ": search",
      oninput: event => {
        state.words = event.target.value;
        state.page = 0;
        fill();
      },
    }),
    asked = element("input", {
      type: "number",
      min: "0",
      placeholder: "Trial",
      "aria-label": caption + ": go to trial",
      onchange: event => event.target.value !== "" && jump(Number(event.target.value)),
    }),
    turn = (text, label, to) => {
      const button = element(
        "button",
        {
          type: "button",
          "aria-label": caption + ": " + label,
          onclick: () => {
            state.page = to();
            fill();
            scroll.scrollTop = 0;
          },
        },
        text,
      );
      pager.append(button);
      return button;
    };
  const first = turn("«", "first page", () => 0),
    back = turn("‹", "previous page", () => state.page - 1),
    on = turn("›", "next page", () => state.page + 1),
    last = turn("»", "last page", () => pages() - 1);
  back.after(told);
  pager.append(words, asked);
  function fill() {
    arrange();
    const at = scroll.scrollTop,
      focused = top.contains(document.activeElement) ? document.activeElement.value : null,
      begins = state.page * ROWS,
      page = shown.slice(begins, begins + ROWS);
    top.replaceChildren(...heads.map(heading));
    body.replaceChildren(...page.map(rowOf));
    scroll.scrollTop = at;
    if (focused) [...top.querySelectorAll("button")].find(button => button.value === focused)?.focus();
    pager.hidden = rows.length <= ROWS;
    asked.hidden = trialAt() < 0;
    first.disabled = back.disabled = state.page === 0;
    on.disabled = last.disabled = state.page === pages() - 1;
    told.textContent =
      (shown.length ? `${(begins + 1).toLocaleString("en")}–${(begins + page.length).toLocaleString("en")} of ` : "") +
      shown.length.toLocaleString("en") +
      (shown.length < rows.length ? " found" : "");
  }
  function jump(trial) {
    const isIt = row => Number(plain(row[trialAt()])) === trial;
    if (!rows.some(isIt)) {
      told.textContent = "no trial " + trial;
      return;
    }
    if (!shown.some(isIt)) {
      state.words = words.value = "";
      arrange();
    }
    state.page = Math.floor(shown.findIndex(isIt) / ROWS);
    state.found = trial;
    fill();
    body.querySelector(".found")?.scrollIntoView({block: "center"});
  }
  top.addEventListener("click", event => {
    const name = event.target.closest("button")?.value;
    if (name === undefined) return;
    state.up = state.by === name ? !state.up : !right[heads.indexOf(name)];
    state.by = name;
    fill();
  });
  body.addEventListener("click", event => {
    const trial = event.target.closest("tr")?.dataset.trial;
    if (trial !== undefined && !event.target.closest("a") && getSelection().isCollapsed) follow(trial);
  });
  return {
    node: element("div", {}, scroll, pager),
    jump,
    update: numbers => {
      ({heads, rows} = numbers);
      right = heads.map((_, i) => numeric(rows.slice(0, 200).map(row => row[i])));
      scroll.classList.toggle("leads", trialAt() >= 0);
      fill();
    },
  };
}

const tables = new WeakMap();
const csvButton = (name, numbers, title) =>
  element(
    "button",
    {
      type: "button",
      "aria-label": title + ": save the numbers as CSV",
      onclick: () => save(file(name, "csv"), csv(numbers()), "text/csv"),
    },
    "CSV",
  );
/* A table with its title; `anchored`: it holds the trials' own places. */
function tableCard(owner, {name, title, numbers, anchored = false}) {
  const figure = part(owner, "table " + name, () => {
    const table = tableOf(title, anchored),
      tools = element("div", {className: "tools"}, csvButton(name, () => tables.get(made).numbers, title)),
      made = element("figure", {}, element("div", {className: "bar"}, element("h3"), tools), table.node);
    tables.set(made, {table, numbers});
    return made;
  });
  figure.querySelector("h3").textContent = title;
  tables.get(figure).numbers = numbers;
  tables.get(figure).table.update(numbers);
  if (anchored) entries = tables.get(figure).table;
}
