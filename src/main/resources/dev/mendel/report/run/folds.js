/* Folds */

const top = best.slice(0, 10);
if (winner && winner.folds.length > 1) {
  const made = section(
    "folds",
    "Folds of the best",
    "Every fold of the best ten, by rank. Folds are the same for all trials, so a fold that is hard is hard for everyone.",
  );
  const names = top.map((each, i) => `${i + 1} (trial ${each.trial})`),
    symbols = ["circle", "rect", "triangle", "diamond", "arrow", "pin"];
  chart(made, {
    name: "folds",
    title: "Scores of the folds",
    height: 340,
    option: c => ({
      legend:
        winner.folds.length <= 8
          ? legend(c, {data: winner.folds.map((_, f) => "fold " + (f + 1))})
          : undefined,
      xAxis: axis(c, "rank", {
        type: "category",
        data: names,
        axisLabel: {
          interval: 0,
          hideOverlap: false,
          lineHeight: 15,
          formatter: name => name.replace(" (", "\n").replace(")", ""),
        },
        nameGap: 44,
      }),
      yAxis: scores(c),
      grid: {left: 64, right: 24, top: 34, bottom: 66},
      tooltip: {
        formatter: p =>
          p.seriesType === "boxplot"
            ? names[p.dataIndex] +
              `<br>mean ${score(top[p.dataIndex].score)} ± ${fixed(top[p.dataIndex].deviation, 4)}`
            : `${names[p.dataIndex]}, ${p.seriesName}: <b>${score(p.data)}</b>`,
      },
      series: [
        {
          type: "boxplot",
          boxWidth: [10, 46],
          itemStyle: {color: c.empty, borderColor: c.soft, borderWidth: 1.3},
          data: top.map(each => box(each.folds)),
        },
        ...winner.folds.map((_, f) => ({
          name: "fold " + (f + 1),
          type: "scatter",
          symbol: symbols[f % symbols.length],
          symbolSize: 8,
          z: 4,
          itemStyle: {color: c.of(f)},
          data: top.map(each => each.folds[f]),
        })),
      ],
    }),
    numbers: () => ({
      heads: [
        "rank",
        "trial",
        ...winner.folds.map((_, f) => "fold " + (f + 1)),
        "mean",
        "standard deviation",
      ],
      rows: top.map((each, i) => [
        i + 1,
        each.trial,
        ...each.folds.map(score),
        score(each.score),
        fixed(each.deviation, 4),
      ]),
    }),
  });
}
