/* Learning curves */

if (curves.length) {
  const made = section(
    "curves",
    "Learning curves of the best",
    curves[0].folds.length > 1
      ? `Bold: the chosen trial's mean over its ${subject.part}s, each ${subject.part} thin. Grey: means of the others of the best ten.`
      : "Bold: the chosen trial. Grey: the others of the best ten.",
  );
  const measures = [
    ...new Set(curves.flatMap(each => each.folds.flat().flatMap(epoch => Object.keys(epoch.measures)))),
  ];
  const rank = each => best.findIndex(one => one.trial === each.trial) + 1,
    of = choice(
      "curves trial",
      curves.map(each => [String(each.trial), `rank ${rank(each)}, trial ${each.trial}`]),
    ),
    shownMeasure = choice(
      "curves measure",
      measures.map(name => [name, name]),
    ),
    chosen = () => curves.find(each => String(each.trial) === of.value);
  /* The epochs that any of a trial's folds tells of, and what they measured by then. */
  const epochs = each =>
      [...new Set(each.folds.flat().map(epoch => epoch.number))].sort((a, b) => a - b),
    measured = (fold, number, name) => fold?.find(epoch => epoch.number === number)?.measures[name],
    average = (each, name = shownMeasure.value) =>
      epochs(each).map(number => {
        const values = each.folds.map(fold => measured(fold, number, name)).filter(Number.isFinite);
        return [number, values.length ? mean(values) : null];
      });
  /* Losses over more than a power of ten are drawn by their logarithms. */
  const wide = () => {
      const values = curves
        .flatMap(each => each.folds.flat())
        .map(epoch => epoch.measures[shownMeasure.value])
        .filter(Number.isFinite);
      const low = values.reduce((a, b) => Math.min(a, b), Infinity),
        high = values.reduce((a, b) => Math.max(a, b), 0);
      return shownMeasure.value === "loss" && low > 0 && high > 10 * low;
    };
  chart(made, {
    name: "curves",
    title: "After each epoch",
    height: 380,
    controls: [select("trial", of), ...(measures.length > 1 ? [select("measure", shownMeasure)] : [])],
    zooms: true,
    trial: p => (/^trial \d+$/.test(p.seriesName) ? Number(p.seriesName.slice(6)) : chosen().trial),
    option: c => ({
      dataZoom: zoom({xAxisIndex: 0}),
      xAxis: axis(c, "epoch", {
        type: "value",
        minInterval: 1,
        min: "dataMin",
        max: "dataMax",
        splitLine: {show: false},
      }),
      yAxis: axis(c, shownMeasure.value + (wide() ? " (log)" : ""), {
        type: wide() ? "log" : "value",
        scale: true,
        nameGap: 48,
        ...(wide() ? {min: v => v.min / 1.2, max: v => v.max * 1.2} : {}),
        axisLabel: {
          formatter: short,
          ...(wide() ? {showMinLabel: false, showMaxLabel: false} : {}),
        },
      }),
      tooltip: {formatter: p => `${escape(p.seriesName)}, epoch ${p.data[0]}: <b>${short(p.data[1])}</b>`},
      series: [
        ...curves
          .filter(each => each !== chosen())
          .map(each => ({
            type: "line",
            name: "trial " + each.trial,
            showSymbol: false,
            symbolSize: 6,
            lineStyle: {color: c.faint, width: 1.2, opacity: 0.7},
            itemStyle: {color: c.faint},
            data: average(each),
          })),
        ...(chosen().folds.length > 1 ? chosen().folds : []).map((fold, f) => ({
          type: "line",
          name: subject.part + " " + (f + 1),
          showSymbol: false,
          symbolSize: 6,
          itemStyle: {color: c.of(0)},
          lineStyle: {color: c.of(0), width: 1, opacity: 0.55},
          data: fold.map(epoch => [epoch.number, epoch.measures[shownMeasure.value] ?? null]),
        })),
        {
          type: "line",
          name: "trial " + chosen().trial,
          symbol: "circle",
          symbolSize: 6,
          showSymbol: chosen().folds[0].length < 30,
          itemStyle: {color: c.of(0)},
          lineStyle: {color: c.of(0), width: 3},
          data: average(chosen()),
        },
      ],
    }),
    numbers: () => ({
      heads: [
        "rank",
        "trial",
        "epoch",
        ...measures,
        ...chosen().folds.map((_, f) => `${subject.part} ${f + 1}: ${shownMeasure.value}`),
      ],
      rows: curves.flatMap(each =>
        epochs(each).map(epoch => [
          rank(each),
          each.trial,
          epoch,
          ...measures.map(name => short(new Map(average(each, name)).get(epoch) ?? NaN)),
          ...chosen().folds.map((_, f) => short(measured(each.folds[f], epoch, shownMeasure.value) ?? NaN)),
        ]),
      ),
    }),
  });
}
