/* Slices */

const slices = section(
  "slices",
  "Slices",
  `${less ? "Value" : "Score"} against the value of one hyperparameter, all others as they happened to be. Boxes: quartiles and median of each choice.${stopping ? " Stopped trials are left out." : ""}`,
);
if (!done.length) nothing(slices, waiting);
else {
  const small = part(slices, "small", () => element("div", {className: "small"}));
  note(slices, leftOut(points));
  hyperparameters.forEach((hp, h) => {
    const active = points.filter(i => trials.values[h][i] !== null),
      every = done.filter(i => trials.values[h][i] !== null),
      jitter = i => (((trials.id[i] * 0.6180339887) % 1) - 0.5) * 0.5;
    const about = () =>
      [
        hp.when
          ? `Takes part where ${hp.when}: in ${whole(every.length)} of ${plural(done.length, "trial")}.`
          : "",
        cut ? "The worst are cut off." : "",
      ]
        .filter(Boolean)
        .join(" ");
    const boxes = c => {
      const seen = hp.values.map((_, v) =>
        every.filter(i => trials.values[h][i] === v).map(i => trials.score[i]),
      );
      return {
        type: "boxplot",
        z: 1,
        boxWidth: [8, 44],
        itemStyle: {color: "transparent", borderColor: c.soft, borderWidth: 1.2},
        data: seen.map(values =>
          values.length > 2 ? box(values).map(x => atWorst(x, worst)) : [NaN, NaN, NaN, NaN, NaN],
        ),
        clip: true,
      };
    };
    const dots = c => ({
      type: "scatter",
      clip: true,
      progressive: 0,
      symbolSize: big ? 3 : 6,
      itemStyle: {opacity: big ? 0.4 : 0.65, color: c.of(0)},
    });
    if (!every.length) {
      put(
        small,
        "nothing " + hp.name,
        element(
          "figure",
          {},
          element("h3", {}, hp.name),
          element("p", {className: "note"}, "Takes part in no finished trial."),
        ),
      );
      return;
    }
    chart(small, {
      name: "slice-" + hp.name,
      title: hp.name,
      canvas: big,
      note: about,
      height: 230,
      trial: p => (p.seriesType === "scatter" ? trials.id[p.data[2]] : undefined),
      option: c =>
        hp.values.length
          ? {
              grid: {left: 52, right: 12, top: 14, bottom: crowded(c, hp.values, 64) ? 46 : 26},
              xAxis: [
                axis(c, "", {
                  type: "category",
                  data: hp.values,
                  axisLabel: {
                    interval: 0,
                    rotate: crowded(c, hp.values, 64) ? 28 : 0,
                    width: 86,
                    overflow: "truncate",
                    hideOverlap: false,
                  },
                }),
                {type: "value", min: -0.5, max: hp.values.length - 0.5, show: false},
              ],
              yAxis: scores(c, {name: "", ...from(worst, worst === sorted[0])}),
              tooltip: {formatter: p => (p.seriesType === "scatter" ? tip(p.data[2]) : "")},
              series: [
                boxes(c),
                {
                  ...dots(c),
                  xAxisIndex: 1,
                  z: 3,
                  data: active.map(i => [trials.values[h][i] + jitter(i), trials.score[i], i]),
                },
              ],
            }
          : {
              grid: {left: 52, right: 16, top: 14, bottom: 26},
              xAxis: axis(c, "", {
                ...ranged(hp, hp.low, hp.high),
                axisLabel: {formatter: x => short(offAxis(hp, x)), ...(hp.log ? ends(hp) : {})},
              }),
              yAxis: scores(c, {name: "", ...from(worst, worst === sorted[0])}),
              tooltip: {formatter: p => tip(p.data[2])},
              series: [{...dots(c), data: active.map(i => [onAxis(hp, trials.values[h][i]), trials.score[i], i])}],
            },
      numbers: () => ({
        heads: ["trial", ...named("hyperparameter", [hp.name], ["trial", word]), word],
        rows: every.map(i => [trials.id[i], shown(hp, trials.values[h][i]), score(trials.score[i])]),
      }),
    });
  });
}
