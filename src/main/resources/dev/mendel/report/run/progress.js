/* Best so far */

const soFar = section(
  "progress",
  "Best so far",
  `Each point is a trial; the line is the best ${word} up to then. Compute seconds are ${subject.spent}, added up trial by trial${data.subject === "PAIRS" ? ", so machine load and worker count do not affect them" : ""}.`,
);
if (!done.length) nothing(soFar, waiting);
else {
  const spent = [];
  trials.seconds.reduce((sum, s, i) => (spent[i] = sum + s), 0);
  const along = choice("best-so-far along", [
      ["trials", "Trials"],
      ["seconds", "Compute seconds"],
    ]),
    reach = choice("best-so-far scores", [
      ["part", "Upper part"],
      ["all", `All ${valuesOf}`],
    ]),
    byTrials = () => along.value === "trials",
    all = () => reach.value === "all",
    x = i => (byTrials() ? i + 1 : spent[i]);
  chart(soFar, {
    name: "best-so-far",
    title: `Best ${word} so far`,
    canvas: big,
    height: 380,
    zooms: true,
    controls: [radio("along", along), ...(cut ? [radio("scores", reach)] : [])],
    trial: p => (p.seriesIndex === 0 ? trials.id[p.data[2]] : progress[p.dataIndex]?.trial),
    note: () =>
      [
        all() || !cut || !sorted.some(s => isWorse(s, worst))
          ? ""
          : `Below the chart, as worse ones: ${plural(sorted.filter(s => isWorse(s, worst)).length, "trial")}.`,
        leftOut(points),
      ]
        .filter(Boolean)
        .join(" "),
    option: c => ({
      legend: legend(c, {data: ["trial", "best so far"]}),
      dataZoom: [zoom({xAxisIndex: 0}), zoom({yAxisIndex: 0})],
      xAxis: spentAxis(c, byTrials()),
      yAxis: scores(c, from(all() ? round(sorted[0]) : worst, false)),
      tooltip: {
        formatter: p =>
          p.seriesIndex === 0
            ? tip(p.data[2])
            : `${score(p.data[1])} after ${byTrials() ? plural(p.data[0], "trial") : time(p.data[0])}`,
      },
      series: [
        {
          name: "trial",
          type: "scatter",
          progressive: 0,
          symbolSize: big ? 3 : 6,
          itemStyle: {color: c.faint, opacity: 0.55},
          data: points.map(i => [x(i), trials.score[i], i]),
          clip: true,
        },
        {
          name: "best so far",
          type: "line",
          step: "end",
          symbol: "circle",
          symbolSize: 6,
          lineStyle: {width: 2.5},
          itemStyle: {color: c.of(0)},
          data: progress.map(step => [byTrials() ? step.trials : step.seconds, step.score]),
        },
      ],
    }),
    numbers: () => ({
      heads: ["trials", "compute seconds", "best " + word, "trial", "configuration"],
      rows: progress.map(step => [
        step.trials,
        fixed(step.seconds, 2),
        score(step.score),
        step.trial,
        configuration(place.get(step.trial)),
      ]),
    }),
  });
}
