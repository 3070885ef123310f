// One finger reads and stays where it was lifted; two fingers zoom, and the moments under them stay under them.
const spread = figure => {
  const [a, b] = [...figure.fingers.values()];
  return a.x <= b.x ? [a, b] : [b, a];
};
const pinched = figure => {
  const panel = figure.panels[0], [a, b] = spread(figure), [from, to] = figure.pinch;
  const width = Math.max(b.x - a.x, 30), perUnit = (to - from) / width;
  const whole = panel.whole, start = from - (a.x - panel.x0) * perUnit;
  return { from: Math.max(whole.from, start), to: Math.min(whole.to, start + (panel.x1 - panel.x0) * perUnit) };
};
const listenToTouch = figure => {
  const svg = figure.svg, isTouch = event => event.pointerType === "touch";
  figure.fingers = new Map();
  const follow = event => {
    const place = locate(figure, event);
    if (place) figure.fingers.set(event.pointerId, place);
    return place;
  };
  svg.addEventListener("pointerdown", event => {
    if (!isTouch(event) || !follow(event)) return;
    svg.setPointerCapture(event.pointerId);
    if (figure.fingers.size === 2) {
      figure.pinch = spread(figure).map(place => place.time);
      showTime(null);
    } else if (figure.fingers.size === 1) showTime(figure.fingers.get(event.pointerId).time);
  });
  svg.addEventListener("pointermove", event => {
    if (!isTouch(event) || !figure.fingers.has(event.pointerId)) return;
    const place = follow(event);
    if (figure.pinch && figure.fingers.size === 2) {
      figure.range = pinched(figure);
      preview(figure.range);
    } else if (place && !figure.pinch) showTime(place.time);
  });
  const lift = event => {
    if (!isTouch(event) || !figure.fingers.delete(event.pointerId) || figure.fingers.size) return;
    if (figure.range) setZoom(selectionBetween(figure.range.from, figure.range.to));
    figure.pinch = figure.range = null;
  };
  svg.addEventListener("pointerup", lift);
  svg.addEventListener("pointercancel", lift);
};
