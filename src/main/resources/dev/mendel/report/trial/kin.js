/* Whom it descends from and who descends from it, and what the log says of it. */

const kin = (id, title, lead, relatives) =>
  relatives.length &&
  tableCard(section(id, title, lead), {
    name: id,
    title: relatives.length + " " + (relatives.length === 1 ? "trial" : "trials"),
    numbers: {
      heads: ["trial", "generation", word, ...names],
      rows: relatives.map(each => [
        each.trial,
        each.generation,
        figure(each.value),
        ...names.map(name => each.configuration[name] ?? "–"),
      ]),
    },
  });
const names = [
  ...new Set([data, ...parents, ...children].flatMap(each => Object.keys(each.configuration))),
];
kin("parents", "Parents", "The trials from which this one was bred.", parents);
kin(
  "children",
  "Children",
  "The trials that were bred from this one." +
    (data.childrenLeftOut ? ` Not shown: ${data.childrenLeftOut} more.` : ""),
  children,
);
const logged = section("log", "Log", "The lines of the run's log, mendel.log, that name this trial.");
if (data.log.problem) nothing(logged, data.log.problem);
else if (!data.log.lines.length) nothing(logged, "No line names it.");
else {
  if (data.log.leftOut) note(logged, `Not shown: ${data.log.leftOut.toLocaleString("en")} lines before these.`);
  const text = data.log.lines.join("\n"),
    lines = part(logged, "lines", () => element("pre", {className: "scroll", tabindex: "0"}));
  if (lines.textContent !== text) lines.textContent = text;
}
