/* Two hyperparameters as the axes of a plane. */

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
  stands = (hp, x) => (hp.values.length ? hp.values[x] ?? "" : hp.whole && !Number.isInteger(x) ? "" : short(x)),
  longest = hp => Math.max(...hp.values.map(value => value.length), 0);
const ofPlane = (c, hp, upwards) => {
  const [min, max] = bounds(hp),
    long = longest(hp) * hp.values.length > 90 && !upwards;
  return axis(c, hp.name, {
    type: hp.log && !hp.values.length ? "log" : "value",
    min,
    max,
    interval: hp.values.length ? 1 : undefined,
    minInterval: hp.values.length || (hp.whole && !hp.log) ? 1 : undefined,
    nameGap: upwards ? (hp.values.length ? 126 : 58) : long ? 66 : 30,
    splitLine: {show: false},
    axisLabel: {
      formatter: x => stands(hp, x),
      hideOverlap: true,
      ...(hp.values.length ? {width: upwards ? 112 : 120, overflow: "truncate", rotate: long ? 28 : 0} : {}),
      ...(hp.log && !hp.values.length ? ends(hp) : {}),
    },
  });
};
const inPlane = (c, first, second) => ({
  grid: {
    left: second.values.length ? 150 : 84,
    right: 110,
    top: 14,
    bottom: longest(first) * first.values.length > 90 ? 86 : 56,
  },
  xAxis: ofPlane(c, first, false),
  yAxis: ofPlane(c, second, true),
});
/* Choices would hide each other: each trial of one has a place beside the choice's own. */
const beside = (h, i, turn) =>
  trials.values[h][i] +
  (hyperparameters[h].values.length ? (((trials.id[i] * turn) % 1) - 0.5) * 0.5 : 0);
const inThePlane = (one, other, i) => [beside(one, i, 0.6180339887), beside(other, i, 0.7548776662)];
const both = (one, other) => i => trials.values[one][i] !== null && trials.values[other][i] !== null;
const partly = (one, other, drawn) => {
  const conditions = [one, other].map(h => hyperparameters[h]).filter(hp => hp.when);
  return conditions.length
    ? `${conditions.map(hp => `${hp.name} takes part where ${hp.when}`).join("; ")}: ${plural(drawn, "trial")}.`
    : "";
};
