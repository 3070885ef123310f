"""Writes shapes.csv, seeded series of many shapes, and reference-shapes.json, what quantstats and empyrical-reloaded say of
each, for the profiles of their names and, where conventions are the same, for `standard`.

pip install as generate_reference.py says. Usage: python3 generate_shapes.py
A value that the package has not (it raises, or gives NaN or an infinity) is null.
"""
import datetime
import json
import math
import os
import warnings

import numpy as np
import pandas as pd
import scipy.stats as st

import packages
from generate_series import returns, weekdays

warnings.filterwarnings("ignore")
FOLDER = os.path.dirname(os.path.abspath(__file__))
# Keys that say day, and what is made of days inside months: a series observed less often has none with us.
OF_DAYS = {"best_day", "worst_day", "daily_win_rate", "expected_daily", "max_consecutive_up_days",
           "max_consecutive_down_days", "profit_factor_daily", "payoff_ratio_daily", "common_sense_ratio"}


def every(days, first, count):
    return [first + datetime.timedelta(days=days * place) for place in range(count)]


def month_ends(year, count):
    starts = [datetime.date(year + place // 12, place % 12 + 1, 1) for place in range(1, count + 1)]
    return [day - datetime.timedelta(days=1) for day in starts]


def drawn(seed, count, drift, scale):
    return [round(value, 8) for value in returns(seed, count, drift, scale)]


def shape(days, values, market=None, periods=252, cadence="daily"):
    return dict(days=days, values=values, market=market, periods=periods, cadence=cadence)


def with_zeros(values):
    return [0.0 if place % 3 == 1 else value for place, value in enumerate(values)]


def without(values, gap):
    return [value for place, value in enumerate(values) if place not in gap]


def shapes():
    first = datetime.date(2021, 2, 3)
    def days(count):
        return list(weekdays(first, count))

    def market(count):
        return drawn(23, count, 0.0004, 0.016)

    long, own = days(260), drawn(3, 260, 0.0008, 0.02)
    half = [0.5 * b + e for b, e in zip(market(260), own)]
    crash = [-0.34 if place == 40 else value for place, value in enumerate(own)]
    weeks, months = every(7, datetime.date(2019, 1, 4), 130), month_ends(2015, 60)
    gap, holes = set(range(100, 135)), {place for place in range(260) if place % 7 == 3}
    return {
        "short": shape(days(12), drawn(5, 12, 0.002, 0.02), market(12)),
        "two": shape(days(2), [0.012, -0.004]),
        "one_quarter": shape(days(63), drawn(6, 63, -0.0005, 0.015), market(63)),
        "flat": shape(days(60), [0.0] * 60),
        "all_negative": shape(days(120), [-abs(value) - 0.0005 for value in drawn(9, 120, 0, 0.01)], market(120)),
        "all_positive": shape(days(120), [abs(value) + 0.0005 for value in drawn(10, 120, 0, 0.01)], market(120)),
        "zeros": shape(days(260), with_zeros(drawn(12, 260, 0.0005, 0.02)), market(260)),
        "hole": shape(without(long, gap), without(own, gap), without(market(260), gap)),
        "holes": shape(without(long, holes), without(own, holes), without(market(260), holes)),
        "first_day_loss": shape(days(130), [-0.2] + drawn(13, 129, 0.0012, 0.015)),
        "crash": shape(long, crash, market(260)),
        "with_benchmark": shape(long, [round(value, 8) for value in half], market(260)),
        "against_benchmark": shape(long, [round(-0.8 * b + 0.1 * e, 8) for b, e in zip(market(260), own)], market(260)),
        "wild": shape(days(200), drawn(14, 200, 0.002, 0.3)),
        "every_day": shape(every(1, first, 400), drawn(15, 400, 0.001, 0.04), drawn(16, 400, 0.0008, 0.03), 365),
        "weekly": shape(weeks, drawn(17, 130, 0.002, 0.04), drawn(18, 130, 0.0015, 0.03), 52, "weekly"),
        "monthly": shape(months, drawn(19, 60, 0.007, 0.08), drawn(20, 60, 0.006, 0.06), 12, "monthly"),
    }


def number(call):
    try:
        value = float(call())
    except Exception:
        return None
    return value if math.isfinite(value) else None


def said(one):
    """Rows of conventions, rate, key, value."""
    index = pd.DatetimeIndex(one["days"])
    r, periods = pd.Series(one["values"], index), one["periods"]
    leave = set() if one["cadence"] == "daily" else OF_DAYS
    calls = [
        ("quantstats", 0.0, packages.quantstats(r, periods)),
        ("quantstats", 0.03, packages.quantstats_with_rate(r, 0.03, periods)),
        ("empyrical", 0.0, packages.empyrical(r, periods)),
        ("empyrical", 0.02, packages.empyrical_with_rate(r, 0.02, periods)),
        ("standard", 0.02, standard(r, periods))]
    if one["market"]:
        b = pd.Series(one["market"], index)
        against = packages.empyrical_against(r, b, periods)
        if periods not in packages.NAMES:
            against = {key: call for key, call in against.items() if "capture" not in key}
        calls += [
            ("quantstats", 0.0, packages.quantstats_against(r, b, periods)), ("empyrical", 0.0, against),
            ("empyrical", 0.02, packages.empyrical_against_with_rate(r, b, 0.02, periods))]
    return [[conventions, rf, key, number(call)] for conventions, rf, group in calls for key, call in group.items()
            if key not in leave]


def standard(r, periods):
    """What pandas and scipy have a function for."""
    e = r - ((1 + 0.02) ** (1 / periods) - 1)
    return dict(
        sharpe=lambda: e.mean() / e.std() * periods**0.5, annual_volatility=lambda: r.std() * periods**0.5,
        skewness=lambda: r.skew(), kurtosis=lambda: r.kurt(), jarque_bera_p=lambda: st.jarque_bera(r).pvalue,
        var_historical_95=lambda: r.quantile(0.05),
        cvar_historical_95=lambda: r[r <= r.quantile(0.05)].mean(),
        total_return=lambda: np.expm1(np.log1p(r).sum()))


def main():
    made = shapes()
    with open(os.path.join(FOLDER, "shapes.csv"), "w") as file:
        file.write("shape,date,strategy,benchmark\n")
        for name, one in made.items():
            market = one["market"] or [None] * len(one["days"])
            for day, r, b in zip(one["days"], one["values"], market):
                file.write(f"{name},{day},{r:.8f},{'' if b is None else f'{b:.8f}'}\n")
    with open(os.path.join(FOLDER, "reference-shapes.json"), "w") as file:
        file.write('{"made_by": "generate_shapes.py", "shapes": {\n')
        file.write(",\n".join(
            f'"{name}": {{"cadence": "{one["cadence"]}", "periods": {one["periods"]}, "values": [\n'
            + ",\n".join(json.dumps(row) for row in said(one)) + "\n]}" for name, one in made.items()))
        file.write("\n}}\n")


if __name__ == "__main__":
    main()
