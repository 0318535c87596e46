/* Two hyperparameters as the axes of a plane. */

const pairs = interactions.length
    ? section(
        "interactions",
        "Two at a time",
        "How the most important hyperparameters act together. Pairs are in the order of their importance.",
      )
    : null,
  nameOf = each => each.first + " × " + each.second;
const placeOf = new Map(hyperparameters.map((hp, h) => [hp.name, h]));
/* Where an axis begins and ends: whole numbers and choices have half a place around them. */
const bounds = hp =>
    hp.values.length
      ? [-0.5, hp.values.length - 0.5]
      : hp.whole
        ? [hp.low - 0.5, hp.high + 0.5]
        : [hp.low, hp.high],
  /* The number at a share of the axis. */
  along = (hp, unit) => {
    const [low, high] = bounds(hp);
    return hp.log && !hp.values.length ? low * (high / low) ** unit : low + unit * (high - low);
  },
  stands = (hp, x) => (hp.whole && !Number.isInteger(x) ? "" : short(x));
/* The axes of a direction: the one that is seen, and of choices the one by which places are counted. */
const ofPlane = (c, hp, upwards) => {
  const [min, max] = bounds(hp),
    turned = !upwards && crowded(c, hp.values),
    seen = hp.values.length
      ? {
          type: "category",
          data: hp.values,
          nameGap: upwards ? (c.narrow ? 90 : 126) : turned ? 66 : 30,
          axisLabel: {
            interval: 0,
            hideOverlap: false,
            width: upwards ? (c.narrow ? 72 : 112) : turned ? 100 : undefined,
            overflow: "truncate",
            rotate: turned ? 28 : 0,
          },
        }
      : {
          type: hp.log ? "log" : "value",
          min,
          max,
          minInterval: hp.whole && !hp.log ? 1 : undefined,
          nameGap: upwards ? 58 : 30,
          axisLabel: {formatter: x => stands(hp, x), ...(hp.log ? ends(hp) : {})},
        };
  return [
    axis(c, hp.name, {...seen, splitLine: {show: false}}),
    ...(hp.values.length ? [{type: "value", min, max, show: false}] : []),
  ];
};
const inPlane = (c, first, second) => ({
  grid: room(c, {
    left: second.values.length ? 150 : 84,
    right: 110,
    top: 14,
    bottom: crowded(c, first.values) ? 92 : 56,
  }),
  xAxis: ofPlane(c, first, false),
  yAxis: ofPlane(c, second, true),
});
const counted = (first, second) => ({
  xAxisIndex: first.values.length ? 1 : 0,
  yAxisIndex: second.values.length ? 1 : 0,
});
/* The pair to begin with: the first of which both have been varied. A condition and what depends on it are none. */
const varied = each =>
  [each.first, each.second].every(name => {
    const values = trials.values[placeOf.get(name)],
      seen = done.filter(both(placeOf.get(each.first), placeOf.get(each.second)));
    return seen.some(i => values[i] !== values[seen[0]]);
  });
const pairChoice = (key, list) =>
  choice(
    key,
    list.map(each => [nameOf(each), nameOf(each)]),
    nameOf(list.find(varied) ?? list[0]),
  );
/* Choices would hide each other: each trial of one has a place beside the choice's own. */
const beside = (h, i, turn) =>
  trials.values[h][i] +
  (hyperparameters[h].values.length ? (((trials.id[i] * turn) % 1) - 0.5) * 0.5 : 0);
const inThePlane = (one, other, i) => [beside(one, i, 0.6180339887), beside(other, i, 0.7548776662)];
/* Which trials both take part in. */
const both = (one, other) => i => trials.values[one][i] !== null && trials.values[other][i] !== null;
const partly = (one, other, drawn) => {
  const conditions = [one, other].map(h => hyperparameters[h]).filter(hp => hp.when);
  return conditions.length
    ? `${conditions.map(hp => `${hp.name} takes part where ${hp.when}`).join("; ")}: ${plural(drawn, "trial")}.`
    : "";
};
