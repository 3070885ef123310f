// Places and values of a panel, and round numbers for its axes. Lengths are tenths of a point, as figures are drawn.
const unit = 10;
const labelHeight = 82;
const shareOf = (view, value) => view.log
  ? Math.log(value / view.low) / Math.log(view.high / view.low) : (value - view.low) / (view.high - view.low);
const yOf = (panel, value, view = panel.view) => panel.y1 - shareOf(view, value) * (panel.y1 - panel.y0);
const xOf = (panel, time, view = panel.view) =>
  panel.x0 + (time - view.from) / (view.to - view.from) * (panel.x1 - panel.x0);
const timeAt = (panel, x) =>
  panel.view.from + (x - panel.x0) / (panel.x1 - panel.x0) * (panel.view.to - panel.view.from);

const roundStep = rough => {
  const power = 10 ** Math.floor(Math.log10(rough)), error = rough / power;
  return power * (error >= 7.07 ? 10 : error >= 3.16 ? 5 : error >= 1.41 ? 2 : 1);
};
const linearTicks = (low, high, count) => {
  const step = roundStep((high - low) / count), found = [];
  for (let index = Math.ceil(low / step - 1e-9); index * step <= high + step * 1e-9; index += 1)
    found.push({ value: Number((index * step).toPrecision(12)), step });
  return found;
};
// 1, 2 and 5 times powers of ten; a range that holds fewer than three of them gets evenly spaced numbers.
const logTicks = (low, high, count) => {
  const found = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power += 1)
    for (const factor of [1, 2, 5]) {
      const value = Number((factor * 10 ** power).toPrecision(12));
      if (value >= low && value <= high) found.push({ value, step: 10 ** power });
    }
  if (found.length < 3) return linearTicks(low, high, count);
  return found.length <= count + 1 ? found : found.filter(({ value, step }) => Math.abs(value / step - 1) < 1e-9);
};
const valueTicks = panel => {
  const { low, high, log } = panel.view;
  const count = Math.max(2, Math.min(6, Math.floor((panel.y1 - panel.y0) / 240)));
  return log ? logTicks(low, high, count) : linearTicks(low, high, count);
};

// Round moments: minutes, hours, days from a Monday, months, years.
const minute = 6e4, hour = 36e5;
const timeSteps = [
  ...[1, 5, 15, 30].map(count => ({ span: count * minute })), ...[1, 3, 6, 12].map(count => ({ span: count * hour })),
  ...[1, 2, 7, 14].map(count => ({ span: count * dayLength })),
  ...[1, 2, 3, 6, 12, 24, 60, 120, 240].map(count => ({ span: count * 30.4369 * dayLength, count })),
];
const timeTicks = (from, to, most) => {
  const step = timeSteps.find(({ span }) => (to - from) / span <= most) ?? timeSteps.at(-1), found = [];
  if (!step.count) {
    const monday = 4 * dayLength;
    for (let time = Math.ceil((from - monday) / step.span) * step.span + monday; time <= to; time += step.span) found.push(time);
    return { step, times: found };
  }
  const first = new Date(from);
  let month = Math.floor((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step.count) * step.count;
  for (; ; month += step.count) {
    const time = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (time > to) return { step, times: found };
    if (time >= from) found.push(time);
  }
};
// What a tick says, and what it adds where that is new: the year of a month, the day of an hour.
const timeWords = (time, { span, count }, isFirst) => {
  const date = new Date(time), month = months[date.getUTCMonth()], year = String(date.getUTCFullYear());
  if (count >= 12) return year;
  if (count) return isFirst || date.getUTCMonth() === 0 ? month + " " + year : month;
  const day = language()[3].startsWith("MMM") ? month + " " + date.getUTCDate() : date.getUTCDate() + " " + month;
  if (span >= dayLength) return isFirst ? dayWords(date) : day;
  return isFirst || time % dayLength === 0 ? day + (isFirst && time % dayLength ? ", " + clockOf(date) : "") : clockOf(date);
};
