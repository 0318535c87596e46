/* All trials */

if (count)
  tableCard(
    section("trials", "All trials", "Every trial that has an outcome. A point in a chart leads to its trial's row."),
    {name: "trials", title: plural(count, "trial"), numbers: everyTrial(), anchored: true},
  );
