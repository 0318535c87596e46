/* What all pages share: elements, colours, numbers, files. */
const PAPER = 680;
let current = {};
const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "style") made.style.cssText = value ?? "";
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
const file = (name, ending) => (current.name ?? current.run ?? "mendel") + "-" + name + "." + ending;
