// Panels drawn again for what is visible: lines from the exact data, everything else moved.
const placeIn = panel => {
  const { whole, view } = panel;
  const time = x => whole.from + (x - panel.x0) / (panel.x1 - panel.x0) * (whole.to - whole.from);
  const share = y => (panel.y1 - y) / (panel.y1 - panel.y0);
  const value = y => whole.log ? whole.low * (whole.high / whole.low) ** share(y) : whole.low + share(y) * (whole.high - whole.low);
  return { x: x => xOf(panel, time(x), view), y: y => yOf(panel, value(y), view) };
};
const isInside = (panel, x, y) => x >= panel.x0 - 1 && x <= panel.x1 + 1 && y >= panel.y0 - 1 && y <= panel.y1 + 1;

const redrawPath = (panel, place, path, part) => {
  const { part: kind, key, base } = part?.dataset ?? {};
  const one = key && panel.series.find(other => other.key === key);
  if (kind === "rule") return path.setAttribute("d", lineData([[panel.x0, yOf(panel, +base)], [panel.x1, yOf(panel, +base)]]));
  if (one && kind === "series") return path.setAttribute("d", lineData(pointsOf(panel, one)));
  if (one && kind === "area") return path.setAttribute("d", areaData(panel, pointsOf(panel, one), +base));
  if (one && kind === "sticks")
    return path.setAttribute("d", stickData(panel, one, +base, !path.classList.contains("f-loss")));
  const stands = spansHeight(panel, path);
  path.setAttribute("d", moved(path.getAttribute("d"), (x, y) => [place.x(x), stands ? y : place.y(y)]));
};
// Bands and rules that stand through a whole panel move sideways only.
const spansHeight = (panel, path) => {
  let [top, bottom] = [Infinity, -Infinity];
  moved(path.getAttribute("d"), (x, y) => { top = Math.min(top, y); bottom = Math.max(bottom, y); return [x, y]; });
  return bottom - top > 0.8 * (panel.y1 - panel.y0);
};
// The words of a callout move with the dot that they stand at.
const dotCenter = dot => {
  const [x, y] = dot.getAttribute("d").match(/-?\d+/g).map(Number);
  return { x: x - 16, y };
};
const redrawCallouts = (panel, place, group) => {
  const parts = all("[data-part=callout]", group), dots = parts.flatMap(part => all("path", part)).map(dotCenter);
  const nearest = (x, y) => dots.reduce((best, dot) => !best || Math.hypot(dot.x - x, dot.y - y) < Math.hypot(best.x - x, best.y - y) ? dot : best, null);
  for (const part of parts) {
    const words = part.querySelector("text");
    const center = words ? nearest(+words.getAttribute("x"), +words.getAttribute("y")) : dotCenter(part.querySelector("path"));
    const [x, y] = center ? [place.x(center.x), place.y(center.y)] : [NaN, NaN];
    if (isInside(panel, x, y)) part.setAttribute("transform", `translate(${x - center.x} ${y - center.y})`);
    else part.remove();
  }
};
const redrawMarks = (panel, place, original) => {
  const group = original.cloneNode(true);
  redrawCallouts(panel, place, group);
  for (const path of all("path", group)) {
    const part = path.closest("[data-part]");
    if (part.dataset.part !== "callout") redrawPath(panel, place, path, part);
  }
  for (const text of all("text", group)) {
    if (text.closest("[data-part]").dataset.part === "callout") continue;
    const x = place.x(+text.getAttribute("x"));
    if (x < panel.x0 - 1 || x > panel.x1 + 1) text.remove(); else text.setAttribute("x", x);
  }
  original.before(group);
  return group;
};

const redrawGrid = (figure, panel) => {
  const sample = panel.grid[0]?.querySelector("path"), made = draw(figure, "g", {});
  const ticks = valueTicks(panel);
  for (const { value, step } of ticks) {
    const y = Math.round(yOf(panel, value));
    if (sample) made.append(draw(figure, "path", { class: sample.getAttribute("class"), d: `M${panel.x0} ${y}H${panel.x1}` }));
    made.append(draw(figure, "text", { class: "e n", x: panel.x0 - 50, y: y + 25 }, tickWording(panel.format, value, step)));
  }
  panel.marks[0].before(made);
  return made;
};

