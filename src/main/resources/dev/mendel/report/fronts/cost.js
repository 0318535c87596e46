/* Cost */

const costs = section(
  "costs",
  "Results and cost",
  "Medians over the runs, quartiles in brackets. Found: points of the reference that a run has a trial for that is as good in all objectives. Distance: the mean way from the reference's points to the nearest point of the front, by what is worse alone (IGD+), on the scale of hypervolumes; 0 where nothing is missing.",
);
tableCard(costs, {
  name: "costs",
  title: "Results and cost by strategy",
  numbers: {
    heads: [
      "strategy",
      "runs",
      "hypervolume",
      "of the reference",
      "points",
      `found, of ${whole(points.length)}`,
      "distance",
      "trials",
      "folds × epochs",
      "compute",
      "of the grid's",
      "wall time",
    ],
    rows: arms.map(arm => [
      arm.name,
      arm.runs.length,
      spread(arm, run => run.hypervolume, short),
      spread(arm, run => run.share ?? NaN, percent),
      spread(arm, run => run.front.length, whole),
      spread(arm, run => run.found, whole),
      spread(arm, run => run.distance ?? NaN, short),
      spread(arm, run => run.trials, whole),
      spread(arm, run => run.passes, whole),
      spread(arm, run => run.computeSeconds, time),
      ofGrid(arm, run => run.computeSeconds),
      spread(arm, run => run.wallSeconds, time),
    ]),
  },
});
