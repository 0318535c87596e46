/* The colours: the system's, or as chosen; paper is light. */
const root = document.documentElement,
  redrawn = () => drawn.forEach(each => each.draw());
let printing = false,
  before = "auto";
function dye(chosen) {
  if (chosen === "auto") root.removeAttribute("data-colours");
  else root.dataset.colours = chosen;
}
function paper(on) {
  if (printing === on) return;
  printing = on;
  if (on) before = root.dataset.colours ?? "auto";
  dye(on ? "light" : before);
  drawn.forEach(each => {
    const small = each.figure.closest(".small");
    each.fit(on ? (small ? PAPER / 2 - 34 : PAPER - 20) : "auto");
    each.made.getZr().flush();
  });
}
/* Once, before the first drawing. */
function open() {
  const asked =
      new URLSearchParams(location.search).get("colours") ??
      location.hash.match(/^#colours=(light|dark)$/)?.[1],
    chosen = choice(
      "colours",
      [
        ["auto", "Auto"],
        ["light", "Light"],
        ["dark", "Dark"],
      ],
      asked ?? "auto",
    ),
    control = radio("Colours of the page", chosen),
    group = control.make(value => {
      chosen.value = value;
      control.fill(group);
      dye(value);
      redrawn();
    });
  control.fill(group);
  document.getElementById("colours").append(group);
  if (asked) dye(asked);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redrawn);
  addEventListener("resize", () => drawn.forEach(each => each.fit()));
  addEventListener("beforeprint", () => paper(true));
  addEventListener("afterprint", () => paper(false));
  addEventListener("hashchange", () => reach(location.hash));
}

/* The number of shapes of a chart's series, and what is drawn at all, for tests of the page. */
const shapes = made => {
  let count = 0;
  made._chartsViews.forEach(view =>
    view.group.traverse(child => {
      if (!child.isGroup) count++;
    }),
  );
  return count;
};
function tell() {
  const all = [...drawn.values()],
    told = document.body.dataset;
  told.drawings = drawing;
  told.charts = all.length;
  told.empty = all
    .filter(each => shapes(each.made) === 0)
    .map(each => each.name)
    .join(" ");
  told.ink = colours().ink;
}
/* Draws the page, or draws it again with newer data. */
function draw(data, page) {
  current = data;
  begin();
  if (drawing === 1) open();
  page(data);
  sweep();
  drawn.forEach((each, figure) => {
    if (figure.isConnected) return;
    each.made.dispose();
    drawn.delete(figure);
  });
  tell();
  if (drawing === 1) reach(location.hash);
}
/* Draws the page again with the data that it has. */
const again = page => draw(current, page);
