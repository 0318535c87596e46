/* Folds or evaluations */

const top = best.slice(0, 10);
if (winner && winner.folds.length > 1) {
  const part = subject.part,
    made = section(
      "parts",
      part === "fold" ? "Folds of the best" : "Evaluations of the best",
      part === "fold"
        ? "Every fold of the best ten, by rank. Folds are the same for all trials, so a fold that is hard is hard for everyone."
        : "Every evaluation of the best ten, by rank: how much the same configuration differs from one time to the next.",
    );
  const names = top.map((each, i) => `${i + 1} (trial ${each.trial})`),
    symbols = ["circle", "rect", "triangle", "diamond", "arrow", "pin"];
  chart(made, {
    name: "parts",
    title: `${less ? "Values" : "Scores"} of the ${part}s`,
    height: 340,
    trial: p => top[p.dataIndex]?.trial,
    option: c => ({
      legend:
        winner.folds.length <= 8
          ? legend(c, {data: winner.folds.map((_, f) => part + " " + (f + 1))})
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
              `<br>mean ${deviated(top[p.dataIndex].score, top[p.dataIndex].deviation, 2)}`
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
          name: part + " " + (f + 1),
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
        ...winner.folds.map((_, f) => part + " " + (f + 1)),
        "mean",
        "standard deviation",
      ],
      rows: top.map((each, i) => [
        i + 1,
        each.trial,
        ...each.folds.map(score),
        score(each.score),
        figure(each.deviation),
      ]),
    }),
  });
}
