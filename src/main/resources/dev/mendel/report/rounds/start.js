/* The page of fixed systems over rounds. */
const {element, fixed, mean, deviation, box, part, choice, section, tableCard, select, chart, axis, legend} = frame;
const TEST = "comparison accuracy",
  TRAINING = "training comparison accuracy";
const escape = text => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
  percent = x => (Number.isFinite(x) ? (100 * x).toFixed(2) : "–"),
  error = x => 100 * (1 - x);
frame.head(data.experiment, [data.description, data.summary].filter(Boolean).join(" · "));

const systems = section(
  "systems",
  "Systems",
  "Means ± sample standard deviations over the rounds, in percent, on test pairs that no training has seen.",
);
const measured = (system, name) => {
  const values = system.rounds.map(round => round[name]).filter(x => x !== undefined);
  return values.length ? percent(mean(values)) + " ± " + percent(deviation(values)) : "–";
};
const reached = system => {
  const all = system.reported.every(figure => figure.reached);
  return system.reported.length ? element("span", {className: all ? "good" : "bad"}, all ? "yes" : "no") : "";
};
tableCard(systems, {
  name: "systems",
  title: "What each came to",
  numbers: {
    heads: [
      "system",
      "rounds",
      "parameters",
      ...data.measures.map(name => name.replace(" accuracy", "")),
      "reported",
      "reached",
    ],
    rows: data.systems.map(system => [
      system.name,
      system.rounds.length,
      system.parameters.toLocaleString("en"),
      ...data.measures.map(name => measured(system, name)),
      system.reported.map(figure => figure.text).join("; "),
      reached(system),
    ]),
  },
});

const many = data.systems.length > 6,
  boxes = data.systems.map(system => box(system.rounds.map(round => 100 * round[TEST])));
chart(
  section(
    "spread",
    "Spread over the rounds",
    "Each box: quartiles and median of the rounds; whiskers: the lowest and highest round.",
  ),
  {
    name: "rounds",
    title: "Test accuracy over the rounds",
    height: 400,
    option: c => ({
      grid: {left: 64, right: 24, top: 20, bottom: many ? 120 : 60},
      xAxis: axis(c, "", {
        type: "category",
        data: data.systems.map(system => system.name),
        axisLabel: {interval: 0, rotate: many ? 35 : 0, width: 170, overflow: "truncate", hideOverlap: false},
      }),
      yAxis: axis(c, "test accuracy, %", {scale: true, nameGap: 46}),
      series: [
        {
          type: "boxplot",
          data: boxes.map((value, i) => ({
            value,
            itemStyle: {color: "transparent", borderColor: c.of(i), borderWidth: 2},
          })),
        },
      ],
    }),
    numbers: () => ({
      heads: ["system", "lowest", "lower quartile", "median", "upper quartile", "highest"],
      rows: data.systems.map((system, i) => [system.name, ...boxes[i].map(x => fixed(x, 2))]),
    }),
  },
);

const sized = data.systems.map((system, i) => ({system, box: boxes[i], size: system.parameters})).filter(
  each => each.size > 0,
);
if (new Set(sized.map(each => each.size)).size > 1) {
  const reportedSizes = data.sizes.filter(each => each.parameters > 0);
  chart(
    section(
      "size",
      "Accuracy by size",
      "Each point: the mean of the rounds; its bar: the lowest and highest round." +
        (reportedSizes.length ? " Diamonds are what others reported." : ""),
    ),
    {
      name: "size",
      title: "Test accuracy by the number of parameters",
      height: 420,
      option: c => ({
        grid: {left: 64, right: 24, top: 34, bottom: 56},
        legend: legend(c, {data: ["here", ...(reportedSizes.length ? ["reported"] : [])]}),
        xAxis: axis(c, "parameters", {type: "log", nameGap: 34}),
        yAxis: axis(c, "test accuracy, %", {scale: true, nameGap: 46}),
        tooltip: {
          formatter: p => (p.data?.[2] ? `${p.data[2]}<br>${p.data[0].toLocaleString("en")} parameters, ${fixed(p.data[1], 2)} %` : ""),
        },
        series: [
          ...sized.map(each => ({
            name: "here",
            type: "line",
            symbol: "none",
            silent: true,
            lineStyle: {color: c.of(0), width: 1.5},
            itemStyle: {color: c.of(0)},
            data: [
              [each.size, each.box[0]],
              [each.size, each.box[4]],
            ],
          })),
          {
            name: "here",
            type: "scatter",
            symbolSize: 10,
            z: 5,
            itemStyle: {color: c.of(0)},
            data: sized.map(each => [
              each.size,
              100 * mean(each.system.rounds.map(round => round[TEST])),
              escape(each.system.name),
            ]),
          },
          {
            name: "reported",
            type: "scatter",
            symbol: "diamond",
            symbolSize: 12,
            itemStyle: {color: c.of(1)},
            data: reportedSizes.map(each => [each.parameters, each.percent, escape(each.name)]),
          },
        ],
      }),
      numbers: () => ({
        heads: ["system", "parameters", "test accuracy, %", "lowest", "highest"],
        rows: [
          ...sized.map(each => [
            each.system.name,
            each.size,
            fixed(100 * mean(each.system.rounds.map(round => round[TEST])), 2),
            fixed(each.box[0], 2),
            fixed(each.box[4], 2),
          ]),
          ...reportedSizes.map(each => [each.name, each.parameters, fixed(each.percent, 2), "", ""]),
        ],
      }),
    },
  );
}

