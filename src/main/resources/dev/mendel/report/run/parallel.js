/* Parallel coordinates */

const parallel = section(
  "parallel",
  "All trials at a glance",
  `A line is a trial, from value to value, coloured by its ${word} or its rank. Drag along an axis to pick out trials.${stopping ? " Stopped trials are left out." : ""}` +
    (hyperparameters.some(hp => hp.when)
      ? " Hyperparameters that take no part in a trial pass below the axis, at “absent”."
      : ""),
);
if (!done.length) nothing(parallel, waiting);
else {
  const lines = sample(LINES).sort((a, b) => byQuality(trials.score[a], trials.score[b])),
    high = sorted.at(-1);
  /* A range's axis: its numbers, or their logarithms, and below it a place for “absent”. */
  const start = hp => (hp.log ? Math.log10(hp.low) : hp.low),
    end = hp => (hp.log ? Math.log10(hp.high) : hp.high),
    below = hp => start(hp) - (end(hp) - start(hp)) / 4,
    nice = (hp, x) => (hp.whole ? Math.round(x) : Number(x.toPrecision(3))),
    scale = hp => ({
      min: hp.when ? below(hp) : start(hp),
      max: end(hp),
      minInterval: hp.whole || (hp.log && end(hp) - start(hp) > 2) ? 1 : undefined,
    });
  const colouring = choice("parallel colours", [
      [word, word[0].toUpperCase() + word.slice(1)],
      ["rank", "Rank"],
    ]),
    ranked = () => colouring.value === "rank";
  chart(parallel, {
    name: "parallel",
    title: `Hyperparameters and ${word}`,
    height: 430,
    canvas: lines.length > 300,
    controls: [radio("colours", colouring)],
    trial: p => trials.id[lines[p.dataIndex]],
    note: () =>
      [leftOut(lines), cut ? `${less ? "Values" : "Scores"} worse than ${score(worst)} have the colour of ${score(worst)}.` : ""]
        .filter(Boolean)
        .join(" "),
    option: c => {
      const name = {
        z: 6,
        nameLocation: "end",
        nameTextStyle: {color: c.ink, fontSize: 12},
        ...(c.narrow ? {nameTruncate: {maxWidth: 84}} : {}),
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
              ...scale(hp),
              ...name,
              axisLabel: {
                ...label,
                hideOverlap: true,
                formatter: v =>
                  v < start(hp) - 1e-9 ? (v === below(hp) ? "absent" : "") : short(nice(hp, hp.log ? 10 ** v : v)),
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
        nameLocation: less ? "start" : "end",
        axisLabel: {...label, formatter: short, hideOverlap: true},
        splitLine: {show: false},
      });
      const value = (hp, x) =>
        hp.values.length
          ? x === null
            ? 0
            : x + (hp.when ? 1 : 0)
          : x === null
            ? below(hp)
            : hp.log
              ? Math.log10(x)
              : x;
      return {
        parallel: {
          ...(c.narrow
            ? {layout: "vertical", left: 24, right: 96, top: 24, bottom: 84}
            : {left: 60, right: 130, top: 56, bottom: 24}),
          parallelAxisDefault: {
            areaSelectStyle: {width: 18, borderColor: c.of(1), color: c.of(1), opacity: 0.25},
          },
        },
        parallelAxis: axes,
        visualMap: scaled(c, {
          dimension: hyperparameters.length + (ranked() ? 1 : 0),
          ...(ranked() ? {precision: 0, ...byRank(c)} : coloured(c, worst, high)),
        }),
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
              trials.rank[i],
            ]),
          },
        ],
      };
    },
    numbers: everyTrial,
  });
}
