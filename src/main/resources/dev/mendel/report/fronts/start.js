/* The page of a comparison by fronts: what its sections share, and its head. */
const goals = comparison.objectives,
  goalLess = k => goals[k].direction === "MINIMISE",
  goalName = k => goals[k].name + (goalLess(k) ? " (less is better)" : ""),
  points = reference.points,
  found = run => `${whole(run.found)} of ${whole(points.length)}`,
  percent = x => (Number.isFinite(x) ? fixed(100 * x, 1) + "%" : "–");
/* A hypervolume as it is drawn and read: more is better. */
const less = false,
  unit = "hypervolume",
  value = x => (Number.isFinite(x) ? x : null),
  score = short,
  scores = (c, extra = {}) => axis(c, unit, {type: "value", scale: true, nameGap: 46, ...extra});
const course = {
  title: "Hypervolume",
  lead: "The share of the scale's space that some trial of the front so far dominates. Over the runs of each strategy: the line is the median, the band reaches from the lower to the upper quartile. Compute seconds are the trials' own time, whichever run they were made for.",
  chart: "Hypervolume of the front so far, by strategy",
  note: `The scale, from 0 to 1: ${goals.map(goal => `${goal.name} ${short(goal.zero)} to ${short(goal.one)}${goal.scale === "LOG" ? " (log)" : ""}`).join(", ")}.`,
  best: value(reference.hypervolume),
  bestName: grid ? "exact front of the grid" : "front of all these runs",
};

heading();
frame.tiles([
  [
    grid ? "exact front of the grid" : "front of all these runs",
    plural(points.length, "point"),
    `hypervolume ${short(reference.hypervolume)}`,
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
      spread(arm, run => run.share ?? NaN, percent),
      `of the reference's hypervolume, ${spread(arm, run => run.found, whole)} of its points`,
    ]),
]);
reading();
