/* The page of a comparison by scores: what its sections share, and its head. */
const {share, direction} = comparison.unit,
  less = direction === "MINIMISE",
  word = less ? "value" : "score";
/* Values are the objective's own. Where less is better the axes are turned, so that better is always up: `value` is where one is drawn, `score` what is read. */
const value = x => (Number.isFinite(x) ? (share ? 100 * x : x) : null),
  read = v => (share ? fixed(v, 2) : short(v)),
  score = x => (Number.isFinite(x) ? read(value(x)) : "–");
const distance = x => (share ? fixed(100 * x, 2) : short(x)),
  scores = (c, extra = {}) =>
    axis(c, unit, {
      type: "value",
      scale: true,
      inverse: less,
      nameGap: 46,
      ...extra,
      axisLabel: {...(share ? {} : {formatter: read}), ...extra.axisLabel},
    });
const unit = share ? "score, %" : word + (less ? " (less is better)" : ""),
  error = xs => (xs.length < 2 ? 0 : frame.deviation(xs) / Math.sqrt(xs.length));
/* How the best so far is told. */
const course = {
  title: "Best so far",
  lead: "Over the runs of each strategy: the line is the median of their best scores so far, the band reaches from the lower to the upper quartile. Compute seconds are the trainings' own time, whichever run they were made for.",
  chart: `Best ${word} so far, by strategy`,
  note: "A curve begins where every run of its strategy has a score.",
  best: value(reference.best),
  bestName: grid ? "best of the grid" : "best of these runs",
};

heading();
frame.tiles([
  [
    grid ? "best of the grid" : "best of these runs",
    score(reference.best) + (share ? " %" : ""),
    reference.configuration,
  ],
  ...(grid
    ? [
        [
          "grid",
          plural(grid.points, "point"),
          `${time(grid.computeSeconds)} of training` + (grid.failed ? `, ${whole(grid.failed)} failed` : ""),
        ],
      ]
    : []),
  ...arms
    .filter(arm => !isGrid(arm))
    .slice(0, 3)
    .map(arm => [
      arm.name,
      `${arm.runs.filter(run => run.veryNear !== null).length} of ${arm.runs.length}`,
      (share ? "within 0.5 points of it" : "within 0.5 % of it") +
        (grid
          ? ", after " + ofGrid(arm, run => run.veryNear?.computeSeconds) + " of the grid's compute"
          : ""),
    ]),
]);
reading();
