/* The page of a search: what its sections share. */
const {
  element,
  fixed,
  short,
  time,
  mean,
  quantile,
  box,
  part,
  put,
  choice,
  nothing,
  note,
  tableCard,
  radio,
  select,
  chart,
  zoom,
  axis,
  legend,
  band,
} = frame;
const {
  trials,
  hyperparameters,
  status,
  best,
  progress,
  generations,
  lineage,
  importance,
  interactions,
  surfaces,
  distributions,
  curves,
  timeline,
  failures,
} = data;
const SAMPLE = 3000,
  LINES = 1500,
  words = {genetic: "evolution", grid: "grid search", random: "random search"};
const count = trials.id.length,
  done = [...trials.id.keys()].filter(i => trials.score[i] !== null),
  place = new Map(trials.id.map((id, i) => [id, i]));
/* Trials that were stopped before their end, each with the number of its last rung. */
const stopping = data.stopping,
  stoppedAt = new Map((stopping?.lines ?? []).filter(line => line.stopped).map(line => [line.trial, line.values.length])),
  isStopped = i => stoppedAt.has(trials.id[i]);
/* Values are the objective's own. Where less is better the axes are turned, so that better is always up. */
const less = data.direction === "MINIMISE",
  front = data.front,
  goals = front?.objectives ?? [],
  severalGoals = goals.length > 1,
  word = severalGoals ? goals[0].name : less ? "value" : "score",
  valuesOf = severalGoals ? `values of ${word}` : word + "s";
/* The words for what was evaluated: only networks have folds and trainings. */
const subject = {
  PAIRS: {
    part: "fold",
    work: "trainings",
    spent: "the trainings' own processor time",
    tested: "on data that no search has seen",
    test: "Its test is one training on all pairs, scored on pairs that no fold has seen.",
  },
  PROGRAM: {part: "evaluation", work: "evaluations", spent: "the evaluations' own time", tested: "", test: ""},
  FUNCTION: {
    part: "evaluation",
    work: "evaluations",
    spent: "the evaluations' own time",
    tested: "by the objective's own test",
    test: "Its test is what the objective's own test came to.",
  },
}[data.subject];
/* Orders from worst to best; the worse of two; a value made worse by some distance; an axis that begins at its worst end. */
const byQuality = (a, b) => (less ? b - a : a - b),
  isWorse = (a, b) => byQuality(a, b) < 0,
  atWorst = (x, bound) => (isWorse(x, bound) ? bound : x),
  worsened = (x, distance) => (less ? x + distance : x - distance),
  from = (worst, labelled) =>
    less
      ? {max: worst, axisLabel: {showMaxLabel: labelled}}
      : {min: worst, axisLabel: {showMinLabel: labelled}},
  /* The colours of a scale, from its least value to its largest. */
  coloured = (c, worst, best) => ({
    min: Math.min(worst, best),
    max: best === worst ? Math.min(worst, best) + 1e-9 : Math.max(worst, best),
    inverse: less,
    formatter: score,
    inRange: {color: less ? [...c.scale].reverse() : c.scale},
  });
const lowest = trials.rank.reduce((a, b) => Math.max(a, b), 1),
  CROSS = "path://M2 0 L5 3 L8 0 L10 2 L7 5 L10 8 L8 10 L5 7 L2 10 L0 8 L3 5 L0 2 Z",
  /* The colours of ranks: the best at the top. */
  byRank = c => ({
    min: 1,
    max: lowest === 1 ? 1 + 1e-9 : lowest,
    inverse: true,
    formatter: rank => String(Math.round(rank)),
    inRange: {color: [...c.scale].reverse()},
  });
/* The scale of colours: to the right, or below where there is little room; and what it leaves for the chart. */
const scaled = (c, extra) => ({
    calculable: true,
    precision: 3,
    itemWidth: 12,
    textStyle: {color: c.soft},
    ...(c.narrow
      ? {orient: "horizontal", left: "center", bottom: 0, itemHeight: 130}
      : {right: 0, top: "middle", itemHeight: 190}),
    ...extra,
  }),
  room = (c, grid) =>
    c.narrow ? {...grid, left: Math.min(grid.left, 112), right: 16, bottom: grid.bottom + 44} : grid,
  /* Whether texts side by side need more than the chart has beside its margins. */
  crowded = (c, texts, margins = c.narrow ? 128 : 260) =>
    texts.reduce((sum, text) => sum + 6.5 * text.length + 12, 0) > c.width - margins;
const between = done.length > 0 && done.every(i => trials.score[i] >= 0 && trials.score[i] <= 1),
  /* Shares have four decimals where these say something. */
  figure = x => (between && (x === 0 || Math.abs(x) >= 1e-3) ? fixed(x, 4) : short(x)),
  score = x => (x === null || x === undefined ? "–" : figure(x)),
  /* A score with its deviation, where there is more than one number behind it. */
  spreads = parts => parts > 1,
  deviated = (x, deviation, parts) => score(x) + (spreads(parts) ? " ± " + figure(deviation) : "");
const scores = (c, extra = {}) =>
  axis(c, extra.name ?? word + (less ? " (less is better)" : ""), {
    type: "value",
    scale: true,
    inverse: less,
    nameGap: 46,
    ...extra,
    axisLabel: {formatter: short, ...extra.axisLabel},
  });
const whole = n => n.toLocaleString("en"),
  plural = (n, word) => whole(n) + " " + word + (n === 1 ? "" : "s"),
  winner = best[0],
  bred = generations.length > 0,
  imported = data.strategy === "imported";
