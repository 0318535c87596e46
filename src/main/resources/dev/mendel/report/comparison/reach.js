/* Reach */

const soon = section(
  "reach",
  "How soon",
  `When each run first came within 1 and within 0.5 ${share ? "points" : "%"} of the ${grid ? "grid's best" : "best of these runs"}${share ? "" : ", of the way there from the median trial"}. Runs that never did are not among the points.`,
);
const measure = choice("reach cost", [
  ["trials", "Trials"],
  ["computeSeconds", "Compute seconds"],
]);
const reaches = [
    ["near", share ? "within 1 point" : "within 1 %"],
    ["veryNear", share ? "within 0.5 points" : "within 0.5 %"],
  ],
  reached = runs.some(run => run.near !== null);
if (!reached) nothing(soon, "No run came near.");
else {
  chart(soon, {
    name: "reach",
    title: "Until near the best",
    height: 150 + 52 * arms.length,
    controls: [radio("cost", measure)],
    note: () =>
      arms
        .map(
          arm =>
            `${arm.name}: ${reaches.map(([key, text]) => `${arm.runs.filter(run => run[key] !== null).length} of ${arm.runs.length} ${text}`).join(", ")}.`,
        )
        .join(" "),
    option: c => ({
      grid: {left: 150, right: 32, top: 34, bottom: 48},
      legend: legend(c, {data: reaches.map(([, text]) => text)}),
      xAxis: axis(c, (measure.value === "trials" ? "trials" : "compute seconds") + " (log)", {
        type: "log",
        axisLabel: {formatter: short},
      }),
      yAxis: [
        axis(c, "", {
          type: "category",
          inverse: true,
          data: arms.map(arm => arm.name),
          axisLabel: {interval: 0, width: 130, overflow: "truncate"},
        }),
        {type: "value", min: -0.5, max: arms.length - 0.5, inverse: true, show: false},
      ],
      tooltip: {
        formatter: p =>
          `${escape(p.data.run.run)}<br>${p.seriesName} after <b>${measure.value === "trials" ? plural(p.data.value[0], "trial") : time(p.data.value[0])}</b>`,
      },
      series: reaches.map(([key, text], k) => ({
        name: text,
        type: "scatter",
        yAxisIndex: 1,
        symbol: symbols[k],
        symbolSize: 10,
        itemStyle: {color: c.of(k), opacity: 0.7},
        data: arms.flatMap((arm, a) =>
          arm.runs
            .filter(run => run[key] !== null)
            .map(run => ({value: [Math.max(run[key][measure.value], 1e-3), a + (k ? 0.16 : -0.16)], run})),
        ),
      })),
    }),
    numbers: () => ({
      heads: [
        "strategy",
        "run",
        ...reaches.flatMap(([, text]) => [text + ": trials", text + ": compute seconds"]),
      ],
      rows: arms.flatMap(arm =>
        arm.runs.map(run => [
          arm.name,
          run.run,
          ...reaches.flatMap(([key]) =>
            run[key] ? [run[key].trials, fixed(run[key].computeSeconds, 1)] : ["–", "–"],
          ),
        ]),
      ),
    }),
  });
}
tableCard(soon, {
  name: "reach-medians",
  title: "Medians of those that came so near",
  numbers: {
    heads: ["strategy", ...reaches.flatMap(([, text]) => [text, "trials", "compute", "of the grid's"])],
    rows: arms.map(arm => [
      arm.name,
      ...reaches.flatMap(([key]) => [
        `${arm.runs.filter(run => run[key] !== null).length} of ${arm.runs.length}`,
        spread(arm, run => run[key]?.trials ?? NaN, whole),
        spread(arm, run => run[key]?.computeSeconds ?? NaN, time),
        ofGrid(arm, run => run[key]?.computeSeconds ?? NaN),
      ]),
    ]),
  },
});
