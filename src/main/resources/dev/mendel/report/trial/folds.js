/* Folds and learning curves */

const measures = [...new Set(folds.flatMap(fold => Object.keys(fold.measures)))];
const evaluated = section("folds", "Evaluations", "Each fold or repeat of this trial" + (data.state === "stopped" ? ", as far as it came." : " that is finished."));
if (!folds.length) nothing(evaluated, "None is finished.");
else
  tableCard(evaluated, {
    name: "folds",
    title: folds.length === 1 ? "1 evaluation" : folds.length + " evaluations",
    numbers: {
      heads: ["evaluation", word, "seconds", "worker", "begun", ...measures],
      rows: folds.map(fold => [
        fold.number,
        figure(fold.value),
        fixed(fold.seconds, 2),
        fold.host ? `${fold.host}, slot ${fold.worker}` : fold.worker > 0 ? fold.worker : fold.worker === 0 ? "another run's" : "told",
        fold.started.slice(0, 19).replace("T", " "),
        ...measures.map(name => figure(fold.measures[name])),
      ]),
    },
  });
const curved = folds.filter(fold => fold.epochs.length);
if (curved.length) {
  const names = [...new Set(curved.flatMap(fold => fold.epochs.flatMap(epoch => Object.keys(epoch.measures))))],
    shown = choice(
      "curves measure",
      names.map(name => [name, name]),
    );
  chart(section("curves", "Learning curves", "What was measured after each epoch."), {
    name: "curves",
    title: "After each epoch",
    height: 380,
    zooms: true,
    controls: names.length > 1 ? [select("measure", shown)] : [],
    option: c => ({
      legend: curved.length <= 10 ? legend(c) : undefined,
      dataZoom: zoom({xAxisIndex: 0}),
      xAxis: axis(c, "epoch", {type: "value", minInterval: 1, min: "dataMin", max: "dataMax", splitLine: {show: false}}),
      yAxis: axis(c, shown.value, {type: "value", scale: true, nameGap: 48, axisLabel: {formatter: short}}),
      tooltip: {formatter: p => `${escape(p.seriesName)}, epoch ${p.data[0]}: <b>${short(p.data[1])}</b>`},
      series: curved.map((fold, f) => ({
        type: "line",
        name: "evaluation " + fold.number,
        symbol: "circle",
        symbolSize: 5,
        showSymbol: fold.epochs.length < 30,
        itemStyle: {color: c.of(f)},
        data: fold.epochs.map(epoch => [epoch.number, epoch.measures[shown.value] ?? null]),
      })),
    }),
    numbers: () => ({
      heads: ["evaluation", "epoch", ...names],
      rows: curved.flatMap(fold =>
        fold.epochs.map(epoch => [fold.number, epoch.number, ...names.map(name => figure(epoch.measures[name]))]),
      ),
    }),
  });
}
