/* Best configurations */

const tested = best.some(each => each.test !== null),
  several = best.some(each => each.folds.length > 1);
const bests = section(
  "best",
  severalGoals ? "Best by " + word : "Best configurations",
  [
    front && front.limits.length ? "Trials within the constraints alone." : "",
    winner && winner.folds.length > 1
      ? `Each ${word} is the mean over ${plural(winner.folds.length, subject.part)} ± their standard deviation.`
      : "",
    `The winner's ${word} is optimistic: it is the best of many, and so the luckiest too.`,
    tested ? subject.test : "",
  ]
    .filter(Boolean)
    .join(" "),
);
if (!winner)
  nothing(bests, waiting + (failures.failures.length ? " Why is told below, under Failures." : ""));
else {
  const columns = hyperparameters.length <= 9,
    measures = Object.keys(winner.measures)
      .filter(name => best.some(each => each.measures[name] !== each.score))
      .slice(0, Math.max(1, 12 - 6 - (columns ? hyperparameters.length : 1)));
  const others = ["rank", word, "±", "test", "seconds", "generation", "trial", "configuration"];
  tableCard(bests, {
    name: "best",
    title: `The best ${best.length} of ${plural(done.length, "finished trial")}`,
    numbers: {
      heads: [
        "rank",
        word,
        ...(several ? ["±"] : []),
        ...(tested ? ["test"] : []),
        ...(columns ? parameters(others) : ["configuration"]),
        ...named("measure", measures, [...others, ...hyperparameters.map(hp => hp.name)]),
        "seconds",
        ...(bred ? ["generation"] : []),
        "trial",
      ],
      rows: best.map((each, i) => [
        i + 1,
        score(each.score),
        ...(several ? [figure(each.deviation)] : []),
        ...(tested ? [score(each.test)] : []),
        ...(columns
          ? hyperparameters.map(hp => (Object.hasOwn(each.configuration, hp.name) ? each.configuration[hp.name] : "–"))
          : [
              Object.entries(each.configuration)
                .map(pair => pair.join("="))
                .join(" "),
            ]),
        ...measures.map(name => short(each.measures[name])),
        fixed(each.seconds, 1),
        ...(bred ? [each.generation] : []),
        each.trial,
      ]),
    },
  });
}
