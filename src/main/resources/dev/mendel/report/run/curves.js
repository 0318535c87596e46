/* Learning curves */

if (curves.length) {
  const made = section(
    "curves",
    "Learning curves of the best",
    "Bold: the chosen trial's mean over its folds, each fold thin. Grey: means of the others of the best ten.",
  );
  const measures = [
    ...new Set(curves.flatMap(each => each.folds.flatMap(fold => fold.flatMap(Object.keys)))),
  ];
  let measure = measures[0],
    chosen = 0;
  const average = each => {
    const longest = Math.max(...each.folds.map(fold => fold.length));
    return Array.from({length: longest}, (_, e) => {
      const values = each.folds.map(fold => fold[e]?.[measure]).filter(Number.isFinite);
      return [e + 1, values.length ? mean(values) : null];
    });
  };
  const rank = each => best.findIndex(one => one.trial === each.trial) + 1,
    positive = () =>
      curves.every(each => each.folds.every(fold => fold.every(epoch => !(epoch[measure] <= 0))));
  const redraw = chart(made, {
    name: "curves",
    title: "After each epoch",
    height: 380,
    controls: [
      select(
        "trial",
        curves.map((each, i) => [i, `rank ${rank(each)}, trial ${each.trial}`]),
        value => {
          chosen = Number(value);
          redraw();
        },
      ),
      ...(measures.length > 1
        ? [
            select(
              "measure",
              measures.map(name => [name, name]),
              value => {
                measure = value;
                redraw();
              },
            ),
          ]
        : []),
    ],
    option: c => ({
      xAxis: axis(c, "epoch", {
        type: "value",
        minInterval: 1,
        min: 1,
        max: "dataMax",
        splitLine: {show: false},
      }),
      yAxis: axis(c, measure + (measure === "loss" && positive() ? " (log)" : ""), {
        type: measure === "loss" && positive() ? "log" : "value",
        scale: true,
        nameGap: 48,
        ...(measure === "loss" && positive() ? {min: v => v.min / 1.2, max: v => v.max * 1.2} : {}),
        axisLabel: {
          formatter: short,
          ...(measure === "loss" && positive() ? {showMinLabel: false, showMaxLabel: false} : {}),
        },
      }),
      tooltip: {formatter: p => `${escape(p.seriesName)}, epoch ${p.data[0]}: <b>${short(p.data[1])}</b>`},
      series: [
        ...curves
          .filter((_, i) => i !== chosen)
          .map(each => ({
            type: "line",
            name: "trial " + each.trial,
            showSymbol: false,
            symbolSize: 6,
            lineStyle: {color: c.faint, width: 1.2, opacity: 0.7},
            itemStyle: {color: c.faint},
            data: average(each),
          })),
        ...curves[chosen].folds.map((fold, f) => ({
          type: "line",
          name: "fold " + (f + 1),
          showSymbol: false,
          symbolSize: 6,
          itemStyle: {color: c.of(0)},
          lineStyle: {color: c.of(0), width: 1, opacity: 0.55},
          data: fold.map((epoch, e) => [e + 1, epoch[measure] ?? null]),
        })),
        {
          type: "line",
          name: "trial " + curves[chosen].trial,
          symbol: "circle",
          symbolSize: 6,
          showSymbol: curves[chosen].folds[0].length < 30,
          itemStyle: {color: c.of(0)},
          lineStyle: {color: c.of(0), width: 3},
          data: average(curves[chosen]),
        },
      ],
    }),
    numbers: () => ({
      heads: [
        "rank",
        "trial",
        "epoch",
        ...measures,
        ...curves[chosen].folds.map((_, f) => `fold ${f + 1}: ${measure}`),
      ],
      rows: curves.flatMap(each =>
        average(each).map(([epoch], e) => [
          rank(each),
          each.trial,
          epoch,
          ...measures.map(name => {
            const values = each.folds.map(fold => fold[e]?.[name]).filter(Number.isFinite);
            return values.length ? short(mean(values)) : "–";
          }),
          ...curves[chosen].folds.map((_, f) => short(each.folds[f]?.[e]?.[measure] ?? NaN)),
        ]),
      ),
    }),
  });
}
