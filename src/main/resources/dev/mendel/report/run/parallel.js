/* Parallel coordinates */

const parallel = section(
  "parallel",
  "All trials at a glance",
  "A line is a trial, from value to value, coloured by its score. Drag along an axis to pick out trials. Hyperparameters that take no part in a trial pass below the axis, at “absent”.",
);
if (!done.length) nothing(parallel, waiting);
else {
  const lines = sample(LINES).sort((a, b) => byQuality(trials.score[a], trials.score[b])),
    high = sorted.at(-1);
  chart(parallel, {
    name: "parallel",
    title: `Hyperparameters and ${word}`,
    height: 430,
    canvas: lines.length > 300,
    note: () =>
      [leftOut(lines), cut ? `Scores worse than ${score(worst)} have the colour of ${score(worst)}.` : ""]
        .filter(Boolean)
        .join(" "),
    option: c => {
      const name = {
        z: 6,
        nameLocation: "end",
        nameTextStyle: {color: c.ink, fontSize: 12},
        axisLine: {lineStyle: {color: c.soft}},
        axisTick: {show: false},
      };
      const label = {color: c.ink, textBorderColor: c.page, textBorderWidth: 3};
      const names = parameters([word]);
      const axes = hyperparameters.map((hp, h) =>
        hp.values.length
          ? {
              dim: h,
              name: names[h],
              type: "category",
              data: [...(hp.when ? ["absent"] : []), ...hp.values],
              ...name,
              axisLabel: {...label, width: 92, overflow: "truncate"},
            }
          : {
              dim: h,
              name: names[h],
              type: "value",
              min: hp.when ? -0.25 : 0,
              max: 1,
              interval: 0.25,
              ...name,
              axisLabel: {
                ...label,
                formatter: u => (u < 0 ? "absent" : short(Number(at(hp, u).toPrecision(3)))),
              },
              splitLine: {show: false},
            },
      );
      axes.push({
        dim: hyperparameters.length,
        name: word,
        type: "value",
        min: Math.min(worst, high),
        max: high === worst ? undefined : Math.max(worst, high),
        inverse: less,
        scale: true,
        ...name,
        axisLabel: {...label, formatter: x => score(x).replace(/0+$/, "").replace(/\.$/, "")},
        splitLine: {show: false},
      });
      const value = (hp, x) =>
        hp.values.length ? (x === null ? 0 : x + (hp.when ? 1 : 0)) : x === null ? -0.25 : unit(hp, x);
      return {
        parallel: {
          left: 60,
          right: 130,
          top: 56,
          bottom: 24,
          parallelAxisDefault: {
            areaSelectStyle: {width: 18, borderColor: c.of(1), color: c.of(1), opacity: 0.25},
          },
        },
        parallelAxis: axes,
        visualMap: {
          dimension: hyperparameters.length,
          calculable: true,
          right: 0,
          top: "middle",
          itemHeight: 190,
          itemWidth: 12,
          precision: 3,
          textStyle: {color: c.soft},
          ...coloured(c, worst, high),
        },
        series: [
          {
            type: "parallel",
            progressive: 0,
            smooth: 0.02,
            lineStyle: {
              width: lines.length > 300 ? 1 : 1.6,
              opacity: lines.length > 600 ? 0.3 : lines.length > 100 ? 0.5 : 0.75,
            },
            inactiveOpacity: 0.02,
            activeOpacity: 0.9,
            data: lines.map(i => [
              ...hyperparameters.map((hp, h) => value(hp, trials.values[h][i])),
              atWorst(trials.score[i], worst),
            ]),
          },
        ],
      };
    },
    numbers: everyTrial,
  });
}
