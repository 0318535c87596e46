/* Timeline */

const work = section(
  "timeline",
  "Workers",
  `Which worker evaluated what, and when. A block begins when the ${subject.part} did and is as long as ${subject.spent}; gaps are waiting, or other work on the machine.`,
);
if (!timeline.blocks.length)
  nothing(
    work,
    imported
      ? "All trials were imported."
      : status.takenOver
        ? "All trials were taken over from other runs." : `No ${subject.part} is finished yet.`,
  );
else {
  const laneOf = block => (block.host ? `${block.host}, slot ${block.worker}` : "worker " + block.worker),
    workers = [...new Map(timeline.blocks.map(block => [laneOf(block), block])).values()]
      .sort((a, b) => (a.host ?? "").localeCompare(b.host ?? "") || a.worker - b.worker)
      .map(laneOf),
    last = Math.max(...timeline.blocks.map(block => block.end)),
    isPale = block => block.folds === 1 && stoppedAt.has(block.trial),
    busy = timeline.blocks.reduce((sum, block) => sum + block.busy, 0);
  chart(work, {
    name: "timeline",
    title: "Timeline of workers",
    height: 110 + 44 * Math.min(16, workers.length),
    canvas: timeline.blocks.length > 600,
    zooms: true,
    trial: p => timeline.blocks[p.dataIndex]?.trial,
    note: () =>
      [
        timeline.together > 1 ? `A block stands for up to ${timeline.together} ${subject.part}s one after another.` : "",
        stoppedAt.size && timeline.together === 1 ? `Pale: trials that were stopped. A ${subject.part} that paused at rungs is drawn in one piece.` : "",
        timeline.breaks.length
          ? "Dashed lines: the run was interrupted and resumed; the pauses are left out."
          : "",
        `Busy: ${fixed((100 * busy) / (workers.length * Math.max(last, status.elapsedSeconds)), 0)} % of the workers' time.`,
      ]
        .filter(Boolean)
        .join(" "),
    option: c => ({
      grid: {left: Math.min(240, Math.max(84, 20 + 7 * Math.max(...workers.map(lane => lane.length)))), right: 24, top: 14, bottom: 48},
      dataZoom: zoom({xAxisIndex: 0}),
      xAxis: axis(c, "seconds of work on the run", {
        type: "value",
        min: 0,
        max: "dataMax",
        axisLabel: {formatter: short},
      }),
      yAxis: axis(c, "", {
        type: "category",
        inverse: true,
        data: workers,
        axisLabel: {interval: 0},
        splitLine: {show: false},
      }),
      tooltip: {
        formatter: p => {
          const block = timeline.blocks[p.dataIndex];
          return block.folds > 1
            ? `${block.folds} ${subject.part}s from trial ${block.trial} on<br>${time(block.busy)} busy of ${time(block.end - block.start)}`
            : `trial ${block.trial}, ${subject.part} ${block.fold + 1}${place.has(block.trial) ? ": " + outcome(place.get(block.trial)) : ""}<br>${time(block.busy)}, from ${time(block.start)} on`;
        },
      },
      series: [
        {
          type: "custom",
          encode: {x: [1, 2], y: 0},
          clip: true,
          renderItem: (params, api) => {
            const from = api.coord([api.value(1), api.value(0)]),
              to = api.coord([api.value(2), api.value(0)]),
              height = api.size([0, 1])[1] * 0.62;
            return {
              type: "rect",
              shape: {x: from[0], y: from[1] - height / 2, width: Math.max(1, to[0] - from[0] - 0.6), height},
              style: {fill: api.visual("color"), opacity: isPale(timeline.blocks[params.dataIndex]) ? 0.35 : 1},
            };
          },
          data: timeline.blocks.map(block => ({
            value: [workers.indexOf(laneOf(block)), block.start, block.end],
            itemStyle: {color: [c.of(0), c.scale[1]][block.trial % 2]},
          })),
          markLine: timeline.breaks.length
            ? {
                symbol: "none",
                silent: true,
                label: {show: false},
                lineStyle: {color: c.of(1), type: "dashed"},
                data: timeline.breaks.map(x => ({xAxis: x})),
              }
            : undefined,
        },
      ],
    }),
    numbers: () => ({
      heads: ["worker", "trial", subject.part, subject.part + "s", "start s", "end s", "busy s"],
      rows: timeline.blocks.map(block => [
        block.host ? laneOf(block) : block.worker,
        block.trial,
        block.fold + 1,
        block.folds,
        fixed(block.start, 2),
        fixed(block.end, 2),
        fixed(block.busy, 2),
      ]),
    }),
  });
}
