/* Final hypervolumes */

const finals = section(
  "finals",
  "Final hypervolumes",
  "The front of every run at its end, and whether strategies differ by more than their seeds.",
);
const measures = [
    ["hypervolume", "Hypervolume", run => run.hypervolume],
    ["distance", "Distance to the reference", run => run.distance],
    ["found", "Points found", run => run.found],
    ["other folds", "Hypervolume under other folds", run => run.foldsAgain],
    ["fresh pairs", "Hypervolume on fresh pairs", run => run.freshPairs],
  ].filter(([, , of]) => runs.some(run => Number.isFinite(of(run)))),
  chosen = choice(
    "finals measure",
    measures.map(([key, text]) => [key, text]),
  ),
  measure = run => measures.find(([key]) => key === chosen.value)[2](run),
  having = () => arms.filter(arm => arm.runs.some(run => Number.isFinite(measure(run)))),
  numbersOf = arm => arm.runs.map(measure).filter(Number.isFinite),
  beside = i => (((i * 0.6180339887 + 0.5) % 1) - 0.5) * 0.4;
chart(finals, {
  name: "finals",
  title: "Fronts of the runs",
  height: 380,
  controls: [radio("measure", chosen)],
  note: () => "Each point is a run; boxes are quartiles, median and extremes of strategies with five runs or more.",
  option: c => ({
    xAxis: [
      axis(c, "", {
        type: "category",
        data: having().map(arm => arm.name),
        axisLabel: {interval: 0, width: 180, overflow: "truncate"},
      }),
      {type: "value", min: -0.5, max: having().length - 0.5, show: false},
    ],
    yAxis: axis(c, chosen.value, {type: "value", scale: true, nameGap: 46}),
    grid: {left: 64, right: 24, top: 14, bottom: 34},
    tooltip: {
      formatter: p => (p.data.run ? `${escape(p.data.run.run)}<br><b>${short(p.data.value[1])}</b>` : ""),
    },
    series: [
      {
        type: "boxplot",
        boxWidth: [20, 80],
        itemStyle: {color: c.empty, borderColor: c.soft, borderWidth: 1.3},
        data: having().map(arm =>
          numbersOf(arm).length > 4 ? box(numbersOf(arm)) : [NaN, NaN, NaN, NaN, NaN],
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
          .filter(run => Number.isFinite(measure(run)))
          .map((run, i) => ({value: [a + (arm.runs.length > 1 ? beside(i) : 0), measure(run)], run})),
      })),
    ],
  }),
  numbers: () => ({
    heads: ["strategy", "run", ...measures.map(([key]) => key)],
    rows: arms.flatMap(arm => arm.runs.map(run => [arm.name, run.run, ...measures.map(([, , of]) => short(of(run) ?? NaN))])),
  }),
});
testTable(finals, "", short);
