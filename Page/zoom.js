// Which part of the time all figures show. The address keeps it, so that a colleague opens the same view:
// `#from=2019-01-15&to=2020-03-03` is the part of `tearsheet metrics --from 2019-01-15 --to 2020-03-03`.
let zoom = null;
const clockTimes = () => {
  const account = block?.selection?.accounts[0];
  return (account && column(account[1]))?.times ?? figures[0].times;
};
// From one observation to another: `base` is the level before the first return, `first` that return's moment.
const selectionBetween = (from, to) => {
  const times = clockTimes();
  const base = nearestIndex(times, Math.min(from, to)), last = nearestIndex(times, Math.max(from, to));
  if (base + 2 > last || base === 0 && last === times.length - 1) return null;
  return { base: times[base], first: times[base + 1], last: times[last] };
};
const writeAddress = () => {
  const text = zoom ? `#from=${isoTime(zoom.first, "T")}&to=${isoTime(zoom.last, "T")}` : location.pathname + location.search;
  if (!zoom && !location.hash.startsWith("#from=")) return;
  try { history.replaceState(null, "", text); } catch { location.hash = zoom ? text : ""; }
};
const momentOf = (text, isEnd) => {
  const found = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?))?$/.exec(text ?? "");
  if (!found) return NaN;
  const time = Date.parse(found[1] + "T" + (found[2] ?? "00:00") + "Z");
  return isEnd && !found[2] ? time + dayLength - 1 : time;
};
const readAddress = () => {
  const words = new URLSearchParams(location.hash.slice(1)), times = clockTimes();
  const [from, to] = [momentOf(words.get("from"), false), momentOf(words.get("to"), true)];
  if (!(from < to)) return null;
  const first = Math.max(1, lastAtOrBefore(times, from - 1) + 1), last = lastAtOrBefore(times, to);
  return last > first ? { base: times[first - 1], first: times[first], last: times[last] } : null;
};
const setZoom = selection => {
  if (!selection && !zoom) return;
  zoom = selection;
  for (const figure of figures) redraw(figure, zoom && { from: zoom.base, to: zoom.last });
  showSelection(zoom, () => setZoom(null));
  writeAddress();
  if (shownTime !== null) showTime(shownTime);
  announce(zoom ? dateWords(zoom.base) + " to " + dateWords(zoom.last) + ". " + selectionSentence(selectionBar) : "The whole time is shown");
};
// While fingers move, figures follow without snapping.
let waiting = null;
const preview = range => {
  if (waiting === null) requestAnimationFrame(() => {
    for (const figure of figures) redraw(figure, waiting);
    waiting = null;
  });
  waiting = range;
};
