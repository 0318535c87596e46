/* Interaction */

if (interactions.length) {
  const pairs = section(
    "interactions",
    "Two at a time",
    `Mean or best ${word} of the trials at each pair of values, for the most important hyperparameters. Empty fields were not tried.`,
  );
  let chosen = interactions[0],
    what = "mean";
  const redraw = chart(pairs, {
    name: "interaction",
    title: "Interaction",
    height: 400,
    controls: [
      select(
        "pair",
        interactions.map((each, i) => [i, each.first + " × " + each.second]),
        value => {
          chosen = interactions[value];
          redraw();
        },
      ),
      radio(
        "score",
        [
          ["mean", "Mean"],
          ["best", "Best"],
        ],
        "mean",
        value => {
          what = value;
          redraw();
        },
      ),
    ],
    option: c => {
      const values = chosen.fields.map(field => field[what]).sort(byQuality),
        narrow = chosen.columns.length > 6;
      return {
        grid: {left: 150, right: 110, top: 14, bottom: narrow ? 92 : 56},
        xAxis: axis(c, chosen.first, {
          type: "category",
          data: chosen.columns,
          nameGap: narrow ? 72 : 30,
          splitArea: {show: false},
          axisLabel: {
            interval: 0,
            rotate: narrow ? 35 : 0,
            hideOverlap: false,
            width: narrow ? 100 : Math.floor(760 / chosen.columns.length),
            overflow: "truncate",
          },
        }),
        yAxis: axis(c, chosen.second, {
          type: "category",
          data: chosen.rows,
          nameGap: 126,
          axisLabel: {interval: 0, width: 116, overflow: "truncate"},
        }),
        visualMap: {
          calculable: true,
          right: 0,
          top: "middle",
          itemHeight: 180,
          itemWidth: 12,
          precision: 3,
          textStyle: {color: c.soft},
          ...coloured(c, bound(values), values.at(-1)),
        },
        tooltip: {
          formatter: p => {
            const field = chosen.fields[p.dataIndex];
            return `${escape(chosen.first)} ${escape(chosen.columns[field.column])}<br>${escape(chosen.second)} ${escape(chosen.rows[field.row])}<br>mean <b>${score(field.mean)}</b>, best <b>${score(field.best)}</b><br>${plural(field.trials, "trial")}`;
          },
        },
        series: [
          {
            type: "heatmap",
            itemStyle: {borderColor: c.page, borderWidth: 2},
            data: chosen.fields.map(field => [field.column, field.row, field[what]]),
          },
        ],
      };
    },
    numbers: () => ({
      heads: [chosen.first, chosen.second, "trials", "mean", "best"],
      rows: chosen.fields.map(field => [
        chosen.columns[field.column],
        chosen.rows[field.row],
        field.trials,
        score(field.mean),
        score(field.best),
      ]),
    }),
  });
}
