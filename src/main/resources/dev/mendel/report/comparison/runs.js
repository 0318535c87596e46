/* Runs */

const every = section(
  "runs",
  "Runs",
  "Taken over: trials that another of these runs had finished, and that were not trained again; their time counts all the same.",
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
      unit,
      "rank",
      "test",
      "fresh pairs",
      "winner",
      "run",
    ],
    rows: arms.flatMap(arm =>
      arm.runs.map(each => [
        arm.name,
        each.seed,
        each.trials,
        each.failed,
        each.takenOver,
        time(each.computeSeconds),
        score(each.best),
        whole(each.rank ?? NaN),
        score(each.test),
        each.freshPairs ? score(each.freshPairs.mean) + " ± " + distance(each.freshPairs.standardError) : "–",
        each.winner ?? "–",
        runLink(each),
      ]),
    ),
  },
});
