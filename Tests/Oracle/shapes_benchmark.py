"""A benchmark on other days than the run."""
import numpy as np
import pandas as pd

from shapes import DAY, business, days, growth, of_levels, of_returns, weekdays


def add_all(shapes):
    for add in (exchanges, coins, ends, missing, negative, coarser):
        shapes.use("benchmark " + add.__name__)
        add(shapes)


def without(n, holidays):
    kept = np.ones(n, bool)
    kept[holidays] = False
    return kept


def pick(stamps, kept):
    return [x for x, k in zip(stamps, kept) if k]


def exchanges(s):
    """Two exchanges with their own holidays, 35 and 39 in four years; and one asset on both."""
    stamps = weekdays("2019-01-01", 1044)
    closed = s.random.choice(np.arange(1, 1043), 74, replace=False)
    ours, theirs = without(1044, closed[:35]), without(1044, closed[35:])
    driver = s.returns(1043, 3e-4, .011)
    b, r = growth(driver, 80), growth(np.round(.8 * driver + s.returns(1043, 1e-4, .004), 10))
    for rate in (0.0, .02):
        s.add(f"two-exchanges-rf-{rate}", "equity", pick(stamps, ours), r[ours], 252, "daily", rf=rate,
              bench=of_levels(pick(stamps, theirs), b[theirs]))
        s.add(f"one-asset-on-two-exchanges-rf-{rate}", "equity", pick(stamps, ours), (1250 * b)[ours], 252, "daily", rf=rate,
              bench=of_levels(pick(stamps, theirs), b[theirs]))
    # holidays of the benchmark at both ends of the run
    kept = without(1044, [0, 1, 1042, 1043])
    s.add("exchange-closed-at-both-ends", "equity", stamps, r, 252, "daily", bench=of_levels(pick(stamps, kept), b[kept]))
    earlier = weekdays("2018-11-01", 43) + pick(stamps, kept)
    levels = np.concatenate([s.levels(43, 75), b[kept]])
    s.add("exchange-closed-at-the-start-value", "equity", stamps, r, 252, "daily", bench=of_levels(earlier, levels),
          open_base=True)
    s.add("two-exchanges-returns", "returns", pick(stamps[1:], ours[1:]), np.diff(r[ours]) / r[ours][:-1], 252, "daily",
          bench=of_levels(pick(stamps, theirs), b[theirs]), open_base=True)


def coins(s):
    """Weekdays against all days, both ways round."""
    all_days = days("2019-12-31", 1096)
    week = [x for x in all_days if x.weekday() < 5]
    coin, index = s.levels(len(all_days), 9000, 1e-3, .03), s.levels(len(week), 100)
    for rate in (0.0, .02):
        s.add(f"stocks-against-coin-rf-{rate}", "equity", week, index, 252, "daily", rf=rate,
              bench=of_levels(all_days, coin, A=365))
        s.add(f"coin-against-index-rf-{rate}", "equity", all_days, coin, 365, "daily", rf=rate,
              bench=of_levels(week, index, A=252))
    start = 4
    s.add("coin-from-saturday-against-index", "equity", all_days[start:], coin[start:], 365, "daily",
          bench=of_levels(week, index, A=252), open_base=True)


def ends(s):
    """A benchmark longer than the run, shorter at either end, or apart by days."""
    stamps, levels = weekdays("2011-01-03", 1400), s.levels(1400, 80)
    s.add("benchmark-longer", "equity", stamps[300:1000], s.levels(700), 252, "daily", bench=of_levels(stamps, levels))
    for name, i, j in (("at-both-ends", 400, 900), ("at-the-start", 400, 1400), ("at-the-end", 0, 1000),
                       ("by-a-month-at-the-end", 0, 1378), ("by-a-day-at-the-end", 0, 1399), ("by-a-day-at-the-start", 1, 1400)):
        s.add(f"benchmark-shorter-{name}", "equity", stamps, s.levels(1400), 252, "daily",
              bench=of_levels(stamps[i:j], levels[i:j]))
    r = s.returns(1400)
    s.add("benchmark-returns-file", "returns", stamps, r, 252, "daily", bench=of_returns(stamps, s.returns(1400)))
    s.add("benchmark-returns-file-shorter", "returns", stamps, r, 252, "daily",
          bench=of_returns(stamps[200:1100], s.returns(900)))


def missing(s):
    stamps = weekdays("2015-06-01", 900)
    levels, b = [float(x) for x in s.levels(900)], s.levels(900, 20)
    for i in s.random.choice(np.arange(5, 890), 40, replace=False):
        levels[i] = None
    s.add("missing-equity-with-benchmark", "equity", stamps, levels, 252, "daily", bench=of_levels(stamps, b))
    s.add("missing-equity-benchmark-in-file", "equity", stamps, levels, 252, "daily", bench=of_levels(stamps, b),
          bench_in_file=True)
    kept = without(900, s.random.choice(np.arange(5, 890), 40, replace=False))
    s.add("missing-benchmark-levels", "equity", stamps, s.levels(900), 252, "daily",
          bench=of_levels(pick(stamps, kept), b[kept]))
    cells = [float(v) if k else None for v, k in zip(b, kept)]
    s.add("missing-benchmark-cells", "equity", stamps, s.levels(900), 252, "daily", bench=of_levels(stamps, cells),
          bench_in_file=True)
    cells = [float(v) if k else None for v, k in zip(s.returns(900), kept)]
    s.add("missing-benchmark-returns", "returns", stamps, s.returns(900), 252, "daily", bench=of_returns(stamps, cells),
          bench_in_file=True, skip=["series.benchmark_growth"])


def negative(s):
    stamps, b = weekdays("2013-03-04", 600), s.returns(600)
    s.add("benchmark-negative-beta", "returns", stamps, np.round(-.8 * b + s.returns(600, 2e-4, .002), 10), 252, "daily",
          bench=of_returns(stamps, b), bench_in_file=True)
    up = np.abs(b) + 1e-4
    s.add("benchmark-never-falls", "returns", stamps, s.returns(600), 252, "daily", bench=of_returns(stamps, up),
          bench_in_file=True)


def coarser(s):
    """A coarser benchmark is not compared."""
    stamps = weekdays("2013-01-01", 900)
    monthly = [x for x in pd.bdate_range("2012-12-31", "2016-06-30", freq="BM" if pd.__version__ < "2.2" else "BME")]
    s.add("daily-run-monthly-benchmark", "equity", stamps, s.levels(900), 252, "daily",
          bench=of_levels(monthly, s.levels(len(monthly), 50), unusable=True))
