/* Fronts, and what the runs of a strategy attain */

const fronts = section(
  "fronts",
  "Fronts",
  (grid
    ? "The reference is the exact front: the points of the grid that no other beats, being as good in all objectives and better in one."
    : "The reference is the front of all these runs together: what no trial of any of them beats, being as good in all objectives and better in one.") +
    (comparison.constraints.length ? ` Constraints: ${comparison.constraints.join("; ")}.` : ""),
);
if (!points.length) nothing(fronts, "No run has a trial within the constraints yet.");
else {
  const names = goals.map((goal, k) => [String(k), goal.name]),
    across = choice("front across", names, "0"),
    upwards = choice("front upwards", names, "1"),
    flat = goals.length === 2,
    shown = choice("front of", [
      ...(flat
        ? [
            ["half", "Half of the runs"],
            ["quartiles", "Quartiles"],
          ]
        : []),
      ["runs", "Each run"],
    ]),
    reach = choice("front reach", [
      ["near", "Around the reference"],
      ["all", "All points"],
    ]),
    everything = () => reach.value === "all",
    ends = k => arms.flatMap(arm => arm.runs.flatMap(run => run.front.map(point => point.values[k]))),
    logarithmic = k => goals[k].scale === "LOG" && [...ends(k), goals[k].one].every(x => x > 0),
    /* The worst value that is drawn: some way beyond the end of the scale, or beyond all points. */
    worst = k => {
      const log = logarithmic(k),
        at = log ? Math.log : x => x,
        back = log ? Math.exp : x => x,
        range = at(goals[k].one) - at(goals[k].zero),
        far = ends(k).reduce((a, b) => (goalLess(k) ? Math.max(a, b) : Math.min(a, b)), goals[k].one),
        end = back(at(everything() ? far : goals[k].one) + 0.1 * range);
      return Number(end.toPrecision(3));
    },
    /* A logarithmic axis has labels at powers of ten alone: of less than some of them it would have none. */
    wide = k => Math.max(goals[k].zero, goals[k].one) >= 50 * Math.min(goals[k].zero, goals[k].one),
    goalAxis = (c, k, extra) =>
      axis(c, goalName(k), {
        type: logarithmic(k) && wide(k) ? "log" : "value",
        scale: true,
        ...(goalLess(k) ? {max: worst(k)} : {min: worst(k)}),
        ...extra,
        axisLabel: {formatter: short, showMinLabel: goalLess(k), showMaxLabel: !goalLess(k)},
      }),
    beyond = (k, x) => (goalLess(k) ? x > worst(k) : x < worst(k)),
    ascending = (list, x) => [...list].sort((a, b) => a[x] - b[x]);
  chart(fronts, {
    name: "fronts",
    title: goals.map(goal => goal.name).join(" against "),
    height: 460,
    zooms: true,
    controls: [
      ...(flat ? [] : [frame.select("across", across), frame.select("upwards", upwards)]),
      ...(flat ? [radio("shown", shown)] : []),
      radio("reach", reach),
    ],
    note: () => {
      const [x, y] = [Number(across.value), Number(upwards.value)],
        outside = everything()
          ? 0
          : runs
              .flatMap(run => run.front)
              .filter(point => beyond(x, point.values[x]) || beyond(y, point.values[y])).length;
      return [
        shown.value === "half"
          ? "A line is what at least half of a strategy's runs reach (median attainment surface); below and beside it are places that fewer reach."
          : shown.value === "quartiles"
            ? "Lines are what at least a quarter (dotted), half (bold) and three quarters (dashed) of a strategy's runs reach."
            : flat
              ? "Points are the fronts of single runs."
              : "Points are the fronts of single runs; one may be on its front by an objective that is no axis here.",
        outside ? `Beyond the chart: ${plural(outside, "point")} of runs.` : "",
      ]
        .filter(Boolean)
        .join(" ");
    },
    option: c => {
      const [x, y] = [Number(across.value), Number(upwards.value)],
        step = goalLess(x) ? "end" : "start",
        drawn = arms.filter(arm => !isGrid(arm)),
        /* A surface goes on to both ends of the chart. */
        line = corners => {
          if (!corners.length) return [];
          const sorted = ascending(corners, 0),
            [first, last] = [sorted[0], sorted.at(-1)];
          return goalLess(0)
            ? [[first[0], worst(1)], ...sorted, [worst(0), last[1]]]
            : [[worst(0), first[1]], ...sorted, [last[0], worst(1)]];
        },
        surfaces =
          shown.value === "half" ? [[1, 2.5, null]] : [[0, 1.3, "dotted"], [1, 2.5, "solid"], [2, 1.3, "dashed"]],
        tip = (point, name) =>
          `${escape(name)}<br>${goals.map((goal, k) => `${escape(goal.name)} <b>${short(point.values[k])}</b>`).join(", ")}<br>${escape(point.configuration)}`;
      return {
        legend: legend(c, {data: ["reference", ...drawn.map(arm => arm.name)]}),
        grid: {left: 84, right: 28, top: 34, bottom: 52},
        dataZoom: [frame.zoom({xAxisIndex: 0}), frame.zoom({yAxisIndex: 0})],
        xAxis: goalAxis(c, x, {}),
        yAxis: goalAxis(c, y, {inverse: goalLess(y), nameGap: 58}),
        tooltip: {formatter: p => p.data?.tip ?? escape(p.seriesName)},
        series: [
          {
            name: "reference",
            type: "scatter",
            symbolSize: flat ? 6 : 8,
            z: 6,
            itemStyle: {color: c.ink, opacity: 0.8},
            data: points.map(point => ({value: [point.values[x], point.values[y]], tip: tip(point, "reference")})),
            clip: true,
          },
          ...(flat
            ? [
                {
                  name: "reference",
                  type: "line",
                  step,
                  symbol: "none",
                  silent: true,
                  z: 5,
                  itemStyle: {color: c.ink},
                  lineStyle: {width: 1, color: c.ink, opacity: 0.6},
                  data: line(points.map(point => point.values)),
                  clip: true,
                },
              ]
            : []),
          ...drawn.flatMap(arm => {
            const i = arms.indexOf(arm),
              colour = c.of(i);
            return shown.value === "runs"
              ? [
                  {
                    name: arm.name,
                    type: "scatter",
                    symbol: symbols[i % symbols.length],
                    symbolSize: 9,
                    itemStyle: {color: colour, opacity: 0.55},
                    data: arm.runs.flatMap(run =>
                      run.front.map(point => ({
                        value: [point.values[x], point.values[y]],
                        tip: tip(point, run.run),
                      })),
                    ),
                    clip: true,
                  },
                ]
              : surfaces.map(([which, width, type]) => ({
                  name: arm.name,
                  type: "line",
                  step,
                  symbol: "none",
                  z: 4,
                  itemStyle: {color: colour},
                  lineStyle: {width, color: colour, type: type ?? dashes[i % dashes.length]},
                  data: line(arm.surfaces[which].corners),
                  clip: true,
                }));
          }),
        ],
      };
    },
    numbers: () =>
      flat && shown.value !== "runs"
        ? {
            heads: ["strategy", "runs that reach it", ...goals.map(goal => goal.name)],
            rows: arms.flatMap(arm =>
              arm.surfaces
                .filter((_, which) => shown.value !== "half" || which === 1)
                .flatMap(surface =>
                  surface.corners.map(corner => [
                    arm.name,
                    `${surface.runs} of ${arm.runs.length}`,
                    ...corner.map(short),
                  ]),
                ),
            ),
          }
        : {
            heads: ["strategy", "run", ...goals.map(goal => goal.name), "configuration"],
            rows: arms.flatMap(arm =>
              arm.runs.flatMap(run =>
                run.front.map(point => [arm.name, run.run, ...point.values.map(short), point.configuration]),
              ),
            ),
          },
  });
  tableCard(fronts, {
    name: "reference",
    title: `${plural(points.length, "point")} of the reference, and how many runs have a trial as good in all objectives`,
    numbers: {
      heads: [...goals.map(goal => goal.name), ...arms.map(arm => arm.name), "configuration"],
      rows: points.map((point, i) => [
        ...point.values.map(short),
        ...arms.map(arm => `${arm.attained[i]} of ${arm.runs.length}`),
        point.configuration,
      ]),
    },
  });
}
