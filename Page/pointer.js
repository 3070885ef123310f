// The crosshair of all figures, which stops at observations, and what it reads there.
let shownTime = null;
const partsAt = (figure, time) => {
  const groups = new Map();
  for (const panel of figure.panels) for (const one of panel.series) {
    const { times, values } = column(one.key), index = lastAtOrBefore(times, time);
    if (index < 0 || time - times[index] > 40 * dayLength || !Number.isFinite(values[index])) continue;
    if (!groups.has(times[index])) groups.set(times[index], []);
    groups.get(times[index]).push({ panel, one, time: times[index], value: values[index] });
  }
  return [...groups].sort((a, b) => b[0] - a[0]);
};
const readingRow = ({ panel, one, value }) => {
  const row = make("span", "reading");
  const swatch = make("i");
  swatch.style.background = getComputedStyle(one.path).stroke === "none" ? getComputedStyle(one.path).fill : getComputedStyle(one.path).stroke;
  row.dataset.series = one.key;
  row.dataset.value = value;
  row.append(swatch, make("span", "", one.label ?? one.key), make("b", "", wording(panel.format, value)));
  return row;
};
const readout = (figure, time) => {
  const box = make("div", "readout");
  for (const [moment, parts] of partsAt(figure, time)) {
    const group = make("div");
    group.dataset.time = isoTime(moment, block.separator);
    group.append(make("span", "strong", dateWords(moment)));
    let heading = "";
    for (const part of parts) {
      if (part.panel.heading && part.panel.heading !== heading) group.append(make("span", "muted", part.panel.heading));
      heading = part.panel.heading;
      group.append(readingRow(part));
    }
    box.append(group);
  }
  return box;
};
const placeReadout = (figure, box, x) => {
  const svg = figure.svg.getBoundingClientRect(), frame = figure.box.getBoundingClientRect();
  const scale = svg.width / figure.svg.viewBox.baseVal.width, panel = figure.panels[0];
  const place = svg.left - frame.left + x * scale, isRight = x > (panel.x0 + panel.x1) / 2;
  box.style.top = svg.top - frame.top + panel.y0 * scale + "px";
  const left = isRight ? place - 10 - box.offsetWidth : place + 10;
  box.style.left = Math.max(0, Math.min(left, frame.width - box.offsetWidth)) + "px";
};
const showIn = (figure, time) => {
  const [first, last] = figure.panels.map(panel => panel.view).map(view => [view.from, view.to])[0];
  const near = figure.times[nearestIndex(figure.times, time)];
  if (near < first || near > last) return;
  const shown = partsAt(figure, near).flatMap(([, parts]) => parts);
  for (const panel of figure.panels) {
    const x = xOf(panel, near);
    figure.cross.append(draw(figure, "path", { class: "s-muted x", "stroke-width": 6, d: `M${x} ${panel.y0}V${panel.y1}` }));
  }
  for (const { panel, one, time: moment, value } of shown) {
    const [x, y] = [xOf(panel, moment), yOf(panel, value)];
    if (isInside(panel, x, y)) figure.cross.append(draw(figure, "circle", { class: one.ink, cx: x, cy: y, r: 22 }));
  }
  figure.readout = figure.box.appendChild(readout(figure, near));
  placeReadout(figure, figure.readout, xOf(figure.panels[0], near));
};
const showTime = time => {
  shownTime = time;
  for (const figure of figures) {
    figure.cross.replaceChildren();
    figure.readout?.remove();
    figure.readout = null;
    if (time !== null && isShown(figure)) showIn(figure, time);
  }
};
const sayTime = figure => announce(all("[data-time]", figure.readout ?? figure.cross).map(group =>
  [...group.children].map(part => part.dataset.series ? part.children[1].textContent + " " + part.children[2].textContent : part.textContent).join(", ")).join(". "));

const locate = (figure, event) => {
  const matrix = figure.svg.getScreenCTM();
  if (!matrix) return null;
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
  const first = figure.panels[0], last = figure.panels.at(-1);
  if (y < first.y0 - 60 || y > last.y1 + 60) return null;
  const inside = Math.min(first.x1, Math.max(first.x0, x));
  return { x: inside, time: timeAt(first, inside) };
};
const showDrag = (figure, place) => {
  showTime(null);
  figure.cross.replaceChildren(...figure.panels.map(panel => draw(figure, "rect",
    { class: "f-accent", "fill-opacity": .14, x: Math.min(place.x, figure.drag.x), y: panel.y0,
      width: Math.abs(place.x - figure.drag.x), height: panel.y1 - panel.y0 })));
};
const endDrag = (figure, place) => {
  const drag = figure.drag;
  figure.drag = null;
  root.classList.remove("drag");
  if (!drag) return;
  figure.cross.replaceChildren();
  if (place && Math.abs(place.x - drag.x) > 8 * unit) setZoom(selectionBetween(drag.time, place.time) ?? zoom);
};
const listenToMouse = figure => {
  const svg = figure.svg, isMouse = event => event.pointerType !== "touch";
  svg.addEventListener("pointermove", event => {
    if (!isMouse(event)) return;
    const place = locate(figure, event);
    if (figure.drag && place) showDrag(figure, place); else showTime(place ? place.time : null);
  });
  svg.addEventListener("pointerleave", event => { if (isMouse(event)) { endDrag(figure, null); showTime(null); } });
  svg.addEventListener("pointerdown", event => {
    if (!isMouse(event) || event.button !== 0) return;
    figure.drag = locate(figure, event);
    if (figure.drag) root.classList.add("drag");
  });
  svg.addEventListener("pointerup", event => { if (isMouse(event)) endDrag(figure, locate(figure, event)); });
  svg.addEventListener("dblclick", () => setZoom(null));
};
