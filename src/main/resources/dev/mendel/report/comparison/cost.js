/* Cost */

const costs = section(
  "costs",
  "Results and cost",
  "Medians over the runs, quartiles in brackets. Budgets are counted in trials, in passes over the training data (folds × epochs), in the trainings' own seconds, and by the clock. Rank: the place of the winner's configuration in the complete grid.",
);
tableCard(costs, {
  name: "costs",
  title: "Cost by strategy",
  numbers: {
    heads: [
      "strategy",
      "runs",
      "trials",
      "folds × epochs",
      "compute",
      "of the grid's",
      "wall time",
      unit,
      "rank in the grid",
    ],
    rows: arms.map(arm => [
      arm.name,
      arm.runs.length,
      spread(arm, run => run.trials, whole),
      spread(arm, run => run.passes, whole),
      spread(arm, run => run.computeSeconds, time),
      ofGrid(arm, run => run.computeSeconds),
      spread(arm, run => run.wallSeconds, time),
      spread(arm, run => run.best, score),
      spread(arm, run => run.rank ?? NaN, whole),
    ]),
  },
});
const ranked = arms.filter(arm => arm.runs.some(run => run.rank !== null));
if (ranked.length)
  chart(costs, {
    name: "ranks",
    title: "Rank of the winners in the complete grid",
    height: 110 + 46 * ranked.length,
    note: () =>
      "Each point is a run; 1 is the best point of the grid. Winners that are no point of the grid have no rank.",
    option: c => ({
      grid: {left: 150, right: 32, top: 12, bottom: 48},
      xAxis: axis(c, "rank (log)", {
        type: "log",
        min: 0.8,
        axisLabel: {formatter: short, showMinLabel: false},
      }),
      yAxis: axis(c, "", {
        type: "category",
        inverse: true,
        data: ranked.map(arm => arm.name),
        axisLabel: {interval: 0, width: 130, overflow: "truncate"},
      }),
      tooltip: {
        formatter: p =>
          `${escape(p.data.run.run)}<br>rank <b>${whole(p.data.run.rank)}</b> of ${whole(grid.points)}<br>${escape(p.data.run.winner)}`,
      },
      series: ranked.map(arm => ({
        type: "scatter",
        symbol: symbols[arms.indexOf(arm) % symbols.length],
        symbolSize: 11,
        itemStyle: {color: c.of(arms.indexOf(arm)), opacity: 0.75},
        data: arm.runs.filter(run => run.rank !== null).map(run => ({value: [run.rank, arm.name], run})),
      })),
    }),
    numbers: () => ({
      heads: ["strategy", "run", "rank", unit, "winner"],
      rows: ranked.flatMap(arm =>
        arm.runs.map(run => [arm.name, run.run, whole(run.rank ?? NaN), score(run.best), run.winner ?? "–"]),
      ),
    }),
  });
