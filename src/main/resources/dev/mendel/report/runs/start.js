/* The page of all runs: how they stand, and which are to be compared. */
const {element, fixed, short, put, part, choice, section, nothing, tableCard} = frame;
const {runs, links} = data;
const time = seconds => {
  if (!Number.isFinite(seconds)) return "–";
  const s = Math.round(seconds),
    pad = n => String(n).padStart(2, "0");
  return s < 60
    ? s + " s"
    : s < 3600
      ? Math.floor(s / 60) + " min " + pad(s % 60) + " s"
      : s < 86400
        ? Math.floor(s / 3600) + " h " + pad(Math.floor(s / 60) % 60) + " min"
        : Math.floor(s / 86400) + " d " + pad(Math.floor(s / 3600) % 24) + " h";
};
const readable = runs.filter(run => !run.problem),
  going = readable.filter(run => run.state === "running"),
  unreadable = runs.length - readable.length,
  comparable = readable.filter(run => run.trials > 0),
  racing = runs.some(run => run.stopped),
  grouped = runs.some(run => run.group),
  noted = runs.some(run => run.note || run.problem);
const addressOf = run => links.run.replace("{run}", encodeURIComponent(run)),
  began = run => new Date(run.started).toISOString().slice(0, 16).replace("T", " ");
/* In its two greatest units, but for seconds. */
const lasted = (seconds, words = time(seconds)) => element("span", {"data-order": Math.round(seconds)}, words),
  age = run => {
    const seconds = (Date.now() - new Date(run.started)) / 1000;
    return lasted(seconds, time(seconds).replace(/ min \d+ s$/, " min"));
  };
const chosen = run =>
    choice("compare " + run, [
      ["no", ""],
      ["yes", ""],
    ]),
  picked = comparable.filter(run => chosen(run.run).value === "yes");

frame.head("Runs", data.folder);
frame.tiles([
  ["runs", runs.length.toLocaleString("en"), unreadable ? unreadable + " can't be read" : ""],
  ["running", going.length.toLocaleString("en"), going.length ? "followed by this page" : "none at the moment"],
  [
    "trials",
    readable.reduce((sum, run) => sum + run.trials, 0).toLocaleString("en"),
    readable.reduce((sum, run) => sum + run.failed, 0).toLocaleString("en") + " failed",
  ],
]);
const all = section("runs", "All runs", "A run's name leads to its page. Choose runs of one experiment to compare them.");
const tools = put(
  all,
  "comparison",
  element(
    "p",
    {className: "picked", role: "status"},
    picked.length > 1
      ? element(
          "a",
          {
            href: links.comparison.replace(
              "{runs}",
              picked.map(run => "run=" + encodeURIComponent(run.run)).join("&"),
            ),
          },
          `Compare ${picked.length} runs`,
        )
      : picked.length
        ? "One run is chosen; choose another to compare them."
        : "No runs are chosen.",
  ),
);
const tick = run =>
  comparable.includes(run)
    ? element("input", {
        type: "checkbox",
        "data-compare": run.run,
        "aria-label": "compare " + run.run,
        checked: chosen(run.run).value === "yes" ? "" : false,
      })
    : "";
const state = run =>
  run.problem
    ? element("span", {className: "bad"}, run.state)
    : element(
        "span",
        {
          className:
            run.state === "running" ? "good" : ["failing", "unreachable", "killed"].includes(run.state) ? "bad" : "",
        },
        run.state,
      );
if (!runs.length) nothing(all, "There is no run in this folder yet.");
else
  tableCard(all, {
    name: "runs",
    title: runs.length === 1 ? "1 run" : runs.length.toLocaleString("en") + " runs",
    numbers: {
      heads: [
        "compare",
        "run",
        "experiment",
        "strategy",
        "state",
        "trials",
        "failed",
        ...(racing ? ["stopped"] : []),
        "best",
        "elapsed",
        "age",
        ...(grouped ? ["group"] : []),
        ...(noted ? ["note"] : []),
        "begun (UTC)",
      ],
      rows: runs.map(run => [
        tick(run),
        element("a", {href: addressOf(run.run)}, run.run),
        run.experiment,
        run.strategy,
        state(run),
        run.problem ? "–" : run.points ? `${run.trials} of ${run.points.toLocaleString("en")}` : run.trials,
        run.problem ? "–" : run.failed,
        ...(racing ? [run.problem ? "–" : run.stopped] : []),
        run.best === null ? "–" : short(run.best),
        run.problem ? "–" : lasted(run.elapsedSeconds),
        run.problem ? "–" : age(run),
        ...(grouped ? [run.group ?? ""] : []),
        ...(noted ? [run.problem ?? run.note] : []),
        run.problem ? "–" : began(run),
      ]),
    },
  });
/* Once: rows come and go, the list stays. */
part(all, "choosing", () => {
  all.addEventListener("change", event => {
    const run = event.target.dataset.compare;
    if (run === undefined) return;
    chosen(run).value = event.target.checked ? "yes" : "no";
    mendel.again();
    all.querySelector(`[data-compare="${CSS.escape(run)}"]`)?.focus();
  });
  return element("span", {hidden: ""});
});
