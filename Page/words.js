// Numbers and dates as the report writes them: true minus, thin spaces.
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const two = number => String(number).padStart(2, "0");
const clockOf = date => {
  const seconds = date.getUTCSeconds();
  return two(date.getUTCHours()) + ":" + two(date.getUTCMinutes()) + (seconds ? ":" + two(seconds) : "");
};
// Before the decimals, between groups of digits, before a percent sign, a date, and digits of a group: as the page says,
// where its reader chose a language.
const standardLanguage = [".", "\u202f", "\u202f", "d MMM y", 3];
const language = () => block?.language ?? standardLanguage;
const dayWords = date => {
  const [day, month] = [date.getUTCDate(), date.getUTCMonth()];
  return language()[3].replace(/d+|M+|y/g, part =>
    part === "d" ? day : part === "dd" ? two(day) : part === "M" ? month + 1 : part === "MM" ? two(month + 1) : part === "MMM" ? months[month]
      : date.getUTCFullYear());
};
const dateWords = time => {
  const date = new Date(time), day = dayWords(date);
  return time % dayLength ? day + ", " + clockOf(date) : day;
};
// As data files write a moment: `2020-03-06`, with the time of day where there is one.
const isoTime = (time, separator) => {
  const text = new Date(time).toISOString();
  return time % dayLength ? text.slice(0, 10) + separator + clockOf(new Date(time)) : text.slice(0, 10);
};
const grouped = (value, places) => {
  const [whole, rest] = Math.abs(value).toFixed(places).split(".");
  const [point, group, , , size] = language();
  const text = whole.replace(size === 2 ? /\B(?=(\d\d)*\d{3}$)/g : /\B(?=(\d{3})+$)/g, group) + (rest ? point + rest : "");
  return (value < 0 && /[1-9]/.test(text) ? "−" : "") + text;
};
const percent = (value, places) => grouped(value * 100, places) + language()[2] + "%";
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
  return text + sign + (kind === "percent" ? language()[2] + "%" : kind === "multiple" ? "×" : "");
};
