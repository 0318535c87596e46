/* Interaction of two hyperparameters */

if (pairs) {
  const pair = pairChoice("interaction pair", interactions),
    what = choice("interaction score", [
      ["mean", "Mean"],
      ["best", "Best"],
    ]),
    chosen = () => interactions.find(each => nameOf(each) === pair.value);
  chart(pairs, {
    name: "interaction",
    title: `Mean or best ${word} at each pair of values`,
    height: 400,
    note: () => (stopping ? "Empty fields have no finished trial." : "Empty fields were not tried."),
    controls: [select("pair", pair), radio("score", what)],
    option: c => {
      const {first, second, columns, rows, fields} = chosen(),
        values = fields.map(field => field[what.value]).sort(byQuality),
        narrow = crowded(c, columns);
      return {
        grid: room(c, {left: 150, right: 110, top: 14, bottom: narrow ? 92 : 56}),
        xAxis: axis(c, first, {
          type: "category",
          data: columns,
          nameGap: narrow ? 72 : 30,
          splitArea: {show: false},
          axisLabel: {
            interval: 0,
            rotate: narrow ? 35 : 0,
            hideOverlap: false,
            width: narrow ? 100 : undefined,
            overflow: "truncate",
          },
        }),
        yAxis: axis(c, second, {
          type: "category",
          data: rows,
          nameGap: c.narrow ? 90 : 126,
          axisLabel: {interval: 0, width: c.narrow ? 72 : 116, overflow: "truncate"},
        }),
        visualMap: scaled(c, coloured(c, bound(values), values.at(-1))),
        tooltip: {
          formatter: p => {
            const field = fields[p.dataIndex];
            return `${escape(first)} ${escape(columns[field.column])}<br>${escape(second)} ${escape(rows[field.row])}<br>mean <b>${score(field.mean)}</b>, best <b>${score(field.best)}</b><br>${plural(field.trials, "trial")}`;
          },
        },
        series: [
          {
            type: "heatmap",
            itemStyle: {borderColor: c.page, borderWidth: 2},
            data: fields.map(field => [field.column, field.row, field[what.value]]),
          },
        ],
      };
    },
    numbers: () => {
      const {first, second, columns, rows, fields} = chosen();
      return {
        heads: [...named("hyperparameter", [first, second], ["trials", "mean", "best"]), "trials", "mean", "best"],
        rows: fields.map(field => [
          columns[field.column],
          rows[field.row],
          field.trials,
          score(field.mean),
          score(field.best),
        ]),
      };
    },
  });
}
