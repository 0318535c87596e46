/* Distribution of values */

if (distributions.length) {
  const all = distributions[0].distribution,
    shares = section(
      "distribution",
      `Distribution of ${valuesOf}`,
      `The share of the finished trials whose ${word} is at most what is read below the curve. ` +
        (less ? "The further to the left a curve rises" : "The further to the right a curve rises") +
        ", the better its trials are.",
    ),
    extent = choice("distribution extent", [
      ["part", "Without the worst"],
      ["all", `All ${valuesOf}`],
    ]),
    bounds = () => (cut && extent.value === "part" ? (less ? {max: worst} : {min: worst}) : {}),
    dashes = ["solid", "dashed", "dotted"];
  /* A step at each value: from nothing at the least one to all at the largest. */
  const steps = points => [[points[0].value, 0], ...points.map(point => [point.value, 100 * point.share])],
    share = (points, x) => 100 * (points.filter(point => point.value <= x).at(-1)?.share ?? 0);
  chart(shares, {
    name: "distribution",
    title: `Empirical distribution of the ${valuesOf}`,
    height: 340,
    zooms: true,
    controls: cut ? [radio("extent", extent)] : [],
    note: () =>
      [
        all.count + stoppedAt.size < count
          ? `${plural(count - all.count - stoppedAt.size, "failed trial")} left out.`
          : "",
        stoppedAt.size ? `${plural(stoppedAt.size, "stopped trial")} left out.` : "",
        all.points.length === 400 ? "Of more than 400 different values an even choice is drawn." : "",
      ]
        .filter(Boolean)
        .join(" "),
    option: c => ({
      legend: legend(c, {data: distributions.map(each => each.name)}),
      grid: {left: 64, right: 24, top: 34, bottom: 48},
      dataZoom: zoom({xAxisIndex: 0}),
      xAxis: axis(c, word + (less ? " (less is better)" : ""), {
        type: "value",
        scale: true,
        ...bounds(),
        axisLabel: {formatter: short, ...(bounds().min === undefined ? {} : {showMinLabel: false}), ...(bounds().max === undefined ? {} : {showMaxLabel: false})},
      }),
      yAxis: axis(c, "share of trials, %", {type: "value", min: 0, max: 100, nameGap: 46}),
      tooltip: {
        trigger: "axis",
        formatter: list =>
          `${word} at most <b>${score(list[0].data[0])}</b><br>` +
          distributions
            .map(each => `${each.name}: ${fixed(share(each.distribution.points, list[0].data[0]), 1)} %`)
            .join("<br>"),
      },
      series: distributions.map((each, i) => ({
        name: each.name,
        type: "line",
        step: "end",
        symbol: "circle",
        symbolSize: 5,
        showSymbol: each.distribution.points.length < 3,
        itemStyle: {color: c.of(i)},
        lineStyle: {color: c.of(i), width: i ? 1.6 : 2.6, type: dashes[i]},
        data: steps(each.distribution.points),
      })),
    }),
    numbers: () => ({
      heads: ["trials", word, "share %"],
      rows: distributions.flatMap(each =>
        each.distribution.points.map(point => [each.name, score(point.value), fixed(100 * point.share, 2)]),
      ),
    }),
  });
}
