// The exact numbers behind the figures, as HTMLOutput/Data wrote them. What the block leaves out is computed here by the
// same steps in the same order, so that both come to the same bits.
const dayLength = 864e5;
const digitOf = {};
[..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].forEach((letter, index) => { digitOf[letter] = index; });
const numbersOf = text => {
  const found = [];
  let value = 0, scale = 1;
  for (const letter of text) {
    const digit = digitOf[letter];
    value += (digit & 31) * scale;
    scale *= 32;
    if (digit & 32) continue;
    found.push(value % 2 ? -(value - 1) / 2 : value / 2);
    value = 0;
    scale = 1;
  }
  return found;
};
const sparseNumbersOf = text => {
  const found = [], numbers = numbersOf(text);
  for (let index = 0; index < numbers.length; index += 1) {
    if (numbers[index]) found.push(numbers[index]);
    else for (let count = numbers[index += 1]; count > 0; count -= 1) found.push(0);
  }
  return found;
};

// Powers of ten to the last bit, which `**` does not promise.
const tenTo = places => Number("1e" + places);
// Twelve significant digits, as data files have them.
const rounded = value => Number(value.toPrecision(12));
const corrected = (guess, difference) => {
  if (!difference) return rounded(guess);
  const [digits, exponent] = guess.toExponential(11).split("e");
  return Number(Number(digits.replace(".", "")) + difference + "e" + (exponent - 11));
};

let block = null;
const columns = new Map();
const readBlock = () => {
  const element = document.getElementById("series");
  if (element) block = JSON.parse(element.textContent);
};

const timesOf = entry => {
  if (entry.like) {
    const [name, start, count] = entry.like;
    return column(name).times.slice(start, start + count);
  }
  let time = 0;
  return numbersOf(entry.times).map(step => (time += step) * entry.unit);
};
const levelsOf = entry => {
  const scale = tenTo(entry.places);
  const start = entry.start ?? 1;
  let level = 0;
  return numbersOf(entry.levels).map(step => (level += step) / scale / start);
};
const compounded = entry => {
  const scale = tenTo(entry.places);
  const returns = [0, ...numbersOf(entry.returns).map(number => number / scale)];
  let level = 1;
  return { returns, raw: returns.map(value => level *= 1 + value) };
};
const drawdownGuess = (growth, times) => {
  let peak = -Infinity, index = 0;
  return times.map(time => {
    while (index < growth.times.length && growth.times[index] <= time) {
      peak = Math.max(peak, growth.raw[index]);
      index += 1;
    }
    return index > 0 ? growth.raw[index - 1] / peak - 1 : 0;
  });
};
const returnsGuess = (growth, times) => {
  let index = 0, previous = 0;
  return times.map(time => {
    while (index + 1 < growth.times.length && growth.times[index + 1] <= time) index += 1;
    const value = index === previous + 1 && growth.returns ? growth.returns[index]
      : growth.raw[index] / growth.raw[previous] - 1;
    previous = index;
    return value;
  });
};

// Rolling windows are the tail of one block and the head of the next; no error is carried from one to another.
const emptyWindow = () => ({ count: 0, meanX: 0, meanY: 0, squares: 0, squaresY: 0, products: 0, below: 0 });
const withOne = (window, x, y) => {
  const count = window.count + 1, share = 1 / count, distance = x - window.meanX;
  const distanceY = y - window.meanY, meanX = window.meanX + distance * share, meanY = window.meanY + distanceY * share;
  const loss = Math.min(x, 0);
  return { count, meanX, meanY, squares: window.squares + distance * (x - meanX),
    squaresY: window.squaresY + distanceY * (y - meanY),
    products: window.products + distance * (y - meanY), below: window.below + loss * loss };
};
const joined = (a, b) => {
  const count = a.count + b.count, distanceX = b.meanX - a.meanX, distanceY = b.meanY - a.meanY, share = b.count / count;
  return { count, meanX: a.meanX + distanceX * share, meanY: a.meanY + distanceY * share,
    squares: a.squares + (b.squares + distanceX * distanceX * a.count * share),
    squaresY: a.squaresY + (b.squaresY + distanceY * distanceY * a.count * share),
    products: a.products + (b.products + distanceX * distanceY * a.count * share), below: a.below + b.below };
};
const windowValue = (window, statistic, periods) => {
  const root = Math.sqrt(periods);
  const deviation = Math.sqrt(window.squares / (window.count - 1));
  if (statistic === "volatility") return deviation * root;
  if (statistic === "sharpe") return window.meanX / deviation * root;
  if (statistic === "sortino") return window.meanX / Math.sqrt(window.below / window.count) * root;
  if (statistic === "correlation") return window.products / Math.sqrt(window.squares * window.squaresY);
  if (statistic === "alpha") return (window.meanY - window.products / window.squares * window.meanX) * periods;
  return window.products / window.squares;
};
const movingValues = (x, y, length, statistic, periods) => {
  const results = [], tails = [];
  if (x.length < length) return results;
  for (let start = 0; start < x.length; start += length) {
    let head = emptyWindow();
    for (let offset = 0; offset < Math.min(length, x.length - start); offset += 1) {
      head = withOne(head, x[start + offset], y[start + offset]);
      if (offset + 1 === length) results.push(windowValue(head, statistic, periods));
      else if (start > 0) results.push(windowValue(joined(tails[offset + 1], head), statistic, periods));
    }
    tails[length] = emptyWindow();
    for (let offset = length - 1; offset >= 0 && start + length < x.length; offset -= 1)
      tails[offset] = withOne(tails[offset + 1], x[start + offset], y[start + offset]);
  }
  return results;
};