const waiting = status.goingOn ? "No trial has a score yet." : "No trial has a score.";

/* Without any score there is little to see: what needs scores is left out. */
const section = (id, ...texts) =>
  done.length || ["front", "best", "generations", "stopping", "timeline", "trials", "failures", "ran"].includes(id)
    ? frame.section(id, ...texts)
    : element("section");

/* Values of hyperparameters: a number stands for itself, a choice is the place in its list, null for one that takes no part. */
const shown = (hp, x) => (x === null ? "–" : hp.values.length ? hp.values[x] : short(x));
/* Which ends of a logarithmic axis have room for a label beside those of the powers of ten. */
const ends = hp => {
  const low = Math.log10(hp.low),
    high = Math.log10(hp.high),
    apart = distance => distance < 1e-9 || distance > 0.12 * (high - low);
  return {showMinLabel: apart(Math.ceil(low) - low), showMaxLabel: apart(high - Math.floor(high))};
};
/* The charts' library rounds very small numbers to nothing: ranges that go down to such are drawn by their logarithms. */
const steep = hp => hp.log && hp.low < 1e-8,
  onAxis = (hp, x) => (steep(hp) ? Math.log10(x) : x),
  offAxis = (hp, x) => (steep(hp) ? 10 ** x : x),
  ranged = (hp, low, high) => ({
    type: hp.log && !steep(hp) ? "log" : "value",
    min: onAxis(hp, low),
    max: onAxis(hp, high),
    minInterval: (hp.whole && !hp.log) || steep(hp) ? 1 : undefined,
  });
const configuration = i =>
  hyperparameters
    .map((hp, h) => (trials.values[h][i] === null ? null : hp.name + "=" + shown(hp, trials.values[h][i])))
    .filter(Boolean)
    .join(" ");
/* What a trial came to, in words where it has no score; `outcomeCell` for tables, where stopped trials are pale. */
const outcome = i =>
    trials.score[i] !== null ? score(trials.score[i]) : isStopped(i) ? "stopped at rung " + stoppedAt.get(trials.id[i]) : "failed",
  outcomeCell = i => (isStopped(i) ? element("span", {className: "stopped"}, outcome(i)) : outcome(i));
const tip = i =>
  `trial ${trials.id[i]}${bred ? ", generation " + trials.generation[i] : ""}: <b>${outcome(i)}</b><br>` +
  hyperparameters
    .map((hp, h) =>
      trials.values[h][i] === null ? null : `${escape(hp.name)} ${escape(shown(hp, trials.values[h][i]))}`,
    )
    .filter(Boolean)
    .join("<br>");
const escape = text => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
/* Names of columns: one that is called like another column is told apart. */
const named = (kind, names, others) => names.map(name => (others.includes(name) ? kind + " " + name : name));
const parameters = others =>
  named(
    "hyperparameter",
    hyperparameters.map(hp => hp.name),
    others,
  );
const ofTrials = ["trial", ...(bred ? ["generation"] : [])];
const everyTrial = () => ({
  heads: [...ofTrials, word, "seconds", ...parameters([...ofTrials, word, "seconds"])],
  rows: trials.id.map((id, i) => [
    id,
    ...(bred ? [trials.generation[i]] : []),
    outcomeCell(i),
    fixed(trials.seconds[i], 2),
    ...hyperparameters.map((hp, h) => shown(hp, trials.values[h][i])),
  ]),
});
/* Of many trials: the best, and every so-manieth of the others; always the same ones. */
const sample = most => {
  if (done.length <= most) return done;
  const ranked = [...done].sort((a, b) => byQuality(trials.score[b], trials.score[a])),
    top = ranked.slice(0, (most / 3) | 0),
    rest = ranked.slice(top.length),
    step = rest.length / (most - top.length);
  return [...top, ...Array.from({length: most - top.length}, (_, k) => rest[Math.floor(k * step)])].sort(
    (a, b) => a - b,
  );
};
const leftOut = (drawn, what = "trials") =>
  drawn.length < done.length
    ? `Drawn: ${whole(drawn.length)} of ${whole(done.length)} ${what}: the best third of these and an even choice of the others. The table has all.`
    : "";
const points = sample(SAMPLE),
  big = points.length > 1200;
/* An axis of what a run has spent: trials, or the time of evaluations. */
const spentAxis = (c, byTrials) =>
  axis(c, byTrials ? "trials" : "compute seconds", {
    type: "value",
    min: 0,
    max: byTrials ? Math.max(count, 1) : undefined,
    minInterval: byTrials ? 1 : undefined,
  });
/* Where a few very bad trials would press all others together, the axis begins 1.5 times the quartiles' distance beyond the worse quartile. */
const sorted = done.map(i => trials.score[i]).sort(byQuality);
const round = x => {
  const step = 10 ** Math.floor(Math.log10(Math.max(Math.abs(sorted.at(-1) - x), 1e-9))) / 2;
  return (less ? Math.ceil(x / step - 1e-9) : Math.floor(x / step + 1e-9)) * step;
};
const bound = values => {
  const low = quantile(values, 0.25);
  return atWorst(values[0], worsened(low, 1.5 * Math.abs(quantile(values, 0.75) - low)));
};
const worst = done.length ? round(bound(sorted)) : 0,
  cut = done.length > 0 && isWorse(sorted[0], bound(sorted));
const roomy = less
  ? {min: v => v.min - 0.06 * (v.max - v.min || 1), axisLabel: {showMinLabel: false}}
  : {max: v => v.max + 0.06 * (v.max - v.min || 1), axisLabel: {showMaxLabel: false}};
