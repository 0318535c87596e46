/* Best so far */

const soFar = section(
  "progress",
  course.title,
  course.lead,
);
const along = choice("best-so-far along", [
    ["byTrials", "Trials"],
    ["bySeconds", "Compute seconds"],
  ]),
  scale = choice("best-so-far axis", [
    ["linear", "Linear"],
    ["log", "Log"],
  ]),
  extent = choice("best-so-far reach", [
    ["part", "Searches"],
    ["whole", "Whole grid"],
  ]);
const byTrials = () => along.value === "byTrials",
  log = () => scale.value === "log",
  part = () => extent.value === "part";
const curve = arm => arm[along.value].filter(point => !log() || point.at > 0);
const drawn = () => arms.filter(arm => curve(arm).length);
const most = () =>
  Math.max(
    ...arms
      .filter(arm => !isGrid(arm) || arms.length === 1)
      .flatMap(arm => arm[along.value].map(point => point.at)),
    byTrials() ? 1 : 1e-6,
  );
const all = () => Math.max(...arms.flatMap(arm => arm[along.value].map(point => point.at)), 1);
if (!arms.some(arm => arm.byTrials.length)) nothing(soFar, "No run has a score yet.");
else {
  /* Where most curves begin; what is worse is cut off. */
  const begin = () => {
    const firsts = drawn().map(arm => {
      const worst = curve(arm).map(point => value(less ? point.upper : point.lower));
      return quantile(
        worst.sort((a, b) => a - b),
        less ? 0.9 : 0.1,
      );
    });
    return less ? Math.ceil(Math.max(...firsts)) : Math.floor(Math.min(...firsts));
  };
  chart(soFar, {
    name: "best-so-far",
    title: course.chart,
    height: 420,
    controls: [radio("along", along), radio("axis", scale), ...(grid ? [radio("reach", extent)] : [])],
    zooms: true,
    note: () =>
      [
        grid && part() && all() > most()
          ? `The grid goes on to ${byTrials() ? plural(all(), "trial") : time(all())}.`
          : "",
        course.note,
      ]
        .filter(Boolean)
        .join(" "),
    option: c => ({
      legend: legend(c, {data: drawn().map(arm => arm.name)}),
      grid: {left: 64, right: 24, top: 34, bottom: 48},
      dataZoom: [frame.zoom({xAxisIndex: 0}), frame.zoom({yAxisIndex: 0})],
      xAxis: axis(c, byTrials() ? "trials" : "compute seconds", {
        type: log() ? "log" : "value",
        min: log() ? "dataMin" : 0,
        max: part() ? most() : all(),
        axisLabel: {formatter: short},
        minorSplitLine: {show: false},
      }),
      yAxis: scores(
        c,
        less
          ? {max: v => Math.min(v.max, begin()), axisLabel: {showMaxLabel: false}}
          : {min: v => Math.max(v.min, begin()), axisLabel: {showMinLabel: false}},
      ),
      tooltip: {
        trigger: "axis",
        formatter: list => {
          const at = list[0].data[0];
          return (
            (byTrials() ? plural(at, "trial") : time(at)) +
            "<br>" +
            drawn()
              .map(arm => {
                const point = curve(arm)
                  .filter(each => each.at <= at)
                  .at(-1);
                return point
                  ? `${escape(arm.name)}: <b>${score(point.median)}</b> (${score(point.lower)}–${score(point.upper)})`
                  : "";
              })
              .filter(Boolean)
              .join("<br>")
          );
        },
      },
      series: drawn()
        .flatMap(arm => {
          const i = arms.indexOf(arm),
            colour = c.of(i),
            points = curve(arm),
            spreads = points.some(point => point.lower < point.upper);
          return [
            ...(spreads ? [band(arm.name, colour, steps(points))] : []),
            {
              name: arm.name,
              type: "line",
              step: "end",
              symbol: symbols[i % symbols.length],
              symbolSize: 7,
              showSymbol: points.length < 25,
              itemStyle: {color: colour},
              lineStyle: {color: colour, width: 2.5, type: dashes[i % dashes.length]},
              data: points.map(point => [point.at, value(point.median)]),
            },
          ];
        })
        .concat([
          {
            name: "reference",
            type: "line",
            data: [],
            markLine: {
              symbol: "none",
              silent: true,
              lineStyle: {color: c.soft, type: "dotted"},
              label: {
                color: c.soft,
                position: "insideEndTop",
                formatter: course.bestName,
              },
              data: [{yAxis: course.best}],
            },
          },
        ]),
    }),
    numbers: () => ({
      heads: [
        "strategy",
        byTrials() ? "trials" : "compute seconds",
        "lower quartile",
        "median",
        "upper quartile",
      ],
      rows: arms.flatMap(arm =>
        arm[along.value].map(point => [
          arm.name,
          byTrials() ? Math.round(point.at) : fixed(point.at, 1),
          score(point.lower),
          score(point.median),
          score(point.upper),
        ]),
      ),
    }),
  });
  /* The quartiles in steps, as the lines are. */
  function steps(points) {
    const at = (point, x) => [x, value(point.lower), value(point.upper)];
    return points.flatMap((point, k) => [...(k ? [at(points[k - 1], point.at)] : []), at(point, point.at)]);
  }
}
