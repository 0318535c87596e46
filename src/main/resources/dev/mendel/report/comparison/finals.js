/* Final scores */

const finals = section(
  "finals",
  "Final scores",
  "Every winner by the score that the search saw, which is optimistic, and by what it came to on data that no search has seen.",
);
const kinds = [
  ["score of the search", run => run.best],
  ["test of the run", run => run.test],
  ["other folds", run => run.foldsAgain?.mean],
  ["fresh pairs", run => run.freshPairs?.mean],
].filter(([, of]) => runs.some(run => Number.isFinite(of(run))));
if (!kinds.length) nothing(finals, "No run has a score yet.");
else {
  const chosen = choice(
      "finals score",
      kinds.map(([text]) => [text, text[0].toUpperCase() + text.slice(1)]),
      kinds.at(-1)[0],
    ),
    of = run => kinds.find(([text]) => text === chosen.value)[1](run);
  const room = v => Math.max((v.max - v.min) / 8, Math.abs(v.max) / 200, 1e-9);
  const having = () => arms.filter(arm => arm.runs.some(run => Number.isFinite(of(run)))),
    numbers = arm => arm.runs.map(of).filter(Number.isFinite).map(value);
  const spreadOut = i => (((i * 0.6180339887 + 0.5) % 1) - 0.5) * 0.4;
  chart(finals, {
    name: "finals",
    title: "Scores of the winners",
    height: 400,
    controls: [radio("score", chosen)],
    note: () =>
      "Each point is a run's winner; boxes are quartiles, median and extremes of strategies with five runs or more.",
    option: c => ({
      xAxis: [
        axis(c, "", {
          type: "category",
          data: having().map(arm => arm.name),
          axisLabel: {interval: 0, width: 180, overflow: "truncate"},
        }),
        {type: "value", min: -0.5, max: having().length - 0.5, show: false},
      ],
      yAxis: scores(c, {
        min: v => v.min - room(v),
        max: v => v.max + room(v),
        axisLabel: {showMinLabel: false, showMaxLabel: false},
      }),
      grid: {left: 64, right: 24, top: 14, bottom: 34},
      tooltip: {
        formatter: p =>
          p.data.run
            ? `${escape(p.data.run.run)}<br><b>${read(p.data.value[1])}</b><br>${escape(p.data.run.winner)}`
            : "",
      },
      series: [
        {
          type: "boxplot",
          boxWidth: [20, 80],
          itemStyle: {color: c.empty, borderColor: c.soft, borderWidth: 1.3},
          data: having().map(arm =>
            numbers(arm).length > 4 ? box(numbers(arm)) : [NaN, NaN, NaN, NaN, NaN],
          ),
        },
        ...having().map((arm, a) => ({
          name: arm.name,
          type: "scatter",
          xAxisIndex: 1,
          z: 4,
          symbol: symbols[arms.indexOf(arm) % symbols.length],
          symbolSize: 10,
          itemStyle: {color: c.of(arms.indexOf(arm)), opacity: 0.8},
          data: arm.runs
            .filter(run => Number.isFinite(of(run)))
            .map((run, i) => ({
              value: [a + (arm.runs.length > 1 ? spreadOut(i) : 0), value(of(run))],
              run,
            })),
        })),
      ],
    }),
    numbers: () => ({
      heads: ["strategy", "run", ...kinds.map(([text]) => text), "winner"],
      rows: arms.flatMap(arm =>
        arm.runs.map(run => [arm.name, run.run, ...kinds.map(([, of]) => score(of(run))), run.winner ?? "–"]),
      ),
    }),
  });
  tableCard(finals, {
    name: "finals-means",
    title: "Means ± standard errors",
    numbers: {
      heads: ["strategy", ...kinds.map(([text]) => text)],
      rows: arms.map(arm => [
        arm.name,
        ...kinds.map(([, of]) => {
          const all = arm.runs.map(of).filter(Number.isFinite);
          return all.length ? score(mean(all)) + (all.length > 1 ? " ± " + distance(error(all)) : "") : "–";
        }),
      ]),
    },
  });
}
testTable(finals, share ? ", points" : "", x => read(value(x)));
