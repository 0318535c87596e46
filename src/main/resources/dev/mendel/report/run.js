/* The page of a search. */
(() => {
  const {element, fixed, short, time, mean, quantile, box, nothing, tableCard, radio, select, chart, axis, legend} = frame;
  const {trials, hyperparameters, status, best, progress, generations, lineage, importance, interactions, curves, timeline, failures} = data;
  const SAMPLE = 3000, LINES = 1500, words = {genetic: "evolution", grid: "grid search", random: "random search"};
  const count = trials.id.length, done = [...trials.id.keys()].filter(i => trials.score[i] !== null), place = new Map(trials.id.map((id, i) => [id, i]));
  /* Scores stand here as a search maximises them; who minimises reads what the objective said. */
  const sign = data.direction === "MINIMISE" ? -1 : 1, word = sign < 0 ? "value" : "score";
  const between = done.length > 0 && done.every(i => sign * trials.score[i] >= 0 && sign * trials.score[i] <= 1), score = x => x === null || x === undefined ? "–" : between ? fixed(sign * x, 4) : short(sign * x + 0);
  const scores = (c, extra = {}) => axis(c, extra.name ?? word + (sign < 0 ? " (less is better)" : ""), {type: "value", scale: true, nameGap: 46, ...extra, axisLabel: {formatter: x => short(sign * x + 0), ...extra.axisLabel}});
  const whole = n => n.toLocaleString("en"), plural = (n, word) => whole(n) + " " + word + (n === 1 ? "" : "s"), winner = best[0], bred = generations.length > 0;
  const waiting = status.goingOn ? "No trial has a score yet." : "No trial has a score.";

  /* Without any score there is little to see: what needs scores is left out. */
  const section = (id, ...texts) => done.length || ["best", "generations", "timeline", "failures", "ran"].includes(id) ? frame.section(id, ...texts) : element("section");

  /* Values of hyperparameters: a number stands for itself, a choice is the place in its list, null for one that takes no part. */
  const shown = (hp, x) => x === null ? "–" : hp.values.length ? hp.values[x] : short(x);
  const unit = (hp, x) => hp.values.length ? x / Math.max(1, hp.values.length - 1) : hp.log ? Math.log(x / hp.low) / Math.log(hp.high / hp.low) : (x - hp.low) / (hp.high - hp.low);
  const at = (hp, u) => hp.log ? hp.low * (hp.high / hp.low) ** u : hp.low + u * (hp.high - hp.low);
  const configuration = i => hyperparameters.map((hp, h) => trials.values[h][i] === null ? null : hp.name + "=" + shown(hp, trials.values[h][i])).filter(Boolean).join(" ");
  const tip = i => `trial ${trials.id[i]}${bred ? ", generation " + trials.generation[i] : ""}: <b>${score(trials.score[i])}</b><br>` + hyperparameters.map((hp, h) => trials.values[h][i] === null ? null : `${escape(hp.name)} ${escape(shown(hp, trials.values[h][i]))}`).filter(Boolean).join("<br>");
  const escape = text => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const everyTrial = () => ({heads: ["trial", ...(bred ? ["generation"] : []), word, "seconds", ...hyperparameters.map(hp => hp.name)],
    rows: trials.id.map((id, i) => [id, ...(bred ? [trials.generation[i]] : []), trials.score[i] === null ? "failed" : score(trials.score[i]), fixed(trials.seconds[i], 2), ...hyperparameters.map((hp, h) => shown(hp, trials.values[h][i]))])});
  /* Of many trials: the best, and every so-manieth of the others; always the same ones. */
  const sample = most => {
    if (done.length <= most) return done;
    const ranked = [...done].sort((a, b) => trials.score[b] - trials.score[a]), top = ranked.slice(0, most / 3 | 0), rest = ranked.slice(top.length), step = rest.length / (most - top.length);
    return [...top, ...Array.from({length: most - top.length}, (_, k) => rest[Math.floor(k * step)])].sort((a, b) => a - b);
  };
  const leftOut = (drawn, what = "trials") => drawn.length < done.length ? `Drawn: ${whole(drawn.length)} of ${whole(done.length)} ${what}: the best third of these and an even choice of the others. The table has all.` : "";
  const points = sample(SAMPLE), big = points.length > 1200;
  /* Where a few very bad trials would press all others together, the axis begins at the lower quartile less the quartiles' distance. */
  const sorted = done.map(i => trials.score[i]).sort((a, b) => a - b);
  const floor = () => { const low = quantile(sorted, 0.25), gap = quantile(sorted, 0.75) - low; return low - 1.5 * gap > sorted[0] ? low - 1.5 * gap : sorted[0]; };
  const round = x => { const step = 10 ** Math.floor(Math.log10(Math.max(sorted.at(-1) - x, 1e-9))) / 2; return Math.floor(x / step + 1e-9) * step; };
  const roomy = {max: v => v.max + 0.06 * (v.max - v.min || 1), axisLabel: {showMaxLabel: false}};

  frame.head(data.experiment, [data.description, words[data.strategy] ?? data.strategy].filter(Boolean).join(" · "));
  const main = document.getElementById("main");
  if (status.goingOn) main.append(element("p", {className: "going", role: "status"}, "This run was still going on when the page was written: it shows what was there by then."));
  else if (status.words.startsWith("broken")) main.append(element("p", {className: "going", role: "status"}, "This run was broken off; it can be resumed."));
  frame.tiles([
    ["best " + word, winner ? score(winner.score) : "none", winner ? (winner.folds.length > 1 ? `± ${fixed(winner.deviation, 4)} over ${winner.folds.length} folds` : "") : waiting],
    ...(winner && winner.test !== null ? [["test", score(winner.test), "on data that no search has seen"]] : []),
    ["trials", whole(status.finished + status.failed), [status.failed ? plural(status.failed, "failed").replace(/s$/, "") : "none failed", status.open ? whole(status.open) + " open" : "", status.takenOver ? whole(status.takenOver) + " taken over" : ""].filter(Boolean).join(", ")],
    ...(bred ? [["generations", whole(generations.at(-1).summary.number), "after the first population"]] : []),
    ["by the clock", time(status.elapsedSeconds), status.words],
    ["in trainings", time(status.computedSeconds), "sum of all folds" + (status.takenOver ? ", also of those taken over" : "")],
  ]);
  if (winner) main.append(element("ul", {className: "chips", "aria-label": "the best configuration"}, element("li", {}, "trial ", element("b", {}, String(winner.trial))), ...Object.entries(winner.configuration).map(([name, value]) => element("li", {}, name + " ", element("b", {}, value)))));

  /* Best configurations */
  const bests = section("best", "Best configurations", "Scores are means over the folds ± their standard deviation. The winner's is optimistic: it is the best of many, and so the luckiest too. Its test is one training on all pairs, scored on others.");
  if (!winner) nothing(bests, waiting + (failures.failures.length ? " Why is told below, under Failures." : ""));
  else {
    const columns = hyperparameters.length <= 9, measures = Object.keys(winner.measures).filter(name => best.some(each => each.measures[name] !== each.score)).slice(0, Math.max(1, 12 - 6 - (columns ? hyperparameters.length : 1)));
    tableCard(bests, {name: "best", title: `The best ${best.length} of ${plural(done.length, "finished trial")}`, numbers: {
      heads: ["rank", word, "±", "test", ...(columns ? hyperparameters.map(hp => hp.name) : ["configuration"]), ...measures, "seconds", ...(bred ? ["generation"] : []), "trial"],
      rows: best.map((each, i) => [i + 1, score(each.score), fixed(each.deviation, 4), score(each.test), ...(columns ? hyperparameters.map(hp => each.configuration[hp.name] ?? "–") : [Object.entries(each.configuration).map(pair => pair.join("=")).join(" ")]),
        ...measures.map(name => short(each.measures[name])), fixed(each.seconds, 1), ...(bred ? [each.generation] : []), each.trial])}});
  }

  /* Best so far */
  const soFar = section("progress", "Best so far", "Each point is a trial; the line is the best score up to then. Compute seconds are the trainings' own time, added up trial by trial, so neither other load nor the number of workers flatters anyone.");
  if (!done.length) nothing(soFar, waiting);
  else {
    const spent = []; trials.seconds.reduce((sum, s, i) => spent[i] = sum + s, 0);
    let along = "trials", all = false;
    const x = i => along === "trials" ? i + 1 : spent[i];
    const redraw = chart(soFar, {name: "best-so-far", title: `Best ${word} so far`, canvas: big, height: 380,
      controls: [radio("along", [["trials", "Trials"], ["seconds", "Compute seconds"]], along, value => { along = value; redraw(); }), ...(floor() > sorted[0] ? [radio("scores", [["part", "Upper part"], ["all", "All scores"]], "part", value => { all = value === "all"; redraw(); })] : [])],
      note: () => [all || floor() <= sorted[0] ? "" : `Below the chart, as worse ones: ${plural(sorted.filter(s => s < round(floor())).length, "trial")}.`, leftOut(points)].filter(Boolean).join(" "),
      option: c => ({legend: legend(c, {data: ["trial", "best so far"]}),
        xAxis: axis(c, along === "trials" ? "trials" : "compute seconds", {type: "value", min: 0, max: along === "trials" ? Math.max(count, 1) : undefined, minInterval: along === "trials" ? 1 : undefined}),
        yAxis: scores(c, {min: all ? round(sorted[0]) : round(floor()), axisLabel: {showMinLabel: false}}),
        tooltip: {formatter: p => p.seriesIndex === 0 ? tip(p.data[2]) : `${score(p.data[1])} after ${along === "trials" ? plural(p.data[0], "trial") : time(p.data[0])}`},
        series: [{name: "trial", type: "scatter", progressive: 0, symbolSize: big ? 3 : 6, itemStyle: {color: c.faint, opacity: 0.55}, data: points.map(i => [x(i), trials.score[i], i]), clip: true},
          {name: "best so far", type: "line", step: "end", symbol: "circle", symbolSize: 6, lineStyle: {width: 2.5}, itemStyle: {color: c.of(0)}, data: progress.map(step => [along === "trials" ? step.trials : step.seconds, step.score])}]}),
      numbers: () => ({heads: ["trials", "compute seconds", "best " + word, "trial", "configuration"], rows: progress.map(step => [step.trials, fixed(step.seconds, 2), score(step.score), step.trial, configuration(place.get(step.trial))])})});
  }

  /* Generations */
  if (bred) {
    const summaries = generations.map(each => each.summary), along = summaries.map(each => each.number), marks = along.length < 30;
    const made = section("generations", "Generations", "The population after each generation: its best and mean score, and a band of one standard deviation around the mean. Failed members are left out.");
    if (summaries.every(each => each.best === null)) nothing(made, "All members of all populations have failed.");
    else chart(made, {name: "generations", title: "Scores of the population", height: 340,
      option: c => ({legend: legend(c, {data: ["best", "mean"]}), xAxis: axis(c, "generation", {type: "category", data: along, boundaryGap: along.length === 1}), yAxis: scores(c),
        tooltip: {trigger: "axis", formatter: list => { const each = summaries[list[0].dataIndex]; return `generation ${each.number}<br>best <b>${score(each.best)}</b><br>mean ${score(each.mean)} ± ${fixed(each.spread, 4)}`; }},
        series: [{type: "line", stack: "band", stackStrategy: "all", symbol: "none", silent: true, lineStyle: {opacity: 0}, data: summaries.map(each => each.mean === null ? null : each.mean - each.spread)},
          {type: "line", stack: "band", stackStrategy: "all", symbol: "none", silent: true, lineStyle: {opacity: 0}, areaStyle: {color: c.of(0), opacity: 0.16}, data: summaries.map(each => each.mean === null ? null : 2 * each.spread)},
          {name: "best", type: "line", showSymbol: marks, symbol: "circle", symbolSize: 6, itemStyle: {color: c.of(1)}, z: 3, lineStyle: {width: 2.5}, data: summaries.map(each => each.best)},
          {name: "mean", type: "line", showSymbol: marks, symbol: "rect", symbolSize: 6, itemStyle: {color: c.of(0)}, lineStyle: {width: along.length > 200 ? 1 : 2, type: along.length > 200 ? "solid" : "dashed"}, data: summaries.map(each => each.mean)}]}),
      numbers: () => ({heads: ["generation", "best", "mean", "spread", "diversity", "trained", "remembered", "failed"], rows: summaries.map(each => [each.number, score(each.best), score(each.mean), fixed(each.spread, 4), fixed(each.diversity, 3), each.trained, each.remembered, each.failed])})});
    const rows = [...hyperparameters.map(hp => hp.name), "all (mean)"], index = (r, g) => r === hyperparameters.length ? summaries[g].diversity : generations[g].diversity[r];
    chart(made, {name: "diversity", title: "Diversity of the population, per hyperparameter", height: 110 + 28 * rows.length, canvas: rows.length * along.length > 2000,
      note: () => "Simpson's index 1 − Σ share² of the values in the population, numbers by tenths of their range: 0 if all members are alike, near 1 if all differ. Empty where the hyperparameter takes part in no member.",
      option: c => ({grid: {left: 150, right: 24, top: 10, bottom: 84}, xAxis: axis(c, "generation", {type: "category", data: along, nameGap: 26}), yAxis: {...axis(c, "", {type: "category", data: rows, inverse: true, axisLabel: {width: 130, overflow: "truncate", hideOverlap: false, interval: 0}})},
        visualMap: {min: 0, max: 1, calculable: false, orient: "horizontal", left: "center", bottom: 0, itemWidth: 12, itemHeight: 160, text: ["all different", "all alike"], textStyle: {color: c.soft}, inRange: {color: [c.empty, c.scale[2], c.scale[3]]}},
        tooltip: {formatter: p => `${escape(rows[p.data[1]])}, generation ${along[p.data[0]]}: <b>${fixed(p.data[2], 3)}</b>`},
        series: [{type: "heatmap", progressive: 0, itemStyle: {borderColor: c.page, borderWidth: along.length > 60 ? 0 : 1}, data: along.flatMap((_, g) => rows.map((_, r) => [g, r, index(r, g)])).filter(cell => cell[2] !== null)}]}),
      numbers: () => ({heads: ["generation", ...rows], rows: along.map((number, g) => [number, ...rows.map((_, r) => fixed(index(r, g) ?? NaN, 3))])})});

    /* Lineage */
    const family = section("lineage", "Lineage of the winner", "The winner and all it descends from, each where it was born and how it scored. A line leads from a parent to its child; children of two parents were crossed, of one mutated only.");
    const members = lineage.members, byNumber = new Map(members.map(each => [each.number, each]));
    if (!members.length) nothing(family, waiting);
    else {
      const links = members.flatMap(child => child.parents.filter(parent => byNumber.has(parent)).map(parent => [byNumber.get(parent), child])), placed = members.filter(each => each.score !== null);
      const dot = each => ({value: [each.generation, each.score], member: each});
      if (members.length > 1) chart(family, {name: "lineage", title: `Ancestors of trial ${winner.trial}`, height: 380,
        note: () => lineage.leftOut ? `The nearest ${members.length}; ${plural(lineage.leftOut, "further ancestor")} left out.` : "",
        option: c => ({legend: legend(c, {data: ["winner", "crossed", "mutated only", "first population or newcomer"]}), xAxis: axis(c, "born in generation", {type: "value", minInterval: 1, min: 0, max: "dataMax"}), yAxis: scores(c, roomy), grid: {left: 64, right: 44, top: 34, bottom: 48},
          tooltip: {formatter: p => p.data.member ? `${tip(place.get(p.data.member.trial))}<br><i>${p.data.member.parents.length ? "new: " + escape(p.data.member.fresh || "nothing, only mixed") : "no parents"}</i>` : ""},
          series: [{type: "lines", coordinateSystem: "cartesian2d", silent: true, lineStyle: {color: c.faint, width: 1.2, opacity: 0.75}, data: links.filter(([a, b]) => a.score !== null && b.score !== null).map(([a, b]) => ({coords: [[a.generation, a.score], [b.generation, b.score]]}))},
            {name: "first population or newcomer", type: "scatter", symbol: "rect", symbolSize: 9, itemStyle: {color: c.of(2)}, data: placed.filter(each => !each.parents.length).map(dot)},
            {name: "mutated only", type: "scatter", symbol: "triangle", symbolSize: 10, itemStyle: {color: c.of(3)}, data: placed.filter(each => each.parents.length === 1 && each !== members[0]).map(dot)},
            {name: "crossed", type: "scatter", symbol: "circle", symbolSize: 9, itemStyle: {color: c.of(0)}, data: placed.filter(each => each.parents.length > 1 && each !== members[0]).map(dot)},
            {name: "winner", type: "scatter", symbol: "diamond", symbolSize: 17, itemStyle: {color: c.of(1)}, label: {show: true, position: "bottom", distance: 8, color: c.ink, formatter: "trial " + winner.trial}, data: [dot(members[0])]}]}),
        numbers: () => ({heads: ["trial", "born in", word, "parents' trials", "values no parent has", "configuration"], rows: members.map(each => [each.trial, each.generation, score(each.score), each.parents.map(parent => byNumber.get(parent)?.trial ?? "…").join(" "), each.parents.length ? each.fresh : "no parents", configuration(place.get(each.trial))])})});
      else nothing(family, lineage.kept || members[0].generation === 0 ? "The winner has no parents: it was drawn at random, or given." : "This run kept no parents: it was made by a version of Mendel that did not write them down.");
    }
  }

  /* Parallel coordinates */
  const parallel = section("parallel", "All trials at a glance", "A line is a trial, from value to value, coloured by its score. Drag along an axis to pick out trials. Hyperparameters that take no part in a trial pass below the axis, at “absent”.");
  if (!done.length) nothing(parallel, waiting);
  else {
    const lines = sample(LINES).sort((a, b) => trials.score[a] - trials.score[b]), low = round(floor()), high = sorted.at(-1);
    chart(parallel, {name: "parallel", title: `Hyperparameters and ${word}`, height: 430, canvas: lines.length > 300, note: () => [leftOut(lines), low > sorted[0] ? `Scores worse than ${score(low)} have the colour of ${score(low)}.` : ""].filter(Boolean).join(" "),
      option: c => {
        const name = {z: 6, nameLocation: "end", nameTextStyle: {color: c.ink, fontSize: 12}, axisLine: {lineStyle: {color: c.soft}}, axisTick: {show: false}};
        const label = {color: c.ink, textBorderColor: c.page, textBorderWidth: 3};
        const axes = hyperparameters.map((hp, h) => hp.values.length
          ? {dim: h, name: hp.name, type: "category", data: [...(hp.when ? ["absent"] : []), ...hp.values], ...name, axisLabel: {...label, width: 92, overflow: "truncate"}}
          : {dim: h, name: hp.name, type: "value", min: hp.when ? -0.25 : 0, max: 1, interval: 0.25, ...name, axisLabel: {...label, formatter: u => u < 0 ? "absent" : short(Number(at(hp, u).toPrecision(3)))}, splitLine: {show: false}});
        axes.push({dim: hyperparameters.length, name: word, type: "value", min: low, max: high > low ? high : undefined, scale: true, ...name, axisLabel: {...label, formatter: x => score(x).replace(/0+$/, "").replace(/\.$/, "")}, splitLine: {show: false}});
        const value = (hp, x) => hp.values.length ? (x === null ? 0 : x + (hp.when ? 1 : 0)) : x === null ? -0.25 : unit(hp, x);
        return {parallel: {left: 60, right: 130, top: 56, bottom: 24, parallelAxisDefault: {areaSelectStyle: {width: 18, borderColor: c.of(1), color: c.of(1), opacity: 0.25}}}, parallelAxis: axes,
          visualMap: {dimension: hyperparameters.length, min: low, max: high > low ? high : low + 1e-9, calculable: true, right: 0, top: "middle", itemHeight: 190, itemWidth: 12, precision: 3, formatter: score, textStyle: {color: c.soft}, inRange: {color: c.scale}},
          series: [{type: "parallel", progressive: 0, smooth: 0.02, lineStyle: {width: lines.length > 300 ? 1 : 1.6, opacity: lines.length > 600 ? 0.3 : lines.length > 100 ? 0.5 : 0.75}, inactiveOpacity: 0.02, activeOpacity: 0.9,
            data: lines.map(i => [...hyperparameters.map((hp, h) => value(hp, trials.values[h][i])), Math.max(low, trials.score[i])])}]};
      }, numbers: everyTrial});
  }

  /* Importance */
  const matter = section("importance", "Importance of hyperparameters", "How much each hyperparameter, by itself, decides whether a trial is among the best tenth (at least five): PED-ANOVA after Watanabe, Bansal & Hutter (IJCAI 2023). A conditional one is judged among the trials in which it takes part, and weighted by how many these are; that it takes part at all counts for its parents.");
  if (!importance.length) nothing(matter, `Importance needs 10 finished trials; there ${done.length === 1 ? "is" : "are"} ${done.length}.`);
  else if (importance.every(each => each.share === 0)) nothing(matter, "All trials score alike: nothing decides who is among the best.");
  else chart(matter, {name: "importance", title: "Share of what is explained", height: 90 + 30 * importance.length,
    note: () => "The mark is what chance alone would give on average, had the best been chosen by lot from the same trials: bars that do not reach well beyond it mean nothing. Shares are of what this run tried, which is not the whole space alike; effects of several hyperparameters together are not in them.",
    option: c => ({grid: {left: 150, right: 56, top: 30, bottom: 48}, legend: legend(c, {data: ["importance", "by chance"]}), xAxis: axis(c, "share, %", {type: "value", min: 0}), yAxis: axis(c, "", {type: "category", inverse: true, data: importance.map(each => each.hyperparameter), axisLabel: {width: 130, overflow: "truncate", interval: 0}}),
      tooltip: {formatter: p => { const each = importance[p.dataIndex]; return `${escape(each.hyperparameter)}: <b>${fixed(100 * each.share, 1)} %</b>, by chance ${fixed(100 * each.chance, 1)} %<br>takes part in ${fixed(100 * each.active, 0)} % of the trials`; }},
      series: [{name: "importance", type: "bar", barMaxWidth: 18, itemStyle: {color: c.of(0), borderRadius: [0, 3, 3, 0]}, label: {show: true, position: "right", color: c.ink, formatter: p => fixed(p.value, 1)}, data: importance.map(each => 100 * each.share)},
        {name: "by chance", type: "scatter", symbol: "rect", symbolSize: [3, 24], itemStyle: {color: c.of(1)}, data: importance.map(each => 100 * each.chance)}]}),
    numbers: () => ({heads: ["hyperparameter", "share %", "by chance %", "takes part in %"], rows: importance.map(each => [each.hyperparameter, fixed(100 * each.share, 2), fixed(100 * each.chance, 2), fixed(100 * each.active, 1)])})});

  /* Slices */
  const slices = section("slices", "Slices", "Score against the value of one hyperparameter, all others as they happened to be. Boxes: quartiles and median of each choice.");
  if (!done.length) nothing(slices, waiting);
  else {
    const small = slices.appendChild(element("div", {className: "small"}));
    if (leftOut(points)) slices.append(element("p", {className: "note"}, leftOut(points)));
    hyperparameters.forEach((hp, h) => {
      const active = points.filter(i => trials.values[h][i] !== null), every = done.filter(i => trials.values[h][i] !== null), jitter = i => ((trials.id[i] * 0.6180339887) % 1 - 0.5) * 0.5, low = round(floor());
      const about = () => [hp.when ? `Takes part where ${hp.when}: in ${whole(every.length)} of ${plural(done.length, "trial")}.` : "", low > sorted[0] ? "The worst are cut off." : ""].filter(Boolean).join(" ");
      const boxes = c => { const seen = hp.values.map((_, v) => every.filter(i => trials.values[h][i] === v).map(i => trials.score[i])); return {type: "boxplot", z: 1, boxWidth: [8, 44], itemStyle: {color: "transparent", borderColor: c.soft, borderWidth: 1.2}, data: seen.map(values => values.length > 2 ? box(values).map(x => Math.max(x, low)) : [NaN, NaN, NaN, NaN, NaN]), clip: true}; };
      const dots = c => ({type: "scatter", clip: true, progressive: 0, symbolSize: big ? 3 : 6, itemStyle: {opacity: big ? 0.4 : 0.65, color: c.of(0)}});
      if (!every.length) { small.append(element("figure", {}, element("h3", {}, hp.name), element("p", {className: "note"}, "Takes part in no finished trial."))); return; }
      chart(small, {name: "slice-" + hp.name, title: hp.name, canvas: big, note: about, height: 230,
        option: c => hp.values.length
          ? {grid: {left: 52, right: 12, top: 14, bottom: hp.values.join("").length > 34 ? 46 : 26}, xAxis: [axis(c, "", {type: "category", data: hp.values, axisLabel: {interval: 0, rotate: hp.values.join("").length > 34 ? 28 : 0, width: 86, overflow: "truncate", hideOverlap: false}}), {type: "value", min: -0.5, max: hp.values.length - 0.5, show: false}], yAxis: scores(c, {name: "", min: low, axisLabel: {showMinLabel: low === sorted[0]}}), tooltip: {formatter: p => p.seriesType === "scatter" ? tip(p.data[2]) : ""},
            series: [boxes(c), {...dots(c), xAxisIndex: 1, z: 3, data: active.map(i => [trials.values[h][i] + jitter(i), trials.score[i], i])}]}
          : {grid: {left: 52, right: 16, top: 14, bottom: 26}, xAxis: axis(c, "", {type: hp.log ? "log" : "value", min: hp.log ? hp.low : "dataMin", max: hp.log ? hp.high : "dataMax", ...(hp.log ? {} : {min: hp.low, max: hp.high}), axisLabel: {formatter: short}}), yAxis: scores(c, {name: "", min: low, axisLabel: {showMinLabel: low === sorted[0]}}), tooltip: {formatter: p => tip(p.data[2])},
            series: [{...dots(c), data: active.map(i => [trials.values[h][i], trials.score[i], i])}]},
        numbers: () => ({heads: ["trial", hp.name, word], rows: every.map(i => [trials.id[i], shown(hp, trials.values[h][i]), score(trials.score[i])])})});
    });
  }

  /* Interaction */
  if (interactions.length) {
    const pairs = section("interactions", "Two at a time", "Mean or best score of the trials at each pair of values, for the most important hyperparameters. Empty fields were not tried.");
    let chosen = interactions[0], what = "mean";
    const redraw = chart(pairs, {name: "interaction", title: "Interaction", height: 400,
      controls: [select("pair", interactions.map((each, i) => [i, each.first + " × " + each.second]), value => { chosen = interactions[value]; redraw(); }), radio("score", [["mean", "Mean"], ["best", "Best"]], "mean", value => { what = value; redraw(); })],
      option: c => {
        const values = chosen.fields.map(field => field[what]).sort((a, b) => a - b), low = Math.max(values[0], quantile(values, 0.25) - 1.5 * (quantile(values, 0.75) - quantile(values, 0.25))), narrow = chosen.columns.length > 6;
        return {grid: {left: 150, right: 110, top: 14, bottom: narrow ? 92 : 56}, xAxis: axis(c, chosen.first, {type: "category", data: chosen.columns, nameGap: narrow ? 72 : 30, splitArea: {show: false}, axisLabel: {interval: 0, rotate: narrow ? 35 : 0, hideOverlap: false, width: narrow ? 100 : Math.floor(760 / chosen.columns.length), overflow: "truncate"}}), yAxis: axis(c, chosen.second, {type: "category", data: chosen.rows, nameGap: 126, axisLabel: {interval: 0, width: 116, overflow: "truncate"}}),
          visualMap: {min: low, max: values.at(-1) > low ? values.at(-1) : low + 1e-9, calculable: true, right: 0, top: "middle", itemHeight: 180, itemWidth: 12, precision: 3, formatter: score, textStyle: {color: c.soft}, inRange: {color: c.scale}},
          tooltip: {formatter: p => { const field = chosen.fields[p.dataIndex]; return `${escape(chosen.first)} ${escape(chosen.columns[field.column])}<br>${escape(chosen.second)} ${escape(chosen.rows[field.row])}<br>mean <b>${score(field.mean)}</b>, best <b>${score(field.best)}</b><br>${plural(field.trials, "trial")}`; }},
          series: [{type: "heatmap", itemStyle: {borderColor: c.page, borderWidth: 2}, data: chosen.fields.map(field => [field.column, field.row, field[what]])}]};
      },
      numbers: () => ({heads: [chosen.first, chosen.second, "trials", "mean", "best"], rows: chosen.fields.map(field => [chosen.columns[field.column], chosen.rows[field.row], field.trials, score(field.mean), score(field.best)])})});
  }

  /* Folds */
  const top = best.slice(0, 10);
  if (winner && winner.folds.length > 1) {
    const made = section("folds", "Folds of the best", "Every fold of the best ten, by rank. Folds are the same for all trials, so a fold that is hard is hard for everyone.");
    const names = top.map((each, i) => `${i + 1} (trial ${each.trial})`), symbols = ["circle", "rect", "triangle", "diamond", "arrow", "pin"];
    chart(made, {name: "folds", title: "Scores of the folds", height: 340,
      option: c => ({legend: winner.folds.length <= 8 ? legend(c, {data: winner.folds.map((_, f) => "fold " + (f + 1))}) : undefined, xAxis: axis(c, "rank", {type: "category", data: names, axisLabel: {interval: 0, hideOverlap: false, lineHeight: 15, formatter: name => name.replace(" (", "\n").replace(")", "")}, nameGap: 44}), yAxis: scores(c), grid: {left: 64, right: 24, top: 34, bottom: 66},
        tooltip: {formatter: p => p.seriesType === "boxplot" ? names[p.dataIndex] + `<br>mean ${score(top[p.dataIndex].score)} ± ${fixed(top[p.dataIndex].deviation, 4)}` : `${names[p.dataIndex]}, ${p.seriesName}: <b>${score(p.data)}</b>`},
        series: [{type: "boxplot", boxWidth: [10, 46], itemStyle: {color: c.empty, borderColor: c.soft, borderWidth: 1.3}, data: top.map(each => box(each.folds))},
          ...winner.folds.map((_, f) => ({name: "fold " + (f + 1), type: "scatter", symbol: symbols[f % symbols.length], symbolSize: 8, z: 4, itemStyle: {color: c.of(f)}, data: top.map(each => each.folds[f])}))]}),
      numbers: () => ({heads: ["rank", "trial", ...winner.folds.map((_, f) => "fold " + (f + 1)), "mean", "standard deviation"], rows: top.map((each, i) => [i + 1, each.trial, ...each.folds.map(score), score(each.score), fixed(each.deviation, 4)])})});
  }

  /* Learning curves */
  if (curves.length) {
    const made = section("curves", "Learning curves of the best", "Bold: the chosen trial's mean over its folds, each fold thin. Grey: means of the others of the best ten.");
    const measures = [...new Set(curves.flatMap(each => each.folds.flatMap(fold => fold.flatMap(Object.keys))))];
    let measure = measures[0], chosen = 0;
    const average = each => { const longest = Math.max(...each.folds.map(fold => fold.length)); return Array.from({length: longest}, (_, e) => { const values = each.folds.map(fold => fold[e]?.[measure]).filter(Number.isFinite); return [e + 1, values.length ? mean(values) : null]; }); };
    const rank = each => best.findIndex(one => one.trial === each.trial) + 1, positive = () => curves.every(each => each.folds.every(fold => fold.every(epoch => !(epoch[measure] <= 0))));
    const redraw = chart(made, {name: "curves", title: "After each epoch", height: 380,
      controls: [select("trial", curves.map((each, i) => [i, `rank ${rank(each)}, trial ${each.trial}`]), value => { chosen = Number(value); redraw(); }), ...(measures.length > 1 ? [select("measure", measures.map(name => [name, name]), value => { measure = value; redraw(); })] : [])],
      option: c => ({xAxis: axis(c, "epoch", {type: "value", minInterval: 1, min: 1, max: "dataMax", splitLine: {show: false}}), yAxis: axis(c, measure + (measure === "loss" && positive() ? " (log)" : ""), {type: measure === "loss" && positive() ? "log" : "value", scale: true, nameGap: 48, ...(measure === "loss" && positive() ? {min: v => v.min / 1.2, max: v => v.max * 1.2} : {}), axisLabel: {formatter: short, ...(measure === "loss" && positive() ? {showMinLabel: false, showMaxLabel: false} : {})}}),
        tooltip: {formatter: p => `${escape(p.seriesName)}, epoch ${p.data[0]}: <b>${short(p.data[1])}</b>`},
        series: [...curves.filter((_, i) => i !== chosen).map(each => ({type: "line", name: "trial " + each.trial, showSymbol: false, symbolSize: 6, lineStyle: {color: c.faint, width: 1.2, opacity: 0.7}, itemStyle: {color: c.faint}, data: average(each)})),
          ...curves[chosen].folds.map((fold, f) => ({type: "line", name: "fold " + (f + 1), showSymbol: false, symbolSize: 6, itemStyle: {color: c.of(0)}, lineStyle: {color: c.of(0), width: 1, opacity: 0.55}, data: fold.map((epoch, e) => [e + 1, epoch[measure] ?? null])})),
          {type: "line", name: "trial " + curves[chosen].trial, symbol: "circle", symbolSize: 6, showSymbol: curves[chosen].folds[0].length < 30, itemStyle: {color: c.of(0)}, lineStyle: {color: c.of(0), width: 3}, data: average(curves[chosen])}]}),
      numbers: () => ({heads: ["rank", "trial", "epoch", ...measures, ...curves[chosen].folds.map((_, f) => `fold ${f + 1}: ${measure}`)],
        rows: curves.flatMap(each => average(each).map(([epoch], e) => [rank(each), each.trial, epoch, ...measures.map(name => { const values = each.folds.map(fold => fold[e]?.[name]).filter(Number.isFinite); return values.length ? short(mean(values)) : "–"; }), ...curves[chosen].folds.map((_, f) => short(each.folds[f]?.[e]?.[measure] ?? NaN))]))})});
  }

  /* Timeline */
  const work = section("timeline", "Workers", "Which worker trained what, and when. A block begins when the fold did and is as long as its training's own processor time; gaps are waiting, or other work on the machine.");
  if (!timeline.blocks.length) nothing(work, status.takenOver ? "All trials were taken over from other runs." : "No fold is finished yet.");
  else {
    const workers = [...new Set(timeline.blocks.map(block => block.worker))].sort((a, b) => a - b), last = Math.max(...timeline.blocks.map(block => block.end)), busy = timeline.blocks.reduce((sum, block) => sum + block.busy, 0);
    chart(work, {name: "timeline", title: "Timeline of workers", height: 110 + 44 * Math.min(16, workers.length), canvas: timeline.blocks.length > 600,
      note: () => [timeline.together > 1 ? `A block stands for up to ${timeline.together} folds one after another.` : "", timeline.breaks.length ? "Dashed lines: the run was interrupted and resumed; the pauses are left out." : "", `Busy: ${fixed(100 * busy / (workers.length * Math.max(last, status.elapsedSeconds)), 0)} % of the workers' time.`].filter(Boolean).join(" "),
      option: c => ({grid: {left: 84, right: 24, top: 14, bottom: 48}, xAxis: axis(c, "seconds of work on the run", {type: "value", min: 0, max: "dataMax", axisLabel: {formatter: short}}), yAxis: axis(c, "", {type: "category", inverse: true, data: workers.map(worker => "worker " + worker), axisLabel: {interval: 0}, splitLine: {show: false}}),
        tooltip: {formatter: p => { const block = timeline.blocks[p.dataIndex]; return block.folds > 1 ? `${block.folds} folds from trial ${block.trial} on<br>${time(block.busy)} busy of ${time(block.end - block.start)}` : `trial ${block.trial}, fold ${block.fold + 1}${place.has(block.trial) ? ": " + score(trials.score[place.get(block.trial)]) : ""}<br>${time(block.busy)}, from ${time(block.start)} on`; }},
        series: [{type: "custom", encode: {x: [1, 2], y: 0}, clip: true, renderItem: (params, api) => {
          const from = api.coord([api.value(1), api.value(0)]), to = api.coord([api.value(2), api.value(0)]), height = api.size([0, 1])[1] * 0.62;
          return {type: "rect", shape: {x: from[0], y: from[1] - height / 2, width: Math.max(1, to[0] - from[0] - 0.6), height}, style: {fill: api.visual("color")}};
        }, data: timeline.blocks.map(block => ({value: [workers.indexOf(block.worker), block.start, block.end], itemStyle: {color: [c.of(0), c.scale[1]][block.trial % 2]}})),
        markLine: timeline.breaks.length ? {symbol: "none", silent: true, label: {show: false}, lineStyle: {color: c.of(1), type: "dashed"}, data: timeline.breaks.map(x => ({xAxis: x}))} : undefined}]}),
      numbers: () => ({heads: ["worker", "trial", "fold", "folds", "start s", "end s", "busy s"], rows: timeline.blocks.map(block => [block.worker, block.trial, block.fold + 1, block.folds, fixed(block.start, 2), fixed(block.end, 2), fixed(block.busy, 2)])})});
  }

  /* Failures */
  const wrong = section("failures", "Failures", failures.failures.length ? "Failed trials have no score: they never win and never end a run." : undefined);
  if (!failures.failures.length) nothing(wrong, "No trial has failed.");
  else {
    const reasons = Object.entries(failures.reasons).sort((a, b) => b[1] - a[1]);
    tableCard(wrong, {name: "reasons", title: plural(failures.failures.length, "failed trial") + ", by reason", numbers: {heads: ["trials", "reason"], rows: reasons.map(([reason, n]) => [n, reason])}});
    tableCard(wrong, {name: "failures", title: "Failed trials", numbers: {heads: ["trial", ...(bred ? ["generation"] : []), "fold", "reason", "configuration"], rows: failures.failures.map(each => [each.trial, ...(bred ? [each.generation] : []), each.fold + 1, each.reason, each.configuration])}});
  }

  /* What ran */
  const ran = section("ran", "What ran", "Everything needed to carry it out again.");
  frame.facts(ran, Object.entries(data.facts));
  ran.append(element("details", {}, element("summary", {}, "The experiment as resolved"), element("pre", {}, data.text)));
})();
