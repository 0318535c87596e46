/* The front: what no trial beats in all objectives */

const ofGoal = (k, i) => front.values[k][i],
  goalLess = k => goals[k].direction === "MINIMISE",
  goalName = k => goals[k].name + (goalLess(k) ? " (less is better)" : ""),
  /* From best to worst of an objective. */
  inGoal = k => (a, b) => (goalLess(k) ? a - b : b - a),
  onFront = new Set(front?.front ?? []),
  judged = front ? [...trials.id.keys()].filter(i => ofGoal(0, i) !== null) : [],
  limited = front?.limits.length > 0,
  inside = judged.filter(i => front.within[i]),
  valuesAt = i => goals.map((goal, k) => `${escape(goal.name)} <b>${short(ofGoal(k, i))}</b>`).join(", ");
const bounded = front
  ? front.limits.map(limit => `${limit.name} ${limit.text} (${plural(limit.outside, "trial")} outside)`).join("; ")
  : "";
const atTheFront = severalGoals
  ? section(
      "front",
      "Front",
      "Trials that none beats: none is as good in all objectives and better in one." +
        (limited ? ` Constraints: ${bounded}.` : ""),
    )
  : null;
if (front && !severalGoals && judged.length)
  note(
    section(
      "front",
      "Constraints",
      `${whole(inside.length)} of ${plural(judged.length, "finished trial")} ${inside.length === 1 ? "is" : "are"} within the constraints; the best is the best of these.`,
    ),
    bounded + ".",
  );
