/* Failures */

const wrong = section(
  "failures",
  "Failures",
  failures.failures.length ? `Failed trials have no ${word}: they never win; many in a row end a run.` : undefined,
);
if (!failures.failures.length) nothing(wrong, "No trial has failed.");
else {
  const reasons = Object.entries(failures.reasons).sort((a, b) => b[1] - a[1]);
  tableCard(wrong, {
    name: "reasons",
    title: plural(failures.failures.length, "failed trial") + ", by reason",
    numbers: {heads: ["trials", "reason"], rows: reasons.map(([reason, n]) => [n, reason])},
  });
  tableCard(wrong, {
    name: "failures",
    title: "Failed trials",
    numbers: {
      heads: ["trial", ...(bred ? ["generation"] : []), subject.part, "reason", "configuration"],
      rows: failures.failures.map(each => [
        each.trial,
        ...(bred ? [each.generation] : []),
        each.fold + 1,
        each.reason,
        each.configuration,
      ]),
    },
  });
}
