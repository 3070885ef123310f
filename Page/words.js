// Numbers and dates as the report writes them: true minus, thin spaces.
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const two = number => String(number).padStart(2, "0");
const clockOf = date => {
  const seconds = date.getUTCSeconds();
  return two(date.getUTCHours()) + ":" + two(date.getUTCMinutes()) + (seconds ? ":" + two(seconds) : "");
};
const dateWords = time => {
  const date = new Date(time);
  const day = date.getUTCDate() + " " + months[date.getUTCMonth()] + " " + date.getUTCFullYear();
  return time % dayLength ? day + ", " + clockOf(date) : day;
};
// As data files write a moment: `2020-03-06`, with the time of day where there is one.
const isoTime = (time, separator) => {
  const text = new Date(time).toISOString();
  return time % dayLength ? text.slice(0, 10) + separator + clockOf(new Date(time)) : text.slice(0, 10);
};
const grouped = (value, places) => {
  const [whole, rest] = Math.abs(value).toFixed(places).split(".");
  const text = whole.replace(/\B(?=(\d{3})+$)/g, "\u202f") + (rest ? "." + rest : "");
  return (value < 0 && /[1-9]/.test(text) ? "−" : "") + text;
};
const percent = (value, places) => grouped(value * 100, places) + "\u202f%";
const formatParts = format => {
  const [, kind, digits] = /^([a-z]+)(\d)$/.exec(format) ?? ["", "number", "2"];
  return [kind, Number(digits)];
};
// A value that is read off.
const wording = (format, value) => {
  const [kind, digits] = formatParts(format);
  if (kind === "percent") return percent(value, Math.max(digits, 1));
  return grouped(value, digits) + (kind === "multiple" ? "×" : "");
};
// A tick, with the decimals that its step needs and no more.
const tickWording = (format, value, step) => {
  const [kind] = formatParts(format);
  const factor = kind === "percent" ? 100 : 1;
  const size = Math.abs(value) * factor;
  const [unit, sign] = kind === "money" && size >= 1e6 ? [1e6, "M"] : kind === "money" && size >= 1e3 ? [1e3, "k"] : [1, ""];
  const places = Math.max(0, Math.min(8, -Math.floor(Math.log10(step * factor / unit) + 1e-9)));
  const text = grouped(value * factor / unit, places);
  return text + sign + (kind === "percent" ? "\u202f%" : kind === "multiple" ? "×" : "");
};