// Words at the ends of lines: the last visible value, at its height where there is room.
const endingsOf = panel => {
  const lines = panel.series.filter(one => one.ending).map(one => {
    const { times, values } = column(one.key), index = lastAtOrBefore(times, panel.view.to);
    return index < 0 || times[index] < panel.view.from ? null : { one, name: one.ending, value: values[index] };
  });
  const rules = panel.rules.filter(rule => rule.dataset.ending).map(rule => ({ name: rule.dataset.ending, value: +rule.dataset.base }));
  return [...lines, ...rules].filter(end => end && end.value >= panel.view.low && end.value <= panel.view.high);
};
const styleOfEnding = (panel, name) => {
  const texts = panel.endings.flatMap(group => all("text", group));
  const text = texts.find(one => one.textContent.startsWith(name.slice(0, 3))) ?? texts[0];
  // Words that look alike share a group that says how.
  return text?.getAttribute("class") ?? text?.closest("g:not([data-part])")?.getAttribute("class") ?? "n";
};
const redrawEndings = (figure, panel) => {
  const ends = endingsOf(panel).map(end => ({ ...end, y: yOf(panel, end.value) })).sort((a, b) => a.y - b.y);
  ends.forEach((end, index) => { if (index) end.y = Math.max(end.y, ends[index - 1].y + labelHeight); });
  for (let index = ends.length - 1, floor = panel.y1 + 30; index >= 0; index -= 1, floor -= labelHeight)
    ends[index].y = Math.min(ends[index].y, floor);
  const made = figure.svg.appendChild(draw(figure, "g", {})), room = figure.svg.viewBox.baseVal.width - panel.x1 - 50;
  for (const { name, value, y } of ends) {
    const words = wording(panel.format, value);
    const text = made.appendChild(draw(figure, "text", { class: styleOfEnding(panel, name), x: panel.x1 + 50, y: y + 25 }, name + " " + words));
    for (let length = name.length - 1; length >= 0 && text.getComputedTextLength() > room; length -= 1)
      text.textContent = length > 2 ? name.slice(0, length).trimEnd() + "… " + words : words;
  }
  return made;
};
const redrawTimes = figure => {
  const panel = figure.panels.at(-1), sample = figure.axis[0]?.querySelector("text");
  const made = figure.svg.appendChild(draw(figure, "g", {}));
  const most = Math.max(2, Math.min(9, Math.floor((panel.x1 - panel.x0) / 520)));
  const { step, times } = timeTicks(panel.view.from, panel.view.to, most);
  times.forEach((time, index) => {
    const x = Math.round(xOf(panel, time));
    made.append(draw(figure, "path", { class: "s-hairline x", "stroke-width": 5, d: `M${x} ${panel.y1}v30` }));
    const text = draw(figure, "text", { class: "n", x: x + 15, y: sample?.getAttribute("y") ?? panel.y1 + 90 }, timeWords(time, step, index === 0));
    made.append(text);
    if (x + 15 + text.getComputedTextLength() > figure.svg.viewBox.baseVal.width) text.remove();
  });
  return made;
};

const originals = panel => [...panel.marks, ...panel.grid, ...panel.rules.filter(rule => !rule.closest("[data-part=marks]")), ...panel.ticks, ...panel.endings];
const restore = figure => {
  for (const panel of figure.panels) {
    panel.zoomed.forEach(made => made.remove());
    panel.zoomed = [];
    panel.view = panel.whole;
    originals(panel).forEach(part => part.classList.remove("off"));
  }
  figure.axis.forEach(part => part.classList.remove("off"));
};
const redrawPanel = (figure, panel, range) => {
  panel.view = viewOf(panel, range.from, range.to);
  const place = placeIn(panel);
  panel.zoomed.push(redrawGrid(figure, panel));
  panel.zoomed.push(...panel.marks.map(original => redrawMarks(panel, place, original)), redrawEndings(figure, panel));
  for (const rule of panel.rules.filter(one => !one.closest("[data-part=marks]"))) {
    const y = yOf(panel, +rule.dataset.base);
    if (!isInside(panel, panel.x0, y)) continue;
    const copy = rule.cloneNode(true);
    redrawPath(panel, place, copy.querySelector("path"), copy);
    rule.before(copy);
    panel.zoomed.push(copy);
  }
  originals(panel).forEach(part => part.classList.add("off"));
};
// Lines as exact as the screen shows them; those that the page came with are coarser.
const refine = figure => {
  for (const panel of figure.panels)
    for (const part of panel.marks.flatMap(group => all("[data-part=series],[data-part=area]", group)))
      redrawPath(panel, placeIn(panel), part.querySelector("path"), part);
};
const redraw = (figure, range) => {
  restore(figure);
  if (!range || !isShown(figure)) return;
  for (const panel of figure.panels) redrawPanel(figure, panel, range);
  figure.panels.at(-1).zoomed.push(redrawTimes(figure));
  figure.axis.forEach(part => part.classList.add("off"));
};
