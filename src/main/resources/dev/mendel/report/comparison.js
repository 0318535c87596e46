/* The page of a comparison. */
(() => {
  const {element, fixed, short, time, mean, quantile, box, section, nothing, tableCard, radio, chart, axis, legend} = frame;
  const {comparison} = data, {arms, reference, differences} = comparison, grid = reference.grid;
  const runs = arms.flatMap(arm => arm.runs), {share, direction} = comparison.unit, sign = direction === "MINIMISE" ? -1 : 1, word = sign < 0 ? "value" : "score";
  /* Scores stand here as a search maximises them: `value` is where one is drawn, `score` what is read, of a score or of what was drawn. */
  const value = x => Number.isFinite(x) ? share ? 100 * x : x : null, read = v => share ? fixed(v, 2) : short(sign * v + 0), score = x => Number.isFinite(x) ? read(value(x)) : "–";
  const distance = x => share ? fixed(100 * x, 2) : short(x), scores = (c, extra = {}) => axis(c, unit, {type: "value", scale: true, nameGap: 46, ...extra, axisLabel: {...(share ? {} : {formatter: read}), ...extra.axisLabel}});
  const unit = share ? "score, %" : word + (sign < 0 ? " (less is better)" : ""), whole = n => Number.isFinite(n) ? Math.round(n).toLocaleString("en") : "–", plural = (n, word) => whole(n) + " " + word + (n === 1 ? "" : "s");
  const escape = text => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;"), dashes = ["solid", "dashed", "dotted"], symbols = ["circle", "rect", "triangle", "diamond", "pin", "arrow"];
  const isGrid = arm => grid !== null && arm.runs.some(run => run.run === grid.run);
  const error = xs => xs.length < 2 ? 0 : frame.deviation(xs) / Math.sqrt(xs.length);
  /* The median of those that have the number, with quartiles where there are several different ones. */
  const spread = (arm, number, show) => {
    const numbers = arm.runs.map(number).filter(Number.isFinite).sort((a, b) => a - b);
    if (!numbers.length) return "–";
    const [low, middle, high] = [0.25, 0.5, 0.75].map(q => quantile(numbers, q));
    return low === high ? show(middle) : `${show(middle)} (${show(low)}–${show(high)})`;
  };
  const ofGrid = (arm, seconds) => grid && grid.computeSeconds > 0 ? spread(arm, run => { const s = seconds(run); return Number.isFinite(s) ? 100 * s / grid.computeSeconds : NaN; }, x => fixed(x, 1) + "%") : "–";

  frame.head(comparison.experiment, "comparison of " + plural(runs.length, "run") + ": " + arms.map(arm => arm.runs.length + " × " + arm.name).join(", "));
  frame.tiles([
    [grid ? "best of the grid" : "best of these runs", score(reference.score) + (share ? " %" : ""), reference.configuration],
    ...(grid ? [["grid", plural(grid.points, "point"), `${time(grid.computeSeconds)} of training` + (grid.failed ? `, ${whole(grid.failed)} failed` : "")]] : []),
    ...arms.filter(arm => !isGrid(arm)).slice(0, 3).map(arm => [arm.name, `${arm.runs.filter(run => run.veryNear !== null).length} of ${arm.runs.length}`, (share ? "within 0.5 points of it" : "within 0.5 % of it") + (grid ? ", after " + ofGrid(arm, run => run.veryNear?.computeSeconds) + " of the grid's compute" : "")]),
  ]);
  document.getElementById("main").append(element("p", {className: "lead", style: "margin-top:18px"}, element("b", {}, "A fair reading. "), data.fairReading));

  /* Best so far */
  const soFar = section("progress", "Best so far", "Over the runs of each strategy: the line is the median of their best scores so far, the band reaches from the lower to the upper quartile. Compute seconds are the trainings' own time, whichever run they were done for.");
  let along = "byTrials", log = false, part = true;
  const curve = arm => arm[along].filter(point => !log || point.at > 0);
  const drawn = () => arms.filter(arm => curve(arm).length);
  const most = () => Math.max(...arms.filter(arm => !isGrid(arm) || arms.length === 1).flatMap(arm => arm[along].map(point => point.at)), 1);
  const all = () => Math.max(...arms.flatMap(arm => arm[along].map(point => point.at)), 1);
  if (!arms.some(arm => arm.byTrials.length)) nothing(soFar, "No run has a score yet.");
  else {
    const lows = () => { const firsts = drawn().map(arm => value(quantile(curve(arm).map(point => point.lower).sort((a, b) => a - b), 0.1))); return Math.min(...firsts); };
    const redraw = chart(soFar, {name: "best-so-far", title: `Best ${word} so far, by strategy`, height: 420,
      controls: [radio("along", [["byTrials", "Trials"], ["bySeconds", "Compute seconds"]], along, chosen => { along = chosen; redraw(); }), radio("axis", [["linear", "Linear"], ["log", "Log"]], "linear", chosen => { log = chosen === "log"; redraw(); }),
        ...(grid ? [radio("reach", [["part", "Searches"], ["whole", "Whole grid"]], "part", chosen => { part = chosen === "part"; redraw(); })] : [])],
      note: () => [grid && part && all() > most() ? `The grid goes on to ${along === "byTrials" ? plural(all(), "trial") : time(all())}.` : "", "A curve begins where every run of its strategy has a score."].filter(Boolean).join(" "),
      option: c => ({legend: legend(c, {data: drawn().map(arm => arm.name)}), grid: {left: 64, right: 24, top: 34, bottom: 48},
        xAxis: axis(c, along === "byTrials" ? "trials" : "compute seconds", {type: log ? "log" : "value", min: log ? "dataMin" : 0, max: part ? most() : all(), axisLabel: {formatter: short}, minorSplitLine: {show: false}}),
        yAxis: scores(c, {min: v => Math.max(v.min, Math.floor(lows())), axisLabel: {showMinLabel: false}}),
        tooltip: {trigger: "axis", formatter: list => { const at = list[0].data[0]; return (along === "byTrials" ? plural(at, "trial") : time(at)) + "<br>" + drawn().map(arm => { const point = curve(arm).filter(each => each.at <= at).at(-1); return point ? `${escape(arm.name)}: <b>${score(point.median)}</b> (${score(point.lower)}–${score(point.upper)})` : ""; }).filter(Boolean).join("<br>"); }},
        series: drawn().flatMap(arm => {
          const i = arms.indexOf(arm), colour = c.of(i), points = curve(arm), band = points.some(point => point.lower < point.upper);
          const outline = [...points.map(point => [point.at, value(point.upper)]), ...points.map(point => [point.at, value(point.lower)]).reverse()];
          return [...(band ? [{name: arm.name, type: "custom", silent: true, clip: true, tooltip: {show: false}, encode: {x: 0, y: 1}, itemStyle: {color: colour}, data: outline, renderItem: (params, api) => params.dataIndex ? null : {type: "polygon", shape: {points: stairs(points).map(point => api.coord(point))}, style: {fill: colour, opacity: 0.15}}}] : []),
            {name: arm.name, type: "line", step: "end", symbol: symbols[i % symbols.length], symbolSize: 7, showSymbol: points.length < 25, itemStyle: {color: colour}, lineStyle: {color: colour, width: 2.5, type: dashes[i % dashes.length]}, data: points.map(point => [point.at, value(point.median)])}];
        }).concat([{name: "reference", type: "line", data: [], markLine: {symbol: "none", silent: true, lineStyle: {color: c.soft, type: "dotted"}, label: {color: c.soft, position: "insideEndTop", formatter: grid ? "best of the grid" : "best of these runs"}, data: [{yAxis: value(reference.score)}]}}])}),
      numbers: () => ({heads: ["strategy", along === "byTrials" ? "trials" : "compute seconds", "lower quartile", "median", "upper quartile"], rows: arms.flatMap(arm => arm[along].map(point => [arm.name, along === "byTrials" ? Math.round(point.at) : fixed(point.at, 1), score(point.lower), score(point.median), score(point.upper)]))})});
    /* The band's edge, in steps as the lines are. */
    function stairs(points) {
      const edge = name => points.flatMap((point, k) => k ? [[point.at, value(points[k - 1][name])], [point.at, value(point[name])]] : [[point.at, value(point[name])]]);
      return [...edge("upper"), ...edge("lower").reverse()];
    }
  }

  /* Cost */
  const costs = section("costs", "What was found, and what it cost", "Medians over the runs, quartiles in brackets. Budgets are counted in trials, in passes over the training data (folds × epochs), in the trainings' own seconds, and by the clock. Rank: the place of the winner's configuration in the complete grid.");
  tableCard(costs, {name: "costs", title: "Cost by strategy", numbers: {heads: ["strategy", "runs", "trials", "folds × epochs", "compute", "of the grid's", "by the clock", unit, "rank in the grid"],
    rows: arms.map(arm => [arm.name, arm.runs.length, spread(arm, run => run.trials, whole), spread(arm, run => run.passes, whole), spread(arm, run => run.computeSeconds, time), ofGrid(arm, run => run.computeSeconds), spread(arm, run => run.wallSeconds, time), spread(arm, run => run.best, score), spread(arm, run => run.rank ?? NaN, whole)])}});
  const ranked = arms.filter(arm => arm.runs.some(run => run.rank !== null));
  if (ranked.length) chart(costs, {name: "ranks", title: "Rank of the winners in the complete grid", height: 110 + 46 * ranked.length,
    note: () => "Each point is a run; 1 is the best point of the grid. Winners that are no point of the grid have no rank.",
    option: c => ({grid: {left: 150, right: 32, top: 12, bottom: 48}, xAxis: axis(c, "rank (log)", {type: "log", min: 0.8, axisLabel: {formatter: short, showMinLabel: false}}), yAxis: axis(c, "", {type: "category", inverse: true, data: ranked.map(arm => arm.name), axisLabel: {interval: 0, width: 130, overflow: "truncate"}}),
      tooltip: {formatter: p => `${escape(p.data.run.run)}<br>rank <b>${whole(p.data.run.rank)}</b> of ${whole(grid.points)}<br>${escape(p.data.run.winner)}`},
      series: ranked.map(arm => ({type: "scatter", symbol: symbols[arms.indexOf(arm) % symbols.length], symbolSize: 11, itemStyle: {color: c.of(arms.indexOf(arm)), opacity: 0.75}, data: arm.runs.filter(run => run.rank !== null).map(run => ({value: [run.rank, arm.name], run}))}))}),
    numbers: () => ({heads: ["strategy", "run", "rank", unit, "winner"], rows: ranked.flatMap(arm => arm.runs.map(run => [arm.name, run.run, whole(run.rank ?? NaN), score(run.best), run.winner ?? "–"]))})});

  /* Reach */
  const soon = section("reach", "How soon", `When each run first came within 1 and within 0.5 ${share ? "points" : "%"} of the ${grid ? "grid's best" : "best of these runs"}${share ? "" : ", of the way there from the median trial"}. Runs that never did are not among the points.`);
  let measure = "trials";
  const reaches = [["near", share ? "within 1 point" : "within 1 %"], ["veryNear", share ? "within 0.5 points" : "within 0.5 %"]], reached = runs.some(run => run.near !== null);
  if (!reached) nothing(soon, "No run came near.");
  else {
    const again = chart(soon, {name: "reach", title: "Until near the best", height: 150 + 52 * arms.length, controls: [radio("cost", [["trials", "Trials"], ["computeSeconds", "Compute seconds"]], measure, chosen => { measure = chosen; again(); })],
      note: () => arms.map(arm => `${arm.name}: ${reaches.map(([key, text]) => `${arm.runs.filter(run => run[key] !== null).length} of ${arm.runs.length} ${text}`).join(", ")}.`).join(" "),
      option: c => ({grid: {left: 150, right: 32, top: 34, bottom: 48}, legend: legend(c, {data: reaches.map(([, text]) => text)}), xAxis: axis(c, (measure === "trials" ? "trials" : "compute seconds") + " (log)", {type: "log", axisLabel: {formatter: short}}), yAxis: [axis(c, "", {type: "category", inverse: true, data: arms.map(arm => arm.name), axisLabel: {interval: 0, width: 130, overflow: "truncate"}}), {type: "value", min: -0.5, max: arms.length - 0.5, inverse: true, show: false}],
        tooltip: {formatter: p => `${escape(p.data.run.run)}<br>${p.seriesName} after <b>${measure === "trials" ? plural(p.data.value[0], "trial") : time(p.data.value[0])}</b>`},
        series: reaches.map(([key, text], k) => ({name: text, type: "scatter", yAxisIndex: 1, symbol: symbols[k], symbolSize: 10, itemStyle: {color: c.of(k), opacity: 0.7}, data: arms.flatMap((arm, a) => arm.runs.filter(run => run[key] !== null).map(run => ({value: [Math.max(run[key][measure], 1e-3), a + (k ? 0.16 : -0.16)], run})))}))}),
      numbers: () => ({heads: ["strategy", "run", ...reaches.flatMap(([, text]) => [text + ": trials", text + ": compute seconds"])], rows: arms.flatMap(arm => arm.runs.map(run => [arm.name, run.run, ...reaches.flatMap(([key]) => run[key] ? [run[key].trials, fixed(run[key].computeSeconds, 1)] : ["–", "–"])]))})});
  }
  tableCard(soon, {name: "reach-medians", title: "Medians of those that came so near", numbers: {heads: ["strategy", ...reaches.flatMap(([, text]) => [text, "trials", "compute", "of the grid's"])], rows: arms.map(arm => [arm.name, ...reaches.flatMap(([key]) => [`${arm.runs.filter(run => run[key] !== null).length} of ${arm.runs.length}`, spread(arm, run => run[key]?.trials ?? NaN, whole), spread(arm, run => run[key]?.computeSeconds ?? NaN, time), ofGrid(arm, run => run[key]?.computeSeconds ?? NaN)])])}});

  /* Final scores */
  const finals = section("finals", "Final scores", "Every winner by the score that the search saw, which is optimistic, and by what it came to on data that no search has seen.");
  const kinds = [["score of the search", run => run.best], ["test of the run", run => run.test], ["other folds", run => run.foldsAgain?.mean], ["fresh pairs", run => run.freshPairs?.mean]].filter(([, of]) => runs.some(run => Number.isFinite(of(run))));
  if (!kinds.length) nothing(finals, "No run has a score yet.");
  else {
    let kind = kinds.length - 1;
    const room = v => Math.max((v.max - v.min) / 8, Math.abs(v.max) / 200, 1e-9);
    const having = () => arms.filter(arm => arm.runs.some(run => Number.isFinite(kinds[kind][1](run)))), numbers = arm => arm.runs.map(kinds[kind][1]).filter(Number.isFinite).map(value);
    const spreadOut = i => ((i * 0.6180339887 + 0.5) % 1 - 0.5) * 0.4;
    const redraw = chart(finals, {name: "finals", title: "Scores of the winners", height: 400, controls: [radio("score", kinds.map(([text], i) => [i, text[0].toUpperCase() + text.slice(1)]), kind, chosen => { kind = chosen; redraw(); })],
      note: () => "Each point is a run's winner; boxes are quartiles, median and extremes of strategies with five runs or more.",
      option: c => ({xAxis: [axis(c, "", {type: "category", data: having().map(arm => arm.name), axisLabel: {interval: 0, width: 180, overflow: "truncate"}}), {type: "value", min: -0.5, max: having().length - 0.5, show: false}], yAxis: scores(c, {min: v => v.min - room(v), max: v => v.max + room(v), axisLabel: {showMinLabel: false, showMaxLabel: false}}), grid: {left: 64, right: 24, top: 14, bottom: 34},
        tooltip: {formatter: p => p.data.run ? `${escape(p.data.run.run)}<br><b>${read(p.data.value[1])}</b><br>${escape(p.data.run.winner)}` : ""},
        series: [{type: "boxplot", boxWidth: [20, 80], itemStyle: {color: c.empty, borderColor: c.soft, borderWidth: 1.3}, data: having().map(arm => numbers(arm).length > 4 ? box(numbers(arm)) : [NaN, NaN, NaN, NaN, NaN])},
          ...having().map((arm, a) => ({name: arm.name, type: "scatter", xAxisIndex: 1, z: 4, symbol: symbols[arms.indexOf(arm) % symbols.length], symbolSize: 10, itemStyle: {color: c.of(arms.indexOf(arm)), opacity: 0.8}, data: arm.runs.filter(run => Number.isFinite(kinds[kind][1](run))).map((run, i) => ({value: [a + (arm.runs.length > 1 ? spreadOut(i) : 0), value(kinds[kind][1](run))], run}))}))]}),
      numbers: () => ({heads: ["strategy", "run", ...kinds.map(([text]) => text), "winner"], rows: arms.flatMap(arm => arm.runs.map(run => [arm.name, run.run, ...kinds.map(([, of]) => score(of(run))), run.winner ?? "–"]))})});
    tableCard(finals, {name: "finals-means", title: "Means ± standard errors", numbers: {heads: ["strategy", ...kinds.map(([text]) => text)], rows: arms.map(arm => [arm.name, ...kinds.map(([, of]) => { const all = arm.runs.map(of).filter(Number.isFinite); return all.length ? score(mean(all)) + (all.length > 1 ? " ± " + distance(error(all)) : "") : "–"; })])}});
  }
  if (differences.length) tableCard(finals, {name: "differences", title: "Differences between strategies, on data that no search has seen", numbers: {heads: ["strategies", "of", "difference" + (share ? ", points" : ""), "numbers", "test", "p"],
    rows: differences.map(each => [`${each.one} − ${each.other}`, each.of, (sign * each.difference > 0 ? "+" : "") + read(value(each.difference)), each.count, each.test, each.pValue === null ? "–" : fixed(each.pValue, 3)])}});

  /* Runs */
  const every = section("runs", "Runs", "Taken over: trials that another of these runs had finished, and that were not trained again; their time counts all the same.");
  tableCard(every, {name: "runs", title: plural(runs.length, "run"), numbers: {heads: ["strategy", "seed", "trials", "failed", "taken over", "compute", unit, "rank", "test", "fresh pairs", "winner", "run"],
    rows: arms.flatMap(arm => arm.runs.map(run => [arm.name, run.seed, run.trials, run.failed, run.takenOver, time(run.computeSeconds), score(run.best), whole(run.rank ?? NaN), score(run.test), run.freshPairs ? score(run.freshPairs.mean) + " ± " + distance(run.freshPairs.standardError) : "–", run.winner ?? "–", run.run]))}});
})();
