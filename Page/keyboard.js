// Arrows step from observation to observation, with Shift by a month; Home and End go to the ends; plus and minus zoom
// around what is read; Escape shows everything again.
const monthFrom = (time, count) => {
  const date = new Date(time), day = date.getUTCDate();
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count + 1, 0)).getUTCDate();
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, Math.min(day, last)) + (time % dayLength);
};
const stepped = (figure, key, isLong) => {
  const { times } = figure, { from, to } = figure.panels[0].view;
  const first = lastAtOrBefore(times, from - 1) + 1, last = lastAtOrBefore(times, to);
  const clamp = index => Math.min(last, Math.max(first, index));
  if (key === "Home") return first;
  if (key === "End") return last;
  const forward = key === "ArrowRight";
  if (shownTime === null) return forward ? first : last;
  const index = nearestIndex(times, shownTime);
  if (!isLong) return clamp(index + (forward ? 1 : -1));
  const moment = monthFrom(times[index], forward ? 1 : -1);
  return clamp(forward ? Math.max(index + 1, lastAtOrBefore(times, moment - 1) + 1) : Math.min(index - 1, lastAtOrBefore(times, moment)));
};
const zoomAround = (figure, factor) => {
  const { from, to } = figure.panels[0].view, center = shownTime ?? (from + to) / 2, half = (to - from) / 2 * factor;
  const whole = figure.panels[0].whole;
  if (half * 2 >= whole.to - whole.from) return setZoom(null);
  setZoom(selectionBetween(Math.max(whole.from, center - half), Math.min(whole.to, center + half)) ?? zoom);
};
const listenToKeys = figure => {
  figure.svg.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+" || event.key === "=") return zoomAround(figure, 0.5);
    if (event.key === "-") return zoomAround(figure, 2);
    if (!["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) return;
    event.preventDefault();
    showTime(figure.times[stepped(figure, event.key, event.shiftKey)]);
    sayTime(figure);
  });
  figure.svg.addEventListener("blur", () => { if (!matchMedia("(hover:none)").matches) showTime(null); });
};
const listenForEscape = () => document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  for (const figure of figures) { figure.drag = null; figure.cross.replaceChildren(); }
  root.classList.remove("drag");
  if (shownTime !== null) showTime(null); else setZoom(null);
});
