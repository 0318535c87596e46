/* The page of a comparison: what its sections share, and its head. */
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
  grid = reference.grid;
const runs = arms.flatMap(arm => arm.runs),
  {share, direction} = comparison.unit,
  less = direction === "MINIMISE",
  word = less ? "value" : "score";
/* Values are the objective's own. Where less is better the axes are turned, so that better is always up: `value` is where one is drawn, `score` what is read. */
const value = x => (Number.isFinite(x) ? (share ? 100 * x : x) : null),
  read = v => (share ? fixed(v, 2) : short(v)),
  score = x => (Number.isFinite(x) ? read(value(x)) : "–");
const distance = x => (share ? fixed(100 * x, 2) : short(x)),
  scores = (c, extra = {}) =>
    axis(c, unit, {
      type: "value",
      scale: true,
      inverse: less,
      nameGap: 46,
      ...extra,
      axisLabel: {...(share ? {} : {formatter: read}), ...extra.axisLabel},
    });
const unit = share ? "score, %" : word + (less ? " (less is better)" : ""),
  whole = n => (Number.isFinite(n) ? Math.round(n).toLocaleString("en") : "–"),
  plural = (n, word) => whole(n) + " " + word + (n === 1 ? "" : "s");
const escape = text => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
  dashes = ["solid", "dashed", "dotted"],
  symbols = ["circle", "rect", "triangle", "diamond", "pin", "arrow"];
const isGrid = arm => grid !== null && arm.runs.some(run => run.run === grid.run);
const error = xs => (xs.length < 2 ? 0 : frame.deviation(xs) / Math.sqrt(xs.length));
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

frame.head(
  comparison.experiment,
  "comparison of " +
    plural(runs.length, "run") +
    ": " +
    arms.map(arm => arm.runs.length + " × " + arm.name).join(", "),
);
frame.tiles([
  [
    grid ? "best of the grid" : "best of these runs",
    score(reference.best) + (share ? " %" : ""),
    reference.configuration,
  ],
  ...(grid
    ? [
        [
          "grid",
          plural(grid.points, "point"),
          `${time(grid.computeSeconds)} of training` + (grid.failed ? `, ${whole(grid.failed)} failed` : ""),
        ],
      ]
    : []),
  ...arms
    .filter(arm => !isGrid(arm))
    .slice(0, 3)
    .map(arm => [
      arm.name,
      `${arm.runs.filter(run => run.veryNear !== null).length} of ${arm.runs.length}`,
      (share ? "within 0.5 points of it" : "within 0.5 % of it") +
        (grid
          ? ", after " + ofGrid(arm, run => run.veryNear?.computeSeconds) + " of the grid's compute"
          : ""),
    ]),
]);
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
