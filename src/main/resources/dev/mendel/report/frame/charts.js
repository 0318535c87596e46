/* Charts. What `option(c)` gives, of the colours `c`, the chart's width, and whether it is a narrow one, is drawn, `numbers()` is the table behind it, `trial(shape)` the number of the
   trial that a shape stands for. A chart that is drawn again keeps what a reader has zoomed, hidden and picked out. */
const NARROW = 520,
  drawn = new Map();
const font = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif";
const dressed = (c, option) => ({
  animation: false,
  color: c.series,
  textStyle: {color: c.ink, fontFamily: font},
  grid: {left: 64, right: 24, top: 30, bottom: 48},
  ...option,
  tooltip: {
    trigger: "item",
    confine: true,
    backgroundColor: c.page,
    borderColor: c.line,
    textStyle: {color: c.ink, fontSize: 12},
    ...option.tooltip,
  },
});
/* A chart is zoomed and moved with the control key and the mouse; a double click shows all again. */
const zoom = axes => ({
  type: "inside",
  zoomOnMouseWheel: "ctrl",
  moveOnMouseMove: "ctrl",
  filterMode: "none",
  ...axes,
});
const list = option => (option === undefined ? [] : Array.isArray(option) ? option : [option]);
/* What a reader has done to a chart. */
const touched = chart => {
  const option = chart.getOption() ?? {};
  return {
    hidden: Object.keys(option.legend?.[0]?.selected ?? {}).filter(name => !option.legend[0].selected[name]),
    zooms: list(option.dataZoom).map(({start, end, startValue, endValue}) =>
      start > 0 || end < 100 ? {startValue, endValue} : {},
    ),
    ranges: list(option.visualMap).map(map =>
      map.range && (map.range[0] > map.min || map.range[1] < map.max)
        ? [map.range[0] > map.min ? map.range[0] : -Infinity, map.range[1] < map.max ? map.range[1] : Infinity]
        : null,
    ),
    picked: chart._model
      ? chart._model
          .queryComponents({mainType: "parallelAxis"})
          .map(axis => ({name: axis.name, intervals: axis.activeIntervals ?? []}))
          .filter(axis => axis.intervals.length)
      : [],
  };
};
/* The same option, as a reader has it. */
const kept = (option, {hidden, zooms, ranges}) => ({
  ...option,
  ...(option.legend && {
    legend: {...option.legend, selected: Object.fromEntries(hidden.map(name => [name, false]))},
  }),
  ...(option.dataZoom && {dataZoom: list(option.dataZoom).map((each, i) => ({...each, ...zooms[i]}))}),
  ...(option.visualMap && {
    visualMap: list(option.visualMap).map((map, i) =>
      ranges[i]
        ? {...map, range: [Math.max(ranges[i][0], map.min), Math.min(ranges[i][1], map.max)]}
        : map,
    ),
  }),
});
const pick = (made, {picked}) =>
  picked.forEach(({name, intervals}) => {
    const axis = made._model.queryComponents({mainType: "parallelAxis"}).find(each => each.name === name);
    if (axis) made.dispatchAction({type: "axisAreaSelect", parallelAxisId: axis.id, intervals});
  });

function chartOf(name, title) {
  let spec, made;
  const node = element("div", {className: "chart", role: "img"}),
    behind = element("div", {hidden: ""}),
    said = element("p", {className: "note"}),
    table = tableOf(title, false),
    controls = element("div", {className: "controls"}),
    button = (text, label, onclick) =>
      element("button", {type: "button", "aria-label": title + ": " + label, onclick}, text);
  const toggle = button("Table", "show the numbers", () => {
    behind.hidden = !behind.hidden;
    toggle.setAttribute("aria-expanded", String(!behind.hidden));
    if (!behind.hidden) table.update(spec.numbers());
  });
  toggle.setAttribute("aria-expanded", "false");
  behind.append(table.node);
  const option = () => {
    const width = made?.getWidth() || node.clientWidth || PAPER,
      c = {...colours(), width, narrow: width < NARROW};
    return dressed(c, spec.option(c));
  };
  const picture = type => {
    const aside = element("div", {
      style: `position:absolute;left:-9999px;width:${node.clientWidth}px;height:${node.clientHeight}px`,
    });
    document.body.append(aside);
    const copy = echarts.init(aside, null, {renderer: type === "svg" ? "svg" : "canvas"});
    copy.setOption(kept(option(), touched(made)));
    download(
      file(name, type),
      copy.getDataURL({type, pixelRatio: 2, backgroundColor: colour("raised")}),
    );
    copy.dispose();
    aside.remove();
  };
  const heading = element("h3"),
    figure = element(
      "figure",
      {"data-chart": name},
      element(
        "div",
        {className: "bar"},
        heading,
        element(
          "div",
          {className: "tools"},
          controls,
          toggle,
          csvButton(name, () => spec.numbers(), title),
          button("PNG", "save as PNG", () => picture("png")),
          button("SVG", "save as SVG", () => picture("svg")),
        ),
      ),
      node,
      said,
      behind,
    );
  const begun = () => {
    const before = made && touched(made),
      renderer = spec.canvas ? "canvas" : "svg";
    if (made && made.getZr().painter.getType() !== renderer) {
      made.dispose();
      made = undefined;
    }
    if (!made) {
      made = echarts.init(node, null, {renderer});
      made.on("click", shape => {
        const trial = spec.trial?.(shape);
        if (trial !== undefined) follow(trial);
      });
      made.getZr().on("dblclick", () =>
        list(made.getOption().dataZoom).forEach((_, dataZoomIndex) =>
          made.dispatchAction({type: "dataZoom", dataZoomIndex, start: 0, end: 100}),
        ),
      );
    }
    return before;
  };
  const draw = () => {
    const before = begun(),
      whole = option();
    made.setOption(before ? kept(whole, before) : whole, true);
    if (before) pick(made, before);
    said.textContent = spec.note?.() ?? "";
    said.hidden = !said.textContent;
    if (!behind.hidden) table.update(spec.numbers());
  };
  const control = each => {
    const asked = part(controls, each.label, () =>
      each.make(value => {
        const now = spec.controls.find(other => other.label === each.label);
        now.choice.value = value;
        now.fill(asked);
        draw();
      }),
    );
    each.fill(asked);
  };
  return {
    name,
    figure,
    draw,
    get made() {
      return made;
    },
    /* Fits the chart to its place, or to a width; what depends on the width is drawn anew. */
    fit: (width = "auto") => {
      made.resize({width});
      draw();
    },
    update: (newer, title) => {
      spec = newer;
      heading.textContent = title;
      node.title = spec.zooms ? "Ctrl with the wheel zooms, Ctrl with dragging moves, a double click shows all" : "";
      node.setAttribute("aria-label", title + "; the numbers are in the table behind it");
      const height = spec.height ? spec.height + "px" : "";
      if (made && node.style.height !== height) {
        node.style.height = height;
        made.resize();
      } else node.style.height = height;
      spec.controls.forEach(control);
      draw();
    },
  };
}
function chart(owner, {name, title, controls = [], ...spec}) {
  const figure = part(owner, "chart " + name, () => {
    const made = chartOf(name, title);
    drawn.set(made.figure, made);
    return made.figure;
  });
  owned(figure.querySelector(".controls"));
  drawn.get(figure).update({controls, ...spec}, title);
}
