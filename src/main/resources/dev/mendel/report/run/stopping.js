/* Stopping: the values of trials at the rungs they raced over, and what was saved */

if (stopping) {
  const {rungs, ended, lines, saving} = stopping,
    pass = stopping.epochs ? "epoch" : subject.part,
    reached = rungs.map((rung, r) => (rung.at === null ? "rung " + (r + 1) : "after " + plural(rung.at, pass))),
    stops = [...reached.map((text, r) => (rungs[r].at === null ? text : `rung ${r + 1}, ${text}`)), "end"],
    made = section(
      "stopping",
      "Stopping",
      `Trials raced over rungs, at which those behind the others were stopped. Stopped trials have no ${word}: they have not failed, but they never win.`,
    );
  /* The values on the way, and the one at the end, of those that came there. */
  const way = line => {
      const last = trials.score[place.get(line.trial)];
      return [
        ...line.values.map((value, r) => [r, value]),
        ...(last === null ? [] : [[rungs.length, last]]),
      ].filter(([, value]) => value !== null);
    },
    finishedWay = line => trials.score[place.get(line.trial)] !== null,
    evenly = all =>
      all.length <= LINES / 2 ? all : Array.from({length: LINES / 2}, (_, k) => all[Math.floor((2 * k * all.length) / LINES)]),
    first = lines.filter(line => line.trial === winner?.trial),
    strong = evenly(lines.filter(line => finishedWay(line) && !first.includes(line))),
    pale = evenly(lines.filter(line => !finishedWay(line))),
    paleName = pale.every(line => line.stopped) ? "stopped" : "stopped or failed",
    shownWays = first.length + strong.length + pale.length,
    many = shownWays > 400;
  const ways = (name, of, z, colour, width, opacity, size) => [
    {
      name,
      type: "lines",
      polyline: true,
      coordinateSystem: "cartesian2d",
      silent: true,
      z,
      lineStyle: {color: colour, width, opacity},
      data: of.map(way).filter(points => points.length > 1).map(coords => ({coords})),
    },
    {
      name,
      type: "scatter",
      z: z + 1,
      symbolSize: size,
      progressive: 0,
      itemStyle: {color: colour, opacity: Math.min(1, opacity + 0.15)},
      data: of.flatMap(line => way(line).map(point => ({value: point, trial: line.trial}))),
    },
  ];
  chart(made, {
    name: "rungs",
    title: `${less ? "Values" : "Scores"} on the way`,
    height: 380,
    canvas: many,
    zooms: true,
    trial: p => p.data.trial,
    note: () =>
      shownWays < lines.length ? `Drawn: ${whole(shownWays)} of ${plural(lines.length, "trial")}, an even choice. The table has all.` : "",
    option: c => ({
      legend: legend(c, {data: [paleName, "finished", "best"]}),
      dataZoom: zoom({yAxisIndex: 0}),
      grid: {left: 64, right: 32, top: 34, bottom: 34},
      xAxis: axis(c, "", {type: "category", data: stops, boundaryGap: true, axisLabel: {interval: 0, formatter: text => (c.narrow ? text.replace(", ", ",\n") : text)}}),
      yAxis: scores(c),
      tooltip: {
        formatter: p =>
          p.data.trial === undefined
            ? ""
            : `${stops[p.data.value[0]]}: <b>${score(p.data.value[1])}</b><br>${tip(place.get(p.data.trial))}`,
      },
      series: [
        ...ways(paleName, pale, 2, c.faint, 1, many ? 0.3 : 0.5, many ? 3 : 5),
        ...ways("finished", strong, 4, c.of(0), 1.6, many ? 0.5 : 0.8, many ? 4 : 6),
        ...ways("best", first, 6, c.of(1), 3, 1, 9),
      ],
    }),
    numbers: () => ({
      heads: ["trial", ...stops],
      rows: lines.map(line => [
        line.trial,
        ...rungs.map((_, r) => score(line.values[r])),
        outcomeCell(place.get(line.trial)),
      ]),
    }),
  });
  tableCard(made, {
    name: "came",
    title: "How many came how far",
    numbers: {
      heads: ["rung", "point", "came there", "stopped there"],
      rows: [
        ...rungs.map((rung, r) => [r + 1, reached[r], whole(rung.came), whole(rung.stopped)]),
        ["–", "end", whole(ended), "–"],
      ],
    },
  });
  const spared = (taken, all, words) => [
    words(taken),
    all === null ? "–" : words(all),
    all === null || all === 0 ? "–" : `${words(all - taken)} (${fixed((100 * (all - taken)) / all, 0)} %)`,
  ];
  tableCard(made, {
    name: "saved",
    title: "What stopping saved",
    numbers: {
      heads: ["of the run's own trials", "taken", "without stopping", "saved"],
      rows: [
        ...(saving.passes === null ? [] : [[pass + "s", ...spared(saving.passes, saving.wholePasses, n => whole(Math.round(n)))]]),
        ["time", time(saving.seconds), ...spared(saving.seconds, saving.wholeSeconds, s => "≈ " + time(s)).slice(1)],
      ],
    },
  });
  put(
    made,
    "saved how",
    element(
      "p",
      {className: "note"},
      saving.wholePasses === null
        ? `What was saved is not known: ${done.length && saving.passes === null ? "the objective doesn't tell its epochs" : "no trial has come to its end"}.`
        : `Without stopping: had every trial that was stopped gone to its end. Time is ${subject.spent}, of all workers together; what was saved of it is estimated: the mean time per ${pass}, for each ${pass} that was not done.`,
    ),
  );
}
