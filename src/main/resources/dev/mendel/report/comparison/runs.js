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
      arm.runs.map(run => [
        arm.name,
        run.seed,
        run.trials,
        run.failed,
        run.takenOver,
        time(run.computeSeconds),
        score(run.best),
        whole(run.rank ?? NaN),
        score(run.test),
        run.freshPairs ? score(run.freshPairs.mean) + " ± " + distance(run.freshPairs.standardError) : "–",
        run.winner ?? "–",
        data.links?.run
          ? element("a", {href: data.links.run.replace("{run}", encodeURIComponent(run.run))}, run.run)
          : run.run,
      ]),
    ),
  },
});
