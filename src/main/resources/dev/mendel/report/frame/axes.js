/* Parts of charts. */
const axis = (c, name, extra = {}) => ({
  name,
  nameLocation: "middle",
  nameGap: 30,
  nameTextStyle: {color: c.soft},
  ...extra,
  axisLabel: {color: c.soft, hideOverlap: true, ...extra.axisLabel},
  axisLine: {onZero: false, lineStyle: {color: c.line}},
  axisTick: {lineStyle: {color: c.line}},
  splitLine: {lineStyle: {color: c.line, opacity: 0.6}, ...extra.splitLine},
});
/* The area between two lines of straight pieces: rows of place, lower and upper end. */
const band = (name, colour, rows) => ({
  name,
  type: "custom",
  silent: true,
  clip: true,
  tooltip: {show: false},
  encode: {x: 0, y: [1, 2]},
  itemStyle: {color: colour},
  data: rows,
  renderItem: (params, api) =>
    params.dataIndex
      ? null
      : {
          type: "polygon",
          shape: {
            points: [
              ...rows.map(row => api.coord([row[0], row[2]])),
              ...rows.map(row => api.coord([row[0], row[1]])).reverse(),
            ],
          },
          style: {fill: colour, opacity: 0.15},
        },
});
const legend = (c, extra = {}) => ({
  type: "scroll",
  top: 0,
  textStyle: {color: c.ink},
  pageTextStyle: {color: c.soft},
  pageIconColor: c.soft,
  inactiveColor: c.faint,
  ...extra,
});