if (severalGoals && !judged.length) nothing(atTheFront, waiting);
else if (severalGoals) {
  const names = goals.map((goal, k) => [String(k), goal.name]),
    across = choice("front across", names, "1"),
    upwards = choice("front upwards", names, "0"),
    reach = choice("front trials", [
      ["near", "Around the front"],
      ["all", "All trials"],
    ]),
    chosen = [...front.front].map(id => place.get(id)),
    others = () => goals.map((_, k) => k).filter(k => k !== Number(across.value) && k !== Number(upwards.value)),
    third = () => others()[0],
    markedIn = k => front.marks.map(mark => mark.values[k]).filter(x => x !== null),
    /* Where an axis ends on its bad side: half of the front's range beyond it, or a little beyond the last mark. */
    end = k => {
      const sorted = chosen.map(i => ofGoal(k, i)).sort(inGoal(k)),
        log = logarithmic(k),
        at = log ? Math.log : x => x,
        back = log ? Math.exp : x => x,
        away = goalLess(k) ? 1 : -1,
        range = x => Math.abs(at(x) - at(sorted[0])),
        front = at(sorted.at(-1)) + (away / 2) * (range(sorted.at(-1)) || Math.abs(at(sorted[0])) || 1),
        marks = markedIn(k).map(x => at(x) + (away / 30) * range(x));
      return back([front, ...marks].sort(inGoal(k)).at(-1));
    },
    logarithmic = k => goals[k].log && [...judged.map(i => ofGoal(k, i)), ...markedIn(k)].every(x => x > 0),
    beyond = (k, x) => inGoal(k)(x, end(k)) > 0,
    drawnMarks = (x, y) => front.marks.filter(mark => mark.values[x] !== null && mark.values[y] !== null),
    far = (x, y) => judged.filter(i => beyond(x, ofGoal(x, i)) || beyond(y, ofGoal(y, i))),
    all = () => reach.value === "all",
    /* A logarithmic axis has labels at powers of ten alone: of less than some of them it would have none. */
    wide = k => {
      const seen = [...judged.map(i => ofGoal(k, i)), ...markedIn(k)].filter(x => all() || !beyond(k, x));
      return seen.reduce((a, b) => Math.max(a, b)) >= 50 * seen.reduce((a, b) => Math.min(a, b));
    },
    goalAxis = (c, k, extra) =>
      axis(c, goalName(k), {
        type: logarithmic(k) && wide(k) ? "log" : "value",
        scale: true,
        ...(all() ? {} : goalLess(k) ? {max: end(k)} : {min: end(k)}),
        ...extra,
        axisLabel: {formatter: short, showMinLabel: all(), showMaxLabel: all()},
      });
  chart(atTheFront, {
    name: "front",
    title: goals.map(goal => goal.name).join(" against "),
    height: 440,
    zooms: true,
    controls: [
      ...(goals.length > 2 ? [select("across", across), select("upwards", upwards)] : []),
      radio("trials", reach),
    ],
    trial: p => (p.data?.[3] === undefined ? undefined : trials.id[p.data[3]]),
    note: () => {
      const [x, y] = [Number(across.value), Number(upwards.value)],
        left = all() ? 0 : far(x, y).length;
      return [
        left ? `Beyond the chart: ${plural(left, "trial")}.` : "",
        limited ? "Crosses are outside of the constraints." : "",
        goals.length > 2 ? "A trial may be on the front by an objective that is no axis here." : "",
        drawnMarks(x, y).length ? "Diamonds are what others reported." : "",
      ]
        .filter(Boolean)
        .join(" ");
    },
    option: c => {
      const [x, y] = [Number(across.value), Number(upwards.value)],
        coloured = goals.length > 2 && third() !== undefined,
        point = i => [ofGoal(x, i), ofGoal(y, i), coloured ? ofGoal(third(), i) : 0, i],
        members = [...chosen].sort((a, b) => ofGoal(x, a) - ofGoal(x, b)),
        bright = coloured ? members.map(i => ofGoal(third(), i)) : [],
        marks = drawnMarks(x, y),
        names = [
          "front",
          ...(inside.length > chosen.length ? ["dominated"] : []),
          ...(limited && inside.length < judged.length ? ["outside of the constraints"] : []),
          ...(marks.length ? ["reported"] : []),
        ];
      return {
        legend: legend(c, {data: names}),
        grid: coloured
          ? room(c, {left: 84, right: 110, top: 34, bottom: 52})
          : {left: 84, right: 24, top: 34, bottom: 52},
        dataZoom: [zoom({xAxisIndex: 0}), zoom({yAxisIndex: 0})],
        xAxis: goalAxis(c, x, {}),
        yAxis: goalAxis(c, y, {inverse: goalLess(y), nameGap: 58}),
        ...(coloured
          ? {
              visualMap: scaled(c, {
                min: Math.min(...bright),
                max: Math.max(...bright) > Math.min(...bright) ? Math.max(...bright) : Math.min(...bright) + 1e-9,
                dimension: 2,
                seriesIndex: 2,
                inverse: goalLess(third()),
                text: [goals[third()].name, ""],
                formatter: short,
                inRange: {color: goalLess(third()) ? [...c.scale].reverse() : c.scale},
              }),
            }
          : {}),
        tooltip: {
          formatter: p =>
            p.seriesName === "reported"
              ? `${escape(p.data[2])}<br>${goals[x].name} ${short(p.data[0])}, ${goals[y].name} ${short(p.data[1])}`
              : p.data?.[3] === undefined
                ? ""
                : `${valuesAt(p.data[3])}<br>${tip(p.data[3])}`,
        },
        series: [
          {
            name: "outside of the constraints",
            type: "scatter",
            symbol: CROSS,
            symbolSize: 7,
            itemStyle: {color: c.faint, opacity: 0.6},
            data: judged.filter(i => !front.within[i] && !onFront.has(trials.id[i])).map(point),
            clip: true,
          },
          {
            name: "dominated",
            type: "scatter",
            symbolSize: 6,
            itemStyle: {color: c.faint, opacity: 0.55},
            data: inside.filter(i => !onFront.has(trials.id[i])).map(point),
            clip: true,
          },
          {
            name: "front",
            type: "scatter",
            symbolSize: 11,
            z: 5,
            itemStyle: {color: c.of(0), borderColor: c.card, borderWidth: 1},
            data: members.map(point),
            clip: true,
          },
          ...(goals.length === 2
            ? [
                {
                  name: "front",
                  type: "line",
                  step: goalLess(x) ? "end" : "start",
                  symbol: "none",
                  silent: true,
                  z: 4,
                  lineStyle: {width: 1.5, color: c.of(0)},
                  data: members.map(point),
                },
              ]
            : []),
          {
            name: "reported",
            type: "scatter",
            symbol: "diamond",
            symbolSize: 12,
            z: 6,
            itemStyle: {color: c.of(1)},
            data: marks.map(mark => [mark.values[x], mark.values[y], mark.name]),
            clip: true,
          },
        ],
      };
    },
    numbers: () => ({
      heads: ["trial", ...goals.map(goal => goal.name), ...(limited ? ["within constraints"] : []), "configuration"],
      rows: judged.map(i => [
        trials.id[i],
        ...goals.map((_, k) => short(ofGoal(k, i))),
        ...(limited ? [front.within[i] ? "yes" : "no"] : []),
        configuration(i),
      ]),
    }),
  });
  const columns = hyperparameters.length <= 9,
    heads = [...goals.map(goal => goal.name), "trial", "seconds"];
  tableCard(atTheFront, {
    name: "front-trials",
    title: `${plural(chosen.length, "trial")} on the front, of ${whole(inside.length)}${limited ? " within the constraints" : ""}`,
    numbers: {
      heads: [
        ...goals.map(goal => goal.name),
        ...(columns ? parameters(heads) : ["configuration"]),
        goals.some(goal => goal.name === "seconds") ? "time, s" : "seconds",
        "trial",
      ],
      rows: chosen.map(i => [
        ...goals.map((_, k) => short(ofGoal(k, i))),
        ...(columns ? hyperparameters.map((hp, h) => shown(hp, trials.values[h][i])) : [configuration(i)]),
        fixed(trials.seconds[i], 1),
        trials.id[i],
      ]),
    },
  });
  const growth = front.growth,
    along = choice("hypervolume along", [
      ["trials", "Trials"],
      ["seconds", "Compute seconds"],
    ]),
    byTrials = () => along.value === "trials";
  if (growth.length)
    chart(atTheFront, {
      name: "hypervolume",
      title: "Hypervolume of the front so far",
      height: 300,
      controls: [radio("along", along)],
      trial: p => growth[p.dataIndex]?.trial,
      note: () =>
        "The share of the space between the best values on the run's front and a tenth of its range beyond the worst ones that some trial dominates. Objectives on a log scale are judged by their logarithms.",
      option: c => ({
        xAxis: spentAxis(c, byTrials()),
        yAxis: axis(c, "hypervolume", {type: "value", min: 0, nameGap: 46}),
        tooltip: {
          formatter: p =>
            `${short(p.data[1])} after ${byTrials() ? plural(p.data[0], "trial") : time(p.data[0])}`,
        },
        series: [
          {
            name: "hypervolume",
            type: "line",
            step: "end",
            symbol: "circle",
            symbolSize: 5,
            lineStyle: {width: 2.5},
            itemStyle: {color: c.of(0)},
            data: growth.map(step => [byTrials() ? step.trials : step.seconds, step.hypervolume]),
          },
        ],
      }),
      numbers: () => ({
        heads: ["trials", "compute seconds", "hypervolume", "trial"],
        rows: growth.map(step => [step.trials, fixed(step.seconds, 2), short(step.hypervolume), step.trial]),
      }),
    });
}
