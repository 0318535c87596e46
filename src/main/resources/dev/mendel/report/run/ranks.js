/* Ranks of the trials over two hyperparameters: unlike values these don't let a few trials press all others together. */

if (pairs) {
  const pair = pairChoice("ranks pair", interactions),
    chosen = () => {
      const each = interactions.find(one => nameOf(one) === pair.value);
      return [placeOf.get(each.first), placeOf.get(each.second)];
    },
    failedOnes = [...trials.id.keys()].filter(i => trials.score[i] === null && !isStopped(i)),
    stoppedOnes = [...trials.id.keys()].filter(isStopped);
  chart(pairs, {
    name: "ranks",
    title: "Ranks of the trials",
    height: 440,
    canvas: big,
    controls: [select("pair", pair)],
    trial: p => trials.id[p.data[3]],
    note: () => {
      const [one, other] = chosen();
      return [
        "Rank 1 is the best trial of the run.",
        failedOnes.some(both(one, other)) ? "Crosses: failed trials." : "",
        stoppedOnes.some(both(one, other)) ? "Pale dots: trials that were stopped." : "",
        partly(one, other, done.filter(both(one, other)).length),
        leftOut(points),
      ]
        .filter(Boolean)
        .join(" ");
    },
    option: c => {
      const [one, other] = chosen();
      return {
        ...inPlane(c, hyperparameters[one], hyperparameters[other]),
        visualMap: scaled(c, {dimension: 2, seriesIndex: 0, precision: 0, ...byRank(c)}),
        tooltip: {
          formatter: p =>
            (trials.rank[p.data[3]] ? `rank <b>${whole(trials.rank[p.data[3]])}</b><br>` : "") + tip(p.data[3]),
        },
        series: [
          {
            type: "scatter",
            ...counted(hyperparameters[one], hyperparameters[other]),
            symbolSize: big ? 5 : 11,
            progressive: 0,
            itemStyle: {borderColor: c.line, borderWidth: big ? 0 : 1, opacity: 0.9},
            /* The best are drawn last, over the others. */
            data: points
              .filter(both(one, other))
              .sort((a, b) => trials.rank[b] - trials.rank[a])
              .map(i => [...inThePlane(one, other, i), trials.rank[i], i]),
          },
          {
            type: "scatter",
            ...counted(hyperparameters[one], hyperparameters[other]),
            symbolSize: big ? 4 : 7,
            progressive: 0,
            z: 1,
            itemStyle: {color: c.faint, opacity: 0.45},
            data: stoppedOnes
              .slice(0, SAMPLE)
              .filter(both(one, other))
              .map(i => [...inThePlane(one, other, i), 0, i]),
          },
          {
            type: "scatter",
            ...counted(hyperparameters[one], hyperparameters[other]),
            symbol: CROSS,
            symbolSize: 8,
            progressive: 0,
            itemStyle: {color: c.bad},
            data: failedOnes
              .slice(0, SAMPLE)
              .filter(both(one, other))
              .map(i => [...inThePlane(one, other, i), 0, i]),
          },
        ],
      };
    },
    numbers: () => {
      const [one, other] = chosen(),
        two = [hyperparameters[one], hyperparameters[other]];
      return {
        heads: ["trial", "rank", word, ...named("hyperparameter", two.map(hp => hp.name), ["trial", "rank", word])],
        rows: [...trials.id.keys()]
          .filter(both(one, other))
          .map(i => [
            trials.id[i],
            trials.rank[i] || "–",
            outcomeCell(i),
            shown(two[0], trials.values[one][i]),
            shown(two[1], trials.values[other][i]),
          ]),
      };
    },
  });
}
