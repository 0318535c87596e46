/* What ran */

const ran = section("ran", "What ran", "Everything needed to carry it out again.");
frame.facts(ran, Object.entries(data.facts));
part(ran, "text", () =>
  element("details", {}, element("summary", {}, "The experiment as resolved"), element("pre")),
).lastElementChild.textContent = data.text;
