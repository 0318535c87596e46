/* Contours of the surface over two hyperparameters. */

if (pairs && surfaces.length) {
  const FINE = 3,
    LEVELS = 7,
    pair = pairChoice("contour pair", surfaces),
    chosen = () => {
      const surface = surfaces.find(each => nameOf(each) === pair.value),
        [one, other] = [placeOf.get(surface.first), placeOf.get(surface.second)];
      return {surface, one, other, first: hyperparameters[one], second: hyperparameters[other]};
    };
  /* The value of a cell; beside the surface that of its rim. */
  const inside = (k, count) => Math.min(Math.max(k, 0), count - 1),
    at = (surface, column, row) =>
      surface.values[inside(row, surface.rows) * surface.columns + inside(column, surface.columns)];
  /* The surface between the middles of cells; that of the cell itself where one of its neighbours is empty. */
  const between = (surface, x, y) => {
    const [column, row] = [Math.floor(x), Math.floor(y)],
      [right, up] = [x - column, y - row],
      corners = [
        at(surface, column, row),
        at(surface, column + 1, row),
        at(surface, column, row + 1),
        at(surface, column + 1, row + 1),
      ];
    return corners.includes(null)
      ? at(surface, Math.round(x), Math.round(y))
      : (corners[0] * (1 - right) + corners[1] * right) * (1 - up) + (corners[2] * (1 - right) + corners[3] * right) * up;
  };
  /* Small rectangles: both ends of each, and the surface's value in its middle. */
  const rectangles = ({surface, first, second}) => {
    const across = first.values.length ? 1 : FINE,
      upwards = second.values.length ? 1 : FINE,
      made = [];
    for (let i = 0; i < surface.columns * across; i++)
      for (let j = 0; j < surface.rows * upwards; j++) {
        const value = between(surface, (i + 0.5) / across - 0.5, (j + 0.5) / upwards - 0.5);
        if (value !== null) {
          const [width, height] = [surface.columns * across, surface.rows * upwards];
          made.push([
            along(first, i / width),
            along(first, (i + 1) / width),
            along(second, j / height),
            along(second, (j + 1) / height),
            value,
          ]);
        }
      }
    return made;
  };
  /* Lines of equal value through the squares between the middles of cells; choices have none. */
  const lines = ({surface, first, second}, levels) => {
    if (first.values.length || second.values.length) return [];
    const made = [],
      point = (x, y) => [along(first, (x + 0.5) / surface.columns), along(second, (y + 0.5) / surface.rows)];
    for (let i = 0; i + 1 < surface.columns; i++)
      for (let j = 0; j + 1 < surface.rows; j++) {
        const corners = [
          [i, j],
          [i + 1, j],
          [i + 1, j + 1],
          [i, j + 1],
        ].map(([x, y]) => [x, y, at(surface, x, y)]);
        if (corners.some(corner => corner[2] === null)) continue;
        levels.forEach(level => {
          const ends = corners.flatMap((from, k) => {
            const to = corners[(k + 1) % 4];
            if (from[2] < level === to[2] < level) return [];
            const part = (level - from[2]) / (to[2] - from[2]);
            return [point(from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1]))];
          });
          for (let k = 0; k + 1 < ends.length; k += 2) made.push({coords: [ends[k], ends[k + 1]]});
        });
      }
    return made;
  };
  chart(pairs, {
    name: "contour",
    title: `Contours of the ${word}`,
    height: 440,
    canvas: true,
    controls: [select("pair", pair)],
    trial: p => (p.seriesType === "scatter" ? trials.id[p.data[3]] : undefined),
    note: () => {
      const {one, other} = chosen();
      return [
        "The surface is the mean of the trials around, weighted by nearness; it is empty where no trial is near. Points are trials.",
        partly(one, other, done.filter(both(one, other)).length),
        leftOut(points),
      ]
        .filter(Boolean)
        .join(" ");
    },
    option: c => {
      const {surface, one, other, first, second} = chosen(),
        known = surface.values.filter(value => value !== null).sort(byQuality),
        [low, high] = [known[0], known.at(-1)],
        levels = Array.from({length: LEVELS}, (_, k) => low + ((k + 1) * (high - low)) / (LEVELS + 1));
      return {
        ...inPlane(c, first, second),
        visualMap: scaled(c, {dimension: 4, seriesIndex: 0, ...coloured(c, low, high)}),
        tooltip: {
          formatter: p =>
            p.seriesType === "scatter"
              ? tip(p.data[3])
              : `${escape(first.name)} ${escape(shown(first, first.values.length ? Math.round((p.data[0] + p.data[1]) / 2) : (p.data[0] + p.data[1]) / 2))}<br>${escape(second.name)} ${escape(shown(second, second.values.length ? Math.round((p.data[2] + p.data[3]) / 2) : (p.data[2] + p.data[3]) / 2))}<br>around <b>${score(p.data[4])}</b>`,
        },
        series: [
          {
            type: "custom",
            progressive: 0,
            ...counted(first, second),
            clip: true,
            encode: {x: [0, 1], y: [2, 3], tooltip: 4},
            data: rectangles(chosen()),
            renderItem: (params, api) => {
              const [left, bottom] = api.coord([api.value(0), api.value(2)]),
                [right, top] = api.coord([api.value(1), api.value(3)]);
              return {
                type: "rect",
                shape: {
                  x: Math.floor(left),
                  y: Math.floor(top),
                  width: Math.ceil(right) - Math.floor(left),
                  height: Math.ceil(bottom) - Math.floor(top),
                },
                style: {fill: api.visual("color")},
              };
            },
          },
          {
            type: "lines",
            coordinateSystem: "cartesian2d",
            ...counted(first, second),
            silent: true,
            lineStyle: {color: c.page, width: 1.2, opacity: 0.8},
            data: levels[0] === low ? [] : lines(chosen(), levels),
          },
          {
            type: "scatter",
            ...counted(first, second),
            symbolSize: big ? 3 : 7,
            progressive: 0,
            itemStyle: {color: c.ink, borderColor: c.page, borderWidth: big ? 0 : 1, opacity: big ? 0.35 : 0.75},
            data: points
              .filter(both(one, other))
              .map(i => [...inThePlane(one, other, i), trials.score[i], i]),
          },
        ],
      };
    },
    numbers: () => {
      const {surface, first, second} = chosen(),
        middle = (hp, k, of) => (hp.values.length ? hp.values[k] : short(along(hp, (k + 0.5) / of)));
      return {
        heads: [...named("hyperparameter", [first.name, second.name], [word]), word],
        rows: surface.values.flatMap((value, k) =>
          value === null
            ? []
            : [
                [
                  middle(first, k % surface.columns, surface.columns),
                  middle(second, Math.floor(k / surface.columns), surface.rows),
                  score(value),
                ],
              ],
        ),
      };
    },
  });
}
