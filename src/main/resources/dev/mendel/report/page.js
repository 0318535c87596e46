const data = JSON.parse(document.getElementById("data").textContent);

/* What all pages share: sections, charts with their numbers, colours, export. */
const frame = (() => {
  const ROWS_SHOWN = 500,
    PAPER = 680,
    charts = [];
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let printing = false;

  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (value !== undefined && value !== false)
        made.setAttribute(name === "className" ? "class" : name, value);
    }
    made.append(...children.filter(child => child !== undefined && child !== null));
    return made;
  };
  const colour = name =>
    getComputedStyle(document.documentElement)
      .getPropertyValue("--" + name)
      .trim();
  const colours = () => {
    const series = [1, 2, 3, 4, 5, 6, 7, 8].map(i => colour("c" + i));
    return {
      ink: colour("ink"),
      soft: colour("soft"),
      line: colour("line"),
      page: colour("raised"),
      card: colour("card"),
      faint: colour("faint"),
      empty: colour("empty"),
      bad: colour("bad"),
      series,
      of: i => series[i % series.length],
      scale: [1, 2, 3, 4].map(i => colour("s" + i)),
    };
  };

  /* Numbers. */
  const fixed = (x, digits) => (Number.isFinite(x) ? x.toFixed(digits) : "–");
  const short = x => {
    if (!Number.isFinite(x)) return "–";
    if (x === 0) return "0";
    const size = Math.abs(x);
    if (Number.isInteger(x) && size < 1e9) return String(x);
    return size >= 1e5 || size < 1e-3
      ? x
          .toExponential(2)
          .replace(/\.?0+e/, "e")
          .replace("e+", "e")
      : String(Number(x.toPrecision(4)));
  };
  const time = seconds => {
    if (!Number.isFinite(seconds)) return "–";
    if (seconds < 60) return fixed(seconds, 1) + " s";
    const pad = n => String(n).padStart(2, "0"),
      s = Math.round(seconds);
    return s < 3600
      ? Math.floor(s / 60) + ":" + pad(s % 60) + " min"
      : Math.floor(s / 3600) + ":" + pad(Math.floor(s / 60) % 60) + ":" + pad(s % 60) + " h";
  };
  const mean = xs => xs.reduce((a, b) => a + b, 0) / xs.length;
  const deviation = xs =>
    xs.length < 2 ? 0 : Math.sqrt(xs.reduce((sum, x) => sum + (x - mean(xs)) ** 2, 0) / (xs.length - 1));
  const quantile = (sorted, q) => {
    const at = (sorted.length - 1) * q,
      low = Math.floor(at);
    return sorted[low] + (at - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]);
  };
  const box = values => {
    const sorted = [...values].sort((a, b) => a - b);
    return [0, 0.25, 0.5, 0.75, 1].map(q => quantile(sorted, q));
  };

  /* Files. */
  const download = (name, url) => element("a", {href: url, download: name}).click();
  const save = (name, text, type) => download(name, URL.createObjectURL(new Blob([text], {type})));
  const plain = cell =>
    cell instanceof Node ? cell.textContent : cell === null || cell === undefined ? "" : String(cell);
  /* A text that a spreadsheet would take for a formula gets a ' before it; numbers stay numbers. */
  const inert = text => (/^[=+\-@\t\r]/.test(text) && !Number.isFinite(Number(text)) ? "'" + text : text);
  const quoted = text => (/[",\n\r]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text);
  const csv = ({heads, rows}) =>
    [heads, ...rows].map(row => row.map(cell => quoted(inert(plain(cell)))).join(",")).join("\n") + "\n";
  const file = (name, ending) => (data.name ?? data.run ?? "mendel") + "-" + name + "." + ending;

  /* Tables: sortable, the first rows of long ones. */
  const numeric = cell =>
    /^[-+–]?[\d.,]+(e[-+]?\d+)?( ± [\d.]+)?%?$/.test(plain(cell)) ||
    plain(cell) === "–" ||
    plain(cell) === "";
  function table({heads, rows}, caption) {
    const body = element("tbody"),
      right = heads.map((_, i) => rows.length > 0 && rows.slice(0, 50).every(row => numeric(row[i])));
    const fill = sorted =>
      body.replaceChildren(
        ...sorted
          .slice(0, ROWS_SHOWN)
          .map(row =>
            element(
              "tr",
              {},
              ...row.map((cell, i) =>
                element(
                  "td",
                  {className: right[i] ? "number" : plain(cell).length > 60 ? "long" : ""},
                  cell instanceof Node ? cell.cloneNode(true) : plain(cell),
                ),
              ),
            ),
          ),
      );
    let by = -1,
      up = false;
    const value = cell => {
      const number = parseFloat(plain(cell).replaceAll(",", ""));
      return Number.isNaN(number) ? -Infinity : number;
    };
    const top = element(
      "tr",
      {},
      ...heads.map((head, i) =>
        element(
          "th",
          {scope: "col", className: right[i] ? "number" : ""},
          element(
            "button",
            {
              title: "sort by this column",
              onclick: event => {
                up = by === i ? !up : !right[i];
                by = i;
                top
                  .querySelectorAll("th")
                  .forEach((th, j) =>
                    j === i
                      ? th.setAttribute("aria-sort", up ? "ascending" : "descending")
                      : th.removeAttribute("aria-sort"),
                  );
                fill(
                  [...rows].sort(
                    (a, b) =>
                      (up ? 1 : -1) *
                      (right[i] ? value(a[i]) - value(b[i]) : plain(a[i]).localeCompare(plain(b[i]))),
                  ),
                );
              },
            },
            head,
          ),
        ),
      ),
    );
    fill(rows);
    const made = element(
      "div",
      {},
      element(
        "div",
        {className: "scroll", tabindex: "0", role: "region", "aria-label": caption},
        element(
          "table",
          {},
          element("caption", {style: "display:none"}, caption),
          element("thead", {}, top),
          body,
        ),
      ),
    );
    if (rows.length > ROWS_SHOWN)
      made.append(
        element(
          "p",
          {className: "note"},
          `The first ${ROWS_SHOWN} of ${rows.length.toLocaleString("en")} rows; the CSV has all.`,
        ),
      );
    return made;
  }

  /* Sections. */
  function section(id, title, lead) {
    document.querySelector("#main > noscript")?.remove();
    const made = element(
      "section",
      {id, "aria-labelledby": id + "-title"},
      element("h2", {id: id + "-title"}, title),
    );
    if (lead) made.append(element("p", {className: "lead"}, lead));
    document.getElementById("main").append(made);
    document.getElementById("contents").append(element("li", {}, element("a", {href: "#" + id}, title)));
    return made;
  }
  const nothing = (owner, text) => owner.append(element("p", {className: "nothing"}, text));
  const csvButton = (name, numbers, title) =>
    element(
      "button",
      {
        "aria-label": title + ": save the numbers as CSV",
        onclick: () => save(file(name, "csv"), csv(numbers()), "text/csv"),
      },
      "CSV",
    );

  function tableCard(owner, {name, title, numbers}) {
    owner.append(
      element(
        "figure",
        {},
        element(
          "div",
          {className: "bar"},
          element("h3", {}, title),
          element(
            "div",
            {className: "tools"},
            csvButton(name, () => numbers, title),
          ),
        ),
        table(numbers, title),
      ),
    );
  }
  const radio = (label, choices, chosen, change) => {
    const group = element("div", {className: "group", role: "group", "aria-label": label});
    for (const [value, text] of choices)
      group.append(
        element(
          "button",
          {
            "aria-pressed": String(value === chosen),
            onclick: event => {
              group
                .querySelectorAll("button")
                .forEach(button =>
                  button.setAttribute("aria-pressed", String(button === event.currentTarget)),
                );
              change(value);
            },
          },
          text,
        ),
      );
    return group;
  };
  const select = (label, choices, change) => {
    const made = element("select", {"aria-label": label, onchange: event => change(event.target.value)});
    choices.forEach(([value, text]) => made.append(new Option(text, value)));
    return element("label", {}, label + " ", made);
  };

  /* A chart: `option(colours)` gives what to draw, `numbers()` the table behind it. Redrawn by the function that is returned. */
  function chart(owner, {name, title, controls = [], option, numbers, height, canvas, note, tools = true}) {
    const node = element("div", {
      className: "chart",
      role: "img",
      "aria-label": title + "; the numbers are in the table behind it",
      style: height ? `height:${height}px` : undefined,
    });
    const behind = element("div", {hidden: ""});
    const toggle = element(
      "button",
      {
        "aria-expanded": "false",
        "aria-label": title + ": show the numbers",
        onclick: () => {
          behind.hidden = !behind.hidden;
          toggle.setAttribute("aria-expanded", String(!behind.hidden));
          if (!behind.hidden) behind.replaceChildren(table(numbers(), title));
        },
      },
      "Table",
    );
    const picture = type => {
      const aside = element("div", {
        style: `position:absolute;left:-9999px;width:${node.clientWidth}px;height:${node.clientHeight}px`,
      });
      document.body.append(aside);
      const copy = echarts.init(aside, null, {renderer: type === "svg" ? "svg" : "canvas"});
      copy.setOption({...whole(), toolbox: undefined});
      download(
        file(name, type),
        copy.getDataURL({
          type: type === "svg" ? "svg" : "png",
          pixelRatio: 2,
          backgroundColor: colour("raised"),
        }),
      );
      copy.dispose();
      aside.remove();
    };
    const buttons = element(
      "div",
      {className: "tools"},
      ...controls,
      toggle,
      csvButton(name, numbers, title),
      element("button", {"aria-label": title + ": save as PNG", onclick: () => picture("png")}, "PNG"),
      element("button", {"aria-label": title + ": save as SVG", onclick: () => picture("svg")}, "SVG"),
    );
    const figure = element(
      "figure",
      {},
      element("div", {className: "bar"}, element("h3", {}, title), buttons),
      node,
    );
    const said = element("p", {className: "note"});
    if (note) figure.append(said);
    figure.append(behind);
    owner.append(figure);
    const whole = () => {
      const c = colours();
      return {
        animation: false,
        color: c.series,
        textStyle: {color: c.ink, fontFamily: "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif"},
        grid: {left: 64, right: 24, top: 30, bottom: 48},
        ...option(c),
        tooltip: {
          trigger: "item",
          confine: true,
          backgroundColor: c.page,
          borderColor: c.line,
          textStyle: {color: c.ink, fontSize: 12},
          ...option(c).tooltip,
        },
      };
    };
    const made = echarts.init(node, null, {renderer: canvas ? "canvas" : "svg"});
    const draw = () => {
      made.setOption(whole(), true);
      if (note) said.textContent = note();
      if (!behind.hidden) behind.replaceChildren(table(numbers(), title));
    };
    charts.push({name, made, draw});
    draw();
    return draw;
  }
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

  /* Colours: the system's, or as chosen; paper is light. */
  function choose(chosen) {
    if (chosen === "auto") document.documentElement.removeAttribute("data-colours");
    else document.documentElement.dataset.colours = chosen;
    charts.forEach(each => each.draw());
  }
  function paper(on) {
    if (printing === on) return;
    printing = on;
    const chosen = document.documentElement.dataset.colours ?? "auto";
    if (on) {
      frame.before = chosen;
      document.documentElement.dataset.colours = "light";
    } else if (frame.before === "auto") document.documentElement.removeAttribute("data-colours");
    else document.documentElement.dataset.colours = frame.before;
    charts.forEach(each => {
      each.draw();
      each.made.resize(
        on ? {width: each.made.getDom().closest(".small") ? PAPER / 2 - 34 : PAPER - 20} : {width: "auto"},
      );
      each.made.getZr().flush();
    });
  }

  /* What each chart has drawn, for tests of the page: the number of shapes of its series. */
  const shapes = made => {
    let count = 0;
    made._chartsViews.forEach(view =>
      view.group.traverse(child => {
        if (!child.isGroup) count++;
      }),
    );
    return count;
  };
  function done() {
    const asked =
      new URLSearchParams(location.search).get("colours") ??
      location.hash.match(/^#colours=(light|dark)$/)?.[1];
    document.getElementById("colours").append(
      ...radio(
        "Colours of the page",
        [
          ["auto", "Auto"],
          ["light", "Light"],
          ["dark", "Dark"],
        ],
        asked ?? "auto",
        choose,
      ).children,
    );
    if (asked) choose(asked);
    dark.addEventListener("change", () => charts.forEach(each => each.draw()));
    addEventListener("resize", () => charts.forEach(each => each.made.resize()));
    addEventListener("beforeprint", () => paper(true));
    addEventListener("afterprint", () => paper(false));
    document.body.dataset.charts = charts.length;
    document.body.dataset.empty = charts
      .filter(each => shapes(each.made) === 0)
      .map(each => each.name)
      .join(" ");
    document.body.dataset.ink = colours().ink;
  }
  const head = (title, about) => {
    document.getElementById("title").textContent = title;
    document.getElementById("about").textContent = about;
  };
  const tiles = list =>
    document
      .getElementById("main")
      .append(
        element(
          "div",
          {className: "tiles"},
          ...list.map(([what, value, more]) =>
            element(
              "div",
              {className: "tile"},
              element("span", {className: "what"}, what),
              element("b", {}, value),
              element("span", {}, more ?? ""),
            ),
          ),
        ),
      );
  const facts = (owner, entries) =>
    owner.append(
      element(
        "dl",
        {},
        ...entries.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]),
      ),
    );
  return {
    element,
    colours,
    fixed,
    short,
    time,
    mean,
    deviation,
    quantile,
    box,
    table,
    section,
    nothing,
    tableCard,
    radio,
    select,
    chart,
    axis,
    legend,
    band,
    head,
    tiles,
    facts,
    done,
  };
})();
