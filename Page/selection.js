// How a part of the run did, by the documented conventions (Metrics.md): returns compounded, growth per year over elapsed
// time, sample deviations and the Sharpe ratio of the daily view, the deepest fall on the finest data.
const mean = values => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = values => {
  const center = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (values.length - 1));
};
const deepestFall = levels => {
  let peak = -Infinity, worst = 0;
  for (const level of levels) {
    peak = Math.max(peak, level);
    worst = Math.min(worst, level / peak - 1);
  }
  return worst;
};

// The moments of an account within a selection: its last level at or before the selection's, and every one up to the end.
const partOf = (growth, selection) => {
  const base = Math.max(0, lastAtOrBefore(growth.times, selection.base)), end = lastAtOrBefore(growth.times, selection.last);
  return end > base ? { base, end, elapsed: (growth.times[end] - growth.times[base]) / dayLength } : null;
};
// Returns from one close to the next within the part, and what they exceed the risk-free return of their day by.
const dailyPart = (account, growth, part) => {
  const closes = column(account[2]).times, rates = ratesOf(account);
  const [from, to] = [growth.times[part.base], growth.times[part.end]];
  const moments = closes.filter(time => time > from && time < to).concat(to);
  let previous = growth.raw[part.base];
  return moments.map(time => {
    const level = growth.raw[lastAtOrBefore(growth.times, time)], value = level / previous - 1;
    previous = level;
    const day = Math.min(lastAtOrBefore(closes, time - 1) + 1, rates.length - 1);
    return { value, excess: value - rates[day] };
  });
};
const perYear = (part, daily, days) => {
  const values = daily.map(day => day.value), excess = daily.map(day => day.excess);
  if (part.elapsed < block.selection.deviationDays || values.length < 2) return {};
  const numbers = { annual_volatility: deviation(values) * Math.sqrt(days) };
  const varies = Math.max(...excess) - Math.min(...excess) > 1e-13;
  if (varies) numbers.sharpe = mean(excess) / deviation(excess) * Math.sqrt(days);
  return numbers;
};
// A year of the calendar, or of the account's trading days where few of its days are missing; 98 % of it suffices.
const coversYear = (part, daily, days) => part.elapsed >= block.selection.growthDays
  || part.elapsed >= 0.9 * 365.25 && daily.length >= 0.98 * days;
const accountNumbers = (account, selection) => {
  const growth = column(account[1]), part = partOf(growth, selection);
  if (!part) return {};
  const daily = dailyPart(account, growth, part), ratio = growth.raw[part.end] / growth.raw[part.base];
  const numbers = { total_return: ratio - 1, max_drawdown: deepestFall(growth.raw.slice(part.base, part.end + 1)) };
  if (coversYear(part, daily, account[3]) && ratio > 0)
    numbers.cagr = Math.expm1(Math.log(ratio) / (part.elapsed / 365.25));
  return Object.assign(numbers, perYear(part, daily, account[3]));
};

const metricWords = {
  total_return: ["Return", value => percent(value, 1)], cagr: ["CAGR", value => percent(value, 1)],
  annual_volatility: ["Volatility", value => percent(value, 1)], sharpe: ["Sharpe", value => grouped(value, 2)],
  max_drawdown: ["Max drawdown", value => percent(value, 1)],
};
const reasonOf = (key, selection) => {
  const days = (selection.last - selection.base) / dayLength;
  if (key === "cagr" && days < block.selection.growthDays) return "shorter than a year";
  return days < block.selection.deviationDays ? "shorter than " + block.selection.deviationDays + " days" : "returns do not vary";
};
const numberCell = (key, numbers, selection) => {
  const cell = make("td"), value = numbers[key];
  cell.dataset.metric = key;
  if (Number.isFinite(value)) {
    cell.dataset.value = rounded(value);
    cell.textContent = metricWords[key][1](value);
  } else {
    cell.textContent = "n/a";
    cell.title = reasonOf(key, selection);
  }
  return cell;
};

// The bar at the foot of the window that says how the selection did; it is there while figures are zoomed.
let selectionBar = null;
const selectionTable = selection => {
  const table = make("table"), keys = block.selection.metrics;
  const head = table.createTHead().insertRow();
  head.append(make("td"), ...keys.map(key => Object.assign(make("th", "", metricWords[key][0]), { scope: "col" })));
  const body = table.createTBody();
  for (const account of block.selection.accounts) {
    const row = body.insertRow(), numbers = accountNumbers(account, selection);
    row.dataset.account = account[1];
    row.append(Object.assign(make("th", "", account[0]), { scope: "row" }), ...keys.map(key => numberCell(key, numbers, selection)));
  }
  return table;
};
const selectionSentence = bar => all("tbody tr", bar).map(row =>
  row.cells[0].textContent + ": " + [...row.cells].slice(1)
    .map(cell => metricWords[cell.dataset.metric][0] + " " + cell.textContent).join(", ")).join(". ");
const showSelection = (selection, reset) => {
  selectionBar?.remove();
  selectionBar = null;
  if (!selection) return;
  selectionBar = make("section", "selection");
  selectionBar.setAttribute("aria-label", "Selected period");
  const period = make("p", "strong", dateWords(selection.base) + " – " + dateWords(selection.last));
  selectionBar.append(period, button("reset", "Show all", reset));
  if (block?.selection && selection.first !== undefined) {
    const scroller = make("div", "table");
    scroller.append(selectionTable(selection));
    selectionBar.append(scroller);
    if (scroller.scrollWidth > scroller.clientWidth) scroller.tabIndex = 0;
  }
  document.querySelector("footer").before(selectionBar);
};
