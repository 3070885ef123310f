"""What a seeded run is made of, and how it is written as a run folder."""
import json
import math
import zlib

import numpy as np
import pandas as pd

from arithmetic import DAY, month_end, month_index

HOUR, MINUTE = pd.Timedelta(hours=1), pd.Timedelta(minutes=1)
DEFAULT_SEED = 20260727


class Shapes:
    """Collects the shapes. Each has random numbers of its own, so that a new shape leaves the others alone."""

    def __init__(self, seed=DEFAULT_SEED):
        self.seed, self.all = seed, []
        self.use("")

    def use(self, name):
        """Starts the random numbers of a group of shapes."""
        self.random = np.random.default_rng([self.seed, zlib.crc32(name.encode())])

    def add(self, name, kind, stamps, values, A, cadence, **more):
        """`kind` is equity or returns. `A` is the calendar's number, None where only the data can say."""
        shape = dict(name=name, kind=kind, stamps=list(stamps), values=list(values), A=A, cadence=cadence, **more)
        shape.setdefault("before", before(shape["stamps"], cadence))
        if shape.get("bench"):
            shape["bench"] = dict(shape["bench"])
            own = shape["before"] if shape["bench"]["stamps"][0] == shape["stamps"][0] else before(
                shape["bench"]["stamps"], cadence)
            shape["bench"].setdefault("base", own)
        self.all.append(shape)
        return shape

    def returns(self, n, mean=4e-4, sigma=.011, heavy=False):
        x = self.random.standard_t(4, n) / math.sqrt(2) if heavy else self.random.standard_normal(n)
        return np.round(mean + sigma * x, 10)

    def levels(self, n, start=100_000.0, mean=4e-4, sigma=.011, heavy=False):
        return growth(self.returns(n - 1, mean, sigma, heavy), start)


def growth(returns, start=100_000.0):
    return np.concatenate([[start], start * np.cumprod(1 + np.asarray(returns))])


def of_levels(stamps, levels, **more):
    return dict(stamps=list(stamps), values=list(levels), kind="levels", **more)


def of_returns(stamps, returns, **more):
    return dict(stamps=list(stamps), values=list(returns), kind="returns", **more)


def weekdays(start, n):
    return list(pd.bdate_range(start, periods=n))


def business(start, end):
    return list(pd.bdate_range(start, end))


def days(start, n, but=()):
    """Days of a span whose weekday is not one of `but` (Monday is 0)."""
    return [x for x in pd.date_range(start, periods=n) if x.weekday() not in but]


def every(start, n, days_apart):
    return [pd.Timestamp(start) + days_apart * DAY * i for i in range(n)]


def month_ends(start, n, step=1, business_days=False):
    """Last day, or last weekday, of n months from the month of `start`, `step` months apart."""
    ends = [month_end(month_index(pd.Timestamp(start)) + i * step) for i in range(n)]
    if business_days:
        ends = [e - max(0, e.weekday() - 4) * DAY for e in ends]
    return ends


def steps(start, n, step):
    return [pd.Timestamp(start) + i * step for i in range(n)]


def before(stamps, cadence):
    """The moment one period before the first."""
    first = stamps[0]
    if cadence == "daily":
        previous = first - DAY
        if all(s.weekday() < 5 for s in stamps):
            while previous.weekday() > 4:
                previous -= DAY
        return previous
    if cadence == "weekly":
        return first - 7 * DAY
    months = dict(monthly=1, quarterly=3, yearly=12).get(cadence)
    if months:
        earlier = (first - pd.DateOffset(months=months)).normalize()
        return month_end(month_index(earlier)) if (first + DAY).day == 1 else earlier
    gaps = sorted(b - a for a, b in zip(stamps, stamps[1:]))
    return first - gaps[len(gaps) // 2]


# ----------------------------------------------------------------------------------------------------------- writing


def number(x):
    return "" if x is None else repr(float(x))


def table(header, rows):
    return header + "\n" + "".join(",".join(row) + "\n" for row in rows)


def written(part, pattern):
    return part.get("written") or [s.strftime(part.get("format", pattern)) for s in part["stamps"]]


def write(shape, folder):
    """Writes the run folder; returns it with the options of the command line."""
    run = folder / shape["name"]
    run.mkdir(parents=True)
    pattern, rf = shape.get("stamp_format", "%Y-%m-%d"), shape.get("rf")
    write_account(shape, run, pattern)
    if isinstance(rf, tuple):
        header = "date," + ("returns" if rf[0] == "returns" else "annual_rate")
        (run / "risk_free.csv").write_text(table(header, [(f"{s:%Y-%m-%d}", number(v)) for s, v in zip(rf[1], rf[2])]))
    if shape.get("trades") is not None:
        write_trades(shape["trades"], run)
    if shape.get("positions") is not None:
        p = shape["positions"]
        (run / "positions.csv").write_text(table("date," + ",".join(p["symbols"]) + ",cash", [
            (f"{s:%Y-%m-%d}", *map(number, row), number(c)) for s, row, c in zip(p["stamps"], p["values"], p["cash"])]))
    description = dict(shape.get("json", {}))
    if shape.get("capital"):
        description["initial_capital"] = shape["capital"]
    for field in ("trials", "trial_sharpes", "trial_sharpe_variance"):
        if shape.get(field):
            description[field] = shape[field]
    if description:
        (run / "run.json").write_text(json.dumps(description))
    return run, options(shape, description)


def write_account(shape, run, pattern):
    column, bench = shape["kind"], shape.get("bench")
    rows = [[s, number(v)] for s, v in zip(written(shape, pattern), shape["values"])]
    if shape.get("bench_in_file"):
        for row, v in zip(rows, bench["values"]):
            row.append(number(v))
    header = f"date,{column}" + (",benchmark" if shape.get("bench_in_file") else "")
    (run / f"{column}.csv").write_text(table(header, rows))
    if bench and not shape.get("bench_in_file"):
        header = "date," + ("close" if bench["kind"] == "levels" else "returns")
        (run / "benchmark.csv").write_text(table(header, [
            (s, number(v)) for s, v in zip(written(bench, pattern), bench["values"])]))


def write_trades(trades, run):
    required = ["qty", "entry_time", "entry_price", "exit_time", "exit_price"]
    columns = ["id", "symbol", "side", *required, "fees", "pnl", "gross_pnl", "multiplier", "mae", "mfe"]
    columns = [c for c in columns if c in required or any(t.get(c) is not None for t in trades)]

    def cell(value):
        if isinstance(value, pd.Timestamp):
            return value.strftime("%Y-%m-%d %H:%M:%S")
        return value if isinstance(value, str) else str(value) if isinstance(value, int) else number(value)
    (run / "trades.csv").write_text(table(",".join(columns), [[cell(t.get(c)) for c in columns] for t in trades]))


def options(shape, description):
    words, rf = list(shape.get("opts", [])), shape.get("rf")
    if rf is not None and not isinstance(rf, tuple) and "risk_free" not in description:
        words += ["--rf", repr(rf)]
    for name in ("from", "to"):
        if shape.get(name) is not None:
            words += ["--" + name, f"{shape[name]:%Y-%m-%d}"]
    return words + (["--annualise-short"] if shape.get("annualise_short") else [])
