/* The head of the page: what and when, the best, and what it took. */

frame.head(
  data.experiment,
  [data.description, words[data.strategy] ?? data.strategy].filter(Boolean).join(" · "),
);
const main = document.getElementById("main");
const going = status.goingOn
  ? data.live
    ? "This run is going on; the page follows it."
    : "This run was still going on when the page was written: it shows what was there by then."
  : status.words.startsWith("broken")
    ? "This run was broken off; it can be resumed."
    : "";
if (going) put(main, "going", element("p", {className: "going", role: "status"}, going));
frame.tiles([
  [
    "best " + word,
    winner ? score(winner.score) : "none",
    winner
      ? winner.folds.length > 1
        ? `± ${figure(winner.deviation)} over ${plural(winner.folds.length, subject.part)}`
        : ""
      : waiting,
  ],
  ...(winner && winner.test !== null
    ? [["test", score(winner.test), subject.tested]]
    : []),
  ...(severalGoals
    ? [["on the front", whole(front.front.length), "of " + plural(done.length, "finished trial")]]
    : front
      ? [["within constraints", whole(front.within.filter(Boolean).length), "of " + plural(done.length, "finished trial")]]
      : []),
  [
    "trials",
    whole(status.finished + status.failed + stoppedAt.size),
    [
      status.failed ? plural(status.failed, "failed").replace(/s$/, "") : "none failed",
      stoppedAt.size ? whole(stoppedAt.size) + " stopped" : "",
      status.open ? whole(status.open) + " open" : "",
      status.takenOver ? whole(status.takenOver) + (imported ? " imported" : " taken over") : "",
    ]
      .filter(Boolean)
      .join(", "),
  ],
  ...(bred ? [["generations", whole(generations.at(-1).summary.number), "after the first population"]] : []),
  ["wall time", time(status.elapsedSeconds), status.goingOn && data.live ? "going on" : status.words],
  [
    "in " + subject.work,
    time(status.computedSeconds),
    "sum of all " + subject.part + "s" + (status.takenOver && !imported ? ", also of those taken over" : ""),
  ],
]);
if (winner)
  put(
    main,
    "winner",
    element(
      "ul",
      {className: "chips", "aria-label": "the best configuration"},
      element("li", {}, "trial ", element("b", {}, String(winner.trial))),
      ...Object.entries(winner.configuration).map(([name, value]) =>
        element("li", {}, name + " ", element("b", {}, value)),
      ),
    ),
  );