// An account is its name, the names of its growth and of the series whose moments are its closes, its days per year, and
// pairs of a risk-free return of a day and how often it stands in a row. This gives the return of each day.
const ratesOf = ([, , closes, , runs]) => {
  if (runs.length === 1) return column(closes).times.map(() => runs[0][0]);
  return runs.flatMap(([rate, days]) => new Array(days).fill(rate));
};
const rollingGuess = (statistic, length, times) => {
  const account = block.selection.accounts[0], daily = column(account[2]), rates = ratesOf(account);
  let ends = daily.times, x = daily.raw.map((value, index) => value - rates[index]), y = x;
  if (["beta", "correlation", "alpha"].includes(statistic)) {
    const pairs = column(block.selection.pairs);
    ends = pairs.times;
    const days = ends.map(time => Math.max(0, lastAtOrBefore(daily.times, time)));
    y = returnsGuess(column(account[1]), ends).map((value, index) => value - rates[days[index]]);
    x = pairs.raw.map((value, index) => value - rates[days[index]]);
  }
  const found = new Map();
  movingValues(x, y, length, statistic, account[3])
    .forEach((value, index) => found.set(ends[index + length - 1], value));
  return times.map(time => found.get(time) ?? 0);
};
// A number and multiples of other series, added up from left to right.
const sumGuess = ([number, ...parts], times) => times.map((_, index) => {
  let sum = number;
  for (let part = 0; part < parts.length; part += 2) sum += parts[part + 1] * column(parts[part]).raw[index];
  return sum;
});
const guessOf = ([kind, ...facts], times) =>
  kind === "drawdown" ? drawdownGuess(column(facts[0]), times)
    : kind === "sum" ? sumGuess(facts, times)
    : kind === "returns" ? returnsGuess(column(facts[0]), times) : rollingGuess(...facts, times);

// A series: `times` in milliseconds, `raw` values to compute with, `values` as data files have them.
const column = name => {
  if (columns.has(name)) return columns.get(name);
  const entry = block?.series[name];
  if (!entry) return null;
  const made = { name, times: timesOf(entry) };
  if (entry.returns) Object.assign(made, compounded(entry));
  else if (entry.levels) made.raw = levelsOf(entry);
  else if (entry.values) made.raw = entry.values.map(value => value ?? NaN);
  else made.raw = guessOf(entry.guess, made.times);
  const rest = entry.rest ? sparseNumbersOf(entry.rest) : [];
  made.values = made.raw.map((value, index) => corrected(value, rest[index]));
  for (const [index, value] of entry.fix ?? []) made.values[index] = value ?? NaN;
  columns.set(name, made);
  return made;
};

// The index of the last time at or before a moment; −1 where there is none.
const lastAtOrBefore = (times, moment) => {
  let low = 0, high = times.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (times[middle] <= moment) low = middle + 1; else high = middle;
  }
  return low - 1;
};
const nearestIndex = (times, moment) => {
  const index = lastAtOrBefore(times, moment);
  if (index < 0) return 0;
  if (index + 1 === times.length) return index;
  return moment - times[index] <= times[index + 1] - moment ? index : index + 1;
};
