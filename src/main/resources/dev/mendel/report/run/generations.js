/* Generations */

if (bred) {
  const summaries = generations.map(each => each.summary),
    along = summaries.map(each => each.number),
    marks = along.length < 30;
  const made = section(
    "generations",
    "Generations",
    `The population after each generation: its best and mean ${word}, and a band of one standard deviation around the mean. ${stopping ? "Failed and stopped" : "Failed"} members are left out.`,
  );
  if (summaries.every(each => each.best === null))
    nothing(made, "All members of all populations have failed.");
  else
    chart(made, {
      name: "generations",
      title: `${less ? "Values" : "Scores"} of the population`,
      height: 340,
      zooms: true,
      option: c => ({
        legend: legend(c, {data: ["best", "mean"]}),
        dataZoom: zoom({xAxisIndex: 0}),
        xAxis: axis(c, "generation", {type: "category", data: along, boundaryGap: along.length === 1}),
        yAxis: scores(c),
        tooltip: {
          trigger: "axis",
          formatter: list => {
            const each = summaries[list.find(p => p.seriesName === "mean").dataIndex];
            return `generation ${each.number}<br>best <b>${score(each.best)}</b><br>mean ${score(each.mean)} ± ${figure(each.spread)}`;
          },
        },
        series: [
          band(
            "spread",
            c.of(0),
            summaries.flatMap((each, i) =>
              each.mean === null ? [] : [[i, each.mean - each.spread, each.mean + each.spread]],
            ),
          ),
          {
            name: "best",
            type: "line",
            showSymbol: marks,
            symbol: "circle",
            symbolSize: 6,
            itemStyle: {color: c.of(1)},
            z: 3,
            lineStyle: {width: 2.5},
            data: summaries.map(each => each.best),
          },
          {
            name: "mean",
            type: "line",
            showSymbol: marks,
            symbol: "rect",
            symbolSize: 6,
            itemStyle: {color: c.of(0)},
            lineStyle: {width: along.length > 200 ? 1 : 2, type: along.length > 200 ? "solid" : "dashed"},
            data: summaries.map(each => each.mean),
          },
        ],
      }),
      numbers: () => ({
        heads: ["generation", "best", "mean", "spread", "diversity", "trained", "remembered", "failed"],
        rows: summaries.map(each => [
          each.number,
          score(each.best),
          score(each.mean),
          figure(each.spread),
          fixed(each.diversity, 3),
          each.trained,
          each.remembered,
          each.failed,
        ]),
      }),
    });
  const rows = [...hyperparameters.map(hp => hp.name), "all (mean)"],
    index = (r, g) => (r === hyperparameters.length ? summaries[g].diversity : generations[g].diversity[r]);
  chart(made, {
    name: "diversity",
    title: "Diversity of the population, per hyperparameter",
    height: 110 + 28 * rows.length,
    canvas: rows.length * along.length > 2000,
    note: () =>
      "Simpson's index 1 − Σ share² of the values in the population, numbers by tenths of their range: 0 if all members are alike, near 1 if all differ. Empty where the hyperparameter takes part in no member.",
    option: c => ({
      grid: {left: 150, right: 24, top: 10, bottom: 84},
      xAxis: axis(c, "generation", {type: "category", data: along, nameGap: 26}),
      yAxis: {
        ...axis(c, "", {
          type: "category",
          data: rows,
          inverse: true,
          axisLabel: {width: 130, overflow: "truncate", hideOverlap: false, interval: 0},
        }),
      },
      visualMap: {
        min: 0,
        max: 1,
        calculable: false,
        orient: "horizontal",
        left: "center",
        bottom: 0,
        itemWidth: 12,
        itemHeight: 160,
        text: ["all different", "all alike"],
        textStyle: {color: c.soft},
        inRange: {color: [c.empty, c.scale[2], c.scale[3]]},
      },
      tooltip: {
        formatter: p =>
          `${escape(rows[p.data[1]])}, generation ${along[p.data[0]]}: <b>${fixed(p.data[2], 3)}</b>`,
      },
      series: [
        {
          type: "heatmap",
          progressive: 0,
          itemStyle: {borderColor: c.page, borderWidth: along.length > 60 ? 0 : 1},
          data: along
            .flatMap((_, g) => rows.map((_, r) => [g, r, index(r, g)]))
            .filter(cell => cell[2] !== null),
        },
      ],
    }),
    numbers: () => ({
      heads: ["generation", ...rows],
      rows: along.map((number, g) => [number, ...rows.map((_, r) => fixed(index(r, g) ?? NaN, 3))]),
    }),
  });

  /* Lineage */
  const family = section(
    "lineage",
    "Lineage of the winner",
    "The winner and all it descends from, each where it was born and how it scored. A line leads from a parent to its child; children of two parents were crossed, of one mutated only.",
  );
  const members = lineage.members,
    byNumber = new Map(members.map(each => [each.number, each]));
  if (!members.length)
    nothing(
      family,
      done.length ? "The winner's generation is not complete yet; its parents are kept with it." : waiting,
    );
  else {
    const links = members.flatMap(child =>
        child.parents.filter(parent => byNumber.has(parent)).map(parent => [byNumber.get(parent), child]),
      ),
      placed = members.filter(each => each.score !== null);
    const dot = each => ({value: [each.generation, each.score], member: each});
    if (members.length > 1)
      chart(family, {
        name: "lineage",
        title: `Ancestors of trial ${winner.trial}`,
        height: 380,
        zooms: true,
        trial: p => p.data.member?.trial,
        note: () =>
          lineage.leftOut
            ? `The nearest ${members.length}; ${plural(lineage.leftOut, "further ancestor")} left out.`
            : "",
        option: c => ({
          legend: legend(c, {data: ["winner", "crossed", "mutated only", "first population or newcomer"]}),
          dataZoom: [zoom({xAxisIndex: 0}), zoom({yAxisIndex: 0})],
          xAxis: axis(c, "born in generation", {type: "value", minInterval: 1, min: 0, max: "dataMax"}),
          yAxis: scores(c, roomy),
          grid: {left: 64, right: 44, top: 34, bottom: 48},
          tooltip: {
            formatter: p =>
              p.data.member
                ? `${tip(place.get(p.data.member.trial))}<br><i>${p.data.member.parents.length ? "new: " + escape(p.data.member.fresh || "nothing, only mixed") : "no parents"}</i>`
                : "",
          },
          series: [
            {
              type: "lines",
              coordinateSystem: "cartesian2d",
              silent: true,
              lineStyle: {color: c.faint, width: 1.2, opacity: 0.75},
              data: links
                .filter(([a, b]) => a.score !== null && b.score !== null)
                .map(([a, b]) => ({
                  coords: [
                    [a.generation, a.score],
                    [b.generation, b.score],
                  ],
                })),
            },
            {
              name: "first population or newcomer",
              type: "scatter",
              symbol: "rect",
              symbolSize: 9,
              itemStyle: {color: c.of(2)},
              data: placed.filter(each => !each.parents.length).map(dot),
            },
            {
              name: "mutated only",
              type: "scatter",
              symbol: "triangle",
              symbolSize: 10,
              itemStyle: {color: c.of(3)},
              data: placed.filter(each => each.parents.length === 1 && each !== members[0]).map(dot),
            },
            {
              name: "crossed",
              type: "scatter",
              symbol: "circle",
              symbolSize: 9,
              itemStyle: {color: c.of(0)},
              data: placed.filter(each => each.parents.length > 1 && each !== members[0]).map(dot),
            },
            {
              name: "winner",
              type: "scatter",
              symbol: "diamond",
              symbolSize: 17,
              itemStyle: {color: c.of(1)},
              label: {
                show: true,
                position: "bottom",
                distance: 8,
                color: c.ink,
                formatter: "trial " + winner.trial,
              },
              data: [dot(members[0])],
            },
          ],
        }),
        numbers: () => ({
          heads: ["trial", "born in", word, "parents' trials", "values no parent has", "configuration"],
          rows: members.map(each => [
            each.trial,
            each.generation,
            outcomeCell(place.get(each.trial)),
            each.parents.map(parent => byNumber.get(parent)?.trial ?? "…").join(" "),
            each.parents.length ? each.fresh : "no parents",
            configuration(place.get(each.trial)),
          ]),
        }),
      });
    else
      nothing(
        family,
        lineage.kept || members[0].generation === 0
          ? "The winner has no parents: it was drawn at random, or given."
          : "This run kept no parents: it was made by a version of Mendel that did not write them down.",
      );
  }
}
