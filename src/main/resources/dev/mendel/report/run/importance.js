/* Importance */

const matter = section(
  "importance",
  "Importance of hyperparameters",
  "How much each hyperparameter, by itself, decides whether a trial is among the best tenth (at least five); stopped ones are among the others. PED-ANOVA after Watanabe, Bansal & Hutter (IJCAI 2023). A conditional hyperparameter is judged among the trials in which it takes part, and weighted by their number; the effect of taking part is credited to the hyperparameters it depends on.",
);
const goalOf = choice(
    "importance for",
    goals.map((goal, k) => [String(k), goal.name]),
  ),
  important = () => (severalGoals ? front.importance[Number(goalOf.value)] : importance),
  importances = severalGoals ? front.importance : [importance];
if (!importance.length)
  nothing(
    matter,
    `Importance needs 10 finished trials; there ${done.length === 1 ? "is" : "are"} ${done.length}.`,
  );
else if (importances.every(each => each.every(one => one.share === 0)))
  nothing(matter, "All trials score alike: nothing decides who is among the best.");
else
  chart(matter, {
    name: "importance",
    title: "Share of what is explained",
    controls: severalGoals ? [select("objective", goalOf)] : [],
    height: 90 + 30 * importance.length,
    note: () =>
      "The mark is the average importance by chance, with the best chosen at random from the same trials: bars that do not reach well beyond it mean nothing. Shares describe the trials of this run, which did not sample the space evenly; joint effects of several hyperparameters are not included.",
    option: c => ({
      grid: {left: 150, right: 56, top: 30, bottom: 48},
      legend: legend(c, {data: ["importance", "by chance"]}),
      xAxis: axis(c, "share, %", {type: "value", min: 0}),
      yAxis: axis(c, "", {
        type: "category",
        inverse: true,
        data: important().map(each => each.hyperparameter),
        axisLabel: {width: 130, overflow: "truncate", interval: 0},
      }),
      tooltip: {
        formatter: p => {
          const each = important()[p.dataIndex];
          return `${escape(each.hyperparameter)}: <b>${fixed(100 * each.share, 1)} %</b>, by chance ${fixed(100 * each.chance, 1)} %<br>takes part in ${fixed(100 * each.active, 0)} % of the trials`;
        },
      },
      series: [
        {
          name: "importance",
          type: "bar",
          barMaxWidth: 18,
          itemStyle: {color: c.of(0), borderRadius: [0, 3, 3, 0]},
          data: important().map(each => 100 * each.share),
        },
        {
          name: "by chance",
          type: "scatter",
          symbol: "rect",
          symbolSize: [3, 24],
          itemStyle: {color: c.of(1)},
          data: important().map(each => 100 * each.chance),
        },
        /* The number stands beside both. */
        {
          type: "scatter",
          symbolSize: 1,
          silent: true,
          itemStyle: {color: "transparent"},
          label: {
            show: true,
            position: "right",
            distance: 6,
            color: c.ink,
            formatter: p => fixed(100 * important()[p.dataIndex].share, 1),
          },
          data: important().map(each => 100 * Math.max(each.share, each.chance)),
        },
      ],
    }),
    numbers: () => ({
      heads: ["hyperparameter", "share %", "by chance %", "takes part in %"],
      rows: important().map(each => [
        each.hyperparameter,
        fixed(100 * each.share, 2),
        fixed(100 * each.chance, 2),
        fixed(100 * each.active, 1),
      ]),
    }),
  });
