/* Runs */

const every = section(
  "runs",
  "Runs",
  "Taken over: trials that another of these runs had finished, and that were not evaluated again; their time counts all the same.",
);
tableCard(every, {
  name: "runs",
  title: plural(runs.length, "run"),
  numbers: {
    heads: [
      "strategy",
      "seed",
      "trials",
      "failed",
      "taken over",
      "compute",
      "hypervolume",
      "of the reference",
      "points",
      "found",
      "distance",
      "run",
    ],
    rows: arms.flatMap(arm =>
      arm.runs.map(run => [
        arm.name,
        run.seed,
        run.trials,
        run.failed,
        run.takenOver,
        time(run.computeSeconds),
        short(run.hypervolume),
        percent(run.share ?? NaN),
        run.front.length,
        found(run),
        short(run.distance ?? NaN),
        runLink(run),
      ]),
    ),
  },
});
