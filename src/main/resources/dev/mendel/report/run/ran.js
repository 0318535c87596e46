/* What ran */

const ran = section("ran", "What ran", "Everything needed to carry it out again.");
frame.facts(ran, Object.entries(data.facts));
ran.append(
  element("details", {}, element("summary", {}, "The experiment as resolved"), element("pre", {}, data.text)),
);
