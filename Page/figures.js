// Figures over time as HTMLOutput/FigureParts describes them, and how they are drawn again for a part of their time.
const figures = [];
const draw = (figure, tag, attributes, text) => {
  const made = document.createElementNS(figure.svg.namespaceURI, tag);
  for (const name in attributes) made.setAttribute(name, attributes[name]);
  if (text) made.textContent = text;
  return made;
};
const isShown = figure => figure.svg.getClientRects().length > 0;

const readSeries = part => {
  const path = part.querySelector("path");
  const ink = [...path.classList].find(name => name.startsWith("s-") || name.startsWith("f-") || /^[cm]\d/.test(name));
  return { key: part.dataset.key, label: part.dataset.label, ending: part.dataset.ending === "" ? part.dataset.label : part.dataset.ending, path,
    ink: ink?.startsWith("s-") ? "f-" + ink.slice(2) : ink?.startsWith("f-") ? ink : "f-accent" };
};
const readPanel = (figure, group, index) => {
  const data = group.dataset;
  const [x0, y0, x1, y1] = data.plot.split(" ").map(value => value * unit);
  const whole = { from: data.xMin * dayLength, to: data.xMax * dayLength, low: +data.yMin, high: +data.yMax, log: data.yKind === "log" };
  const parts = all("[data-part=series][data-key],[data-part=sticks][data-key]", group).map(readSeries);
  const series = parts.filter(one => column(one.key)).reverse();
  const based = group.querySelector("[data-part=area],[data-part=sticks]");
  const own = name => all(`[data-part=${name}][data-panel="${index}"]`, figure.svg);
  return { index, group, x0, y0, x1, y1, whole, view: whole, series, format: data.yFormat ?? "number2",
    heading: data.heading ?? "", base: based?.dataset.base === undefined ? null : +based.dataset.base,
    marks: all("[data-part=marks]", group), grid: all("[data-part=grid]", group),
    rules: all("[data-part=rule]", group), ticks: own("y-axis"), endings: own("endings"), zoomed: [] };
};
const readFigure = svg => {
  const figure = { svg, box: svg.closest("figure"), axis: all("[data-part=x-axis]", svg), drag: null };
  figure.panels = all("[data-part=panel][data-x-kind=time]", svg).map((group, index) => readPanel(figure, group, index));
  const keys = figure.panels.flatMap(panel => panel.series.map(one => one.key));
  if (!keys.length) return null;
  // The moments that the crosshair stops at: those of the series with most of them.
  figure.times = keys.map(key => column(key).times).reduce((most, times) => times.length > most.length ? times : most);
  return figure;
};

// The values of a panel's series from one moment to another, with a neighbour on either side.
const visible = (panel, one) => {
  const { times, values } = column(one.key);
  const from = Math.max(0, lastAtOrBefore(times, panel.view.from)), to = lastAtOrBefore(times, panel.view.to) + 1;
  return { times, values, from, to: Math.min(times.length - 1, to) };
};
const valuesWithin = (panel, view) => panel.series.flatMap(one => {
  const { times, values } = column(one.key);
  return values.slice(lastAtOrBefore(times, view.from - 1) + 1, lastAtOrBefore(times, view.to) + 1);
}).filter(value => Number.isFinite(value) && (!view.log || value > 0));
const extent = values => values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
const viewOf = (panel, from, to) => {
  const view = { ...panel.whole, from, to };
  const values = valuesWithin(panel, view);
  if (!values.length) return view;
  const [bottom, top] = extent(panel.base === null ? values : [...values, panel.base]);
  if (view.log) {
    const room = Math.max((top / bottom) ** 0.06, 1.002);
    return { ...view, low: bottom / room, high: top * room };
  }
  const room = (top - bottom) * 0.06 || Math.abs(top) * 0.01 || 0.01;
  return { ...view, low: bottom === panel.base ? bottom : bottom - room, high: top === panel.base ? top : top + room };
};

// A series as points, of those in one column of pixels the lowest and the highest.
const pointsOf = (panel, one) => {
  const { times, values, from, to } = visible(panel, one), points = [];
  let column = null, low = null, high = null;
  const flush = () => { if (low) points.push(...(low[0] <= high[0] ? [low, high] : [high, low])); };
  for (let index = from; index <= to; index += 1) {
    if (!Number.isFinite(values[index])) continue;
    const point = [xOf(panel, times[index]), yOf(panel, values[index])], next = Math.floor(point[0] / 5);
    if (next !== column) { flush(); [column, low, high] = [next, point, point]; }
    if (point[1] > low[1]) low = point;
    if (point[1] < high[1]) high = point;
  }
  flush();
  return points;
};
const lineData = points => points.map(([x, y], index) => (index ? "L" : "M") + Math.round(x) + " " + Math.round(y)).join("");
const areaData = (panel, points, base) => {
  const y = Math.round(yOf(panel, base));
  return points.length ? lineData(points) + `L${Math.round(points.at(-1)[0])} ${y}L${Math.round(points[0][0])} ${y}z` : "";
};
const stickData = (panel, one, base, isAbove) => {
  const { times, values, from, to } = visible(panel, one), y = Math.round(yOf(panel, base));
  const half = Math.max(3, Math.min(40, (panel.x1 - panel.x0) / Math.max(1, to - from) * 0.4));
  let data = "";
  for (let index = from; index <= to; index += 1)
    if (isAbove ? values[index] > base : base > values[index]) {
      const x = xOf(panel, times[index]);
      data += `M${Math.round(x - half)} ${y}V${Math.round(yOf(panel, values[index]))}H${Math.round(x + half)}V${y}z`;
    }
  return data;
};

// A path moved point by point; small closed pieces (dots) keep their shape.
const moved = (data, place) => {
  const pieces = [];
  let x = 0, y = 0, command = "", pair = [], points = null;
  for (const [token] of data.matchAll(/[a-z]|-?\d+/gi)) {
    if (/[a-z]/i.test(token)) {
      command = token;
      pair = [];
      if (/z/i.test(token)) { points.closed = true; [x, y] = points[0]; }
      continue;
    }
    pair.push(Number(token));
    if (command === "h") x += pair[0];
    else if (command === "v") y += pair[0];
    else if (pair.length < 2) continue;
    else if (command === "M") { [x, y] = pair; pieces.push(points = []); }
    else if (command === "m") { x += pair[0]; y += pair[1]; pieces.push(points = []); }
    else { x += pair[0]; y += pair[1]; }
    pair = [];
    points.push([x, y]);
  }
  return pieces.map(piece => {
    const [left, right] = extent(piece.map(point => point[0])), [top, bottom] = extent(piece.map(point => point[1]));
    const isDot = piece.closed && right - left < 6 * unit && bottom - top < 6 * unit;
    const center = [(left + right) / 2, (top + bottom) / 2], to = place(...center);
    const target = isDot ? piece.map(point => [point[0] + to[0] - center[0], point[1] + to[1] - center[1]])
      : piece.map(point => place(...point));
    const isPoint = piece.length === 2 && piece[0][0] === piece[1][0] && piece[0][1] === piece[1][1];
    if (isPoint) return `M${Math.round(target[0][0])} ${Math.round(target[0][1])}h0`;
    return lineData(target) + (piece.closed ? "z" : "");
  }).join("");
};