const learnt = data.systems.filter(system =>
  system.curves.some(round => round.some(epoch => epoch[TEST] !== undefined)),
);
if (learnt.length) {
  const first = learnt.slice(0, 8),
    dashes = ["solid", "dashed", "dotted"];
  const average = (system, name) =>
    system.curves[0].map((_, e) =>
      mean(system.curves.map(round => round[e]?.[name]).filter(x => x !== undefined)),
    );
  const lines = (system, name, colour, label, dash) => [
    ...system.curves.map(round => ({
      type: "line",
      name: label,
      symbol: "none",
      silent: true,
      tooltip: {show: false},
      itemStyle: {color: colour},
      lineStyle: {color: colour, width: 1, opacity: 0.25, type: dash},
      data: round.map((epoch, e) => [e + 1, error(epoch[name])]),
    })),
    {
      type: "line",
      name: label,
      symbolSize: 5,
      showSymbol: false,
      itemStyle: {color: colour},
      lineStyle: {color: colour, width: 3, type: dash},
      data: average(system, name).map((x, e) => [e + 1, error(x)]),
    },
  ];
  const epochs = (c, extra) =>
    axis(c, "epoch", {
      type: "value",
      minInterval: 1,
      min: 1,
      max: "dataMax",
      splitLine: {show: false},
      ...extra,
    });
  const names = [...new Set(learnt.flatMap(system => Object.keys(system.curves[0][0])))].filter(name =>
    name.endsWith("accuracy"),
  );
  const measure = choice(
    "curves measure",
    names.map(name => [
      name,
      (name.startsWith("training ") ? "training" : "test") +
        " error: " +
        name.replace("training ", "").replace(" accuracy", ""),
    ]),
  );
  const having = () => first.filter(system => system.curves[0][0][measure.value] !== undefined);
  chart(
    section(
      "curves",
      "Learning curves",
      "Thin: each round. Bold: the mean over rounds." +
        (learnt.length > first.length ? ` The first ${first.length} of ${learnt.length} systems.` : ""),
    ),
    {
      name: "curves",
      title: "Error after each epoch",
      height: 400,
      controls: [select("measure", measure)],
      option: c => ({
        legend: legend(c, {data: having().map(system => system.name)}),
        xAxis: epochs(c),
        yAxis: axis(c, "error, %", {nameGap: 46, min: 0}),
        series: having().flatMap(system =>
          lines(
            system,
            measure.value,
            c.of(first.indexOf(system)),
            system.name,
            dashes[Math.floor(first.indexOf(system) / 3)],
          ),
        ),
      }),
      numbers: () => ({
        heads: ["system", ...having()[0].curves[0].map((_, e) => "epoch " + (e + 1))],
        rows: having().map(system => [system.name, ...average(system, measure.value).map(x => fixed(error(x), 2))]),
      }),
    },
  );
  const training = section(
      "training",
      "Training against test",
      "Error of the comparison in percent. Bold: means over rounds; thin: each round.",
    ),
    each = part(training, "small", () => element("div", {className: "small"}));
  first.forEach((system, i) =>
    chart(each, {
      name: "training-" + (i + 1),
      title: system.name,
      option: c => ({
        grid: {left: 44, right: 12, top: 28, bottom: 40},
        legend: legend(c, {right: 0, data: ["test", "training"]}),
        xAxis: epochs(c, {nameGap: 24}),
        yAxis: axis(c, "", {min: 0}),
        series: [
          ...lines(system, TEST, c.of(i), "test", "solid"),
          ...lines(system, TRAINING, c.soft, "training", "dashed"),
        ],
      }),
      numbers: () => ({
        heads: ["epoch", "test error", "training error"],
        rows: average(system, TEST).map((x, e) => [
          e + 1,
          fixed(error(x), 2),
          fixed(error(average(system, TRAINING)[e]), 2),
        ]),
      }),
    }),
  );
}
frame.facts(section("ran", "What ran"), Object.entries(data.provenance));
