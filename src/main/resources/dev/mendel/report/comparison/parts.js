/* What pages of comparisons share. */
const {
  element,
  fixed,
  short,
  time,
  mean,
  quantile,
  box,
  put,
  choice,
  section,
  nothing,
  tableCard,
  radio,
  chart,
  axis,
  legend,
  band,
} = frame;
const {comparison} = data,
  {arms, reference, differences} = comparison,
  grid = reference.grid,
  runs = arms.flatMap(arm => arm.runs);
const whole = n => (Number.isFinite(n) ? Math.round(n).toLocaleString("en") : "–"),
  plural = (n, word) => whole(n) + " " + word + (n === 1 ? "" : "s");
const escape = text => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
  dashes = ["solid", "dashed", "dotted"],
  symbols = ["circle", "rect", "triangle", "diamond", "pin", "arrow"];
const isGrid = arm => grid !== null && arm.runs.some(run => run.run === grid.run);
/* The median of those that have the number, with quartiles where there are several different ones. */
const spread = (arm, number, show) => {
  const numbers = arm.runs
    .map(number)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  if (!numbers.length) return "–";
  const [low, middle, high] = [0.25, 0.5, 0.75].map(q => quantile(numbers, q));
  return low === high ? show(middle) : `${show(middle)} (${show(low)}–${show(high)})`;
};
const ofGrid = (arm, seconds) =>
  grid && grid.computeSeconds > 0
    ? spread(
        arm,
        run => {
          const s = seconds(run);
          return Number.isFinite(s) ? (100 * s) / grid.computeSeconds : NaN;
        },
        x => fixed(x, 1) + "%",
      )
    : "–";
const runLink = each =>
  data.links?.run
    ? element("a", {href: data.links.run.replace("{run}", encodeURIComponent(each.run))}, each.run)
    : each.run;
const heading = () =>
  frame.head(
    comparison.experiment,
    "comparison of " +
      plural(runs.length, "run") +
      ": " +
      arms.map(arm => arm.runs.length + " × " + arm.name).join(", "),
  );
const reading = () =>
  put(
    document.getElementById("main"),
    "reading",
    element(
      "p",
      {className: "lead", style: "margin-top:18px"},
      element("b", {}, "A fair reading. "),
      data.fairReading,
    ),
  );
/* What differs between two strategies, `difference` as it is read. */
const testTable = (owner, unit, difference) => {
  if (differences.length)
    tableCard(owner, {
      name: "differences",
      title: "Differences between strategies",
      numbers: {
        heads: ["strategies", "of", "difference" + unit, "numbers", "test", "p", "p after Holm"],
        rows: differences.map(each => [
          `${each.one} − ${each.other}`,
          each.of,
          (each.difference > 0 ? "+" : "") + difference(each.difference),
          each.count,
          each.test,
          each.pValue === null ? "–" : fixed(each.pValue, 3),
          each.adjusted === null ? "–" : fixed(each.adjusted, 3),
        ]),
      },
    });
};
