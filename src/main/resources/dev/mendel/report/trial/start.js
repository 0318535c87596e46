/* The page of a trial: what it is, what it came to, and how it is called. */
const {element, fixed, short, time, mean, part, put, choice, section, nothing, note, tableCard, select, chart, zoom, axis, legend} =
  frame;
const {folds, parents, children} = data;
const less = data.direction === "MINIMISE",
  word = less ? "value" : "score";
const shares = folds.length > 0 && folds.every(fold => fold.value >= 0 && fold.value <= 1),
  figure = x => (x === null || x === undefined ? "–" : shares && (x === 0 || (Math.abs(x) >= 1e-3 && Math.abs(x) <= 1)) ? fixed(x, 4) : short(x));
const escape = text => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const main = document.getElementById("main");

frame.head("Trial " + data.trial, data.experiment + " · " + data.run);
if (data.state === "open")
  put(
    main,
    "going",
    element(
      "p",
      {className: "going", role: "status"},
      data.goingOn
        ? "This trial has no outcome yet; the page follows it."
        : "This trial has no outcome: its run was broken off, and can be resumed.",
    ),
  );
if (data.failure !== null)
  put(main, "failed", element("p", {className: "going", role: "status"}, "Failed: " + data.failure));
if (data.state === "stopped")
  put(
    main,
    "stopped",
    element(
      "p",
      {className: "going", role: "status"},
      `Stopped at rung ${data.rungs.length}, since others of its heat did better: its ${word} there was ${figure(data.rungs.at(-1))}.`,
    ),
  );
frame.tiles([
  [
    word,
    data.value !== null ? figure(data.value) : {failed: "failed", stopped: "stopped"}[data.state] ?? "none yet",
    folds.length > 1 && data.value !== null ? `± ${figure(data.deviation)} over ${folds.length} evaluations` : "",
  ],
  ...(data.test !== null ? [["test", figure(data.test), "on data that no search has seen"]] : []),
  ["generation", String(data.generation), "the first to ask for it"],
  ["time", time(data.seconds), data.takenFrom ? "taken over from " + data.takenFrom : "of all its evaluations"],
]);

const what = section("configuration", "Configuration", "");
frame.facts(what, [
  ...Object.entries(data.configuration),
  ["trial's seed", data.seed],
  ...data.rungs.map((value, r) => [`${word} at rung ${r + 1}`, figure(value)]),
  ...Object.entries(data.tested).map(([name, value]) => ["test: " + name, figure(value)]),
]);
if (data.command !== null) {
  const called = section("command", "Command line", "How its program is called, as it is typed into a shell.");
  part(called, "text", () => element("pre")).textContent = data.command;
}
