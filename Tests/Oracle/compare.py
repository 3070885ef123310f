"""A document of the program against the right answers, and what must hold inside any document."""
import numpy as np
import pandas as pd

from arithmetic import compounded, mean, total
from judging import Ledger, Near, agrees, close, each
from oracle import Answers, readings


def rows(table):
    return [dict(zip(table, r)) for r in zip(*table.values())] if table else []


def judge(case, doc, ledger):
    """Compares under every reading and keeps the one with the fewest disagreements."""
    stated = doc["run"].get("periods_per_year")
    best = None
    for variant in [case] + case.get("alternatives", []):
        for reading in readings(variant, stated):
            answers, found = Answers(variant, reading), Ledger()
            compare(answers, doc, found)
            if best is None or len(found.failed) < len(best.failed):
                best, chosen = found, answers
    identities(chosen, doc, best)
    ledger.add(best)


def compare(answers, doc, ledger):
    case = answers.case
    compare_metrics(case, "metrics", answers.metrics, answers.optional, doc["metrics"], ledger)
    theirs = doc.get("benchmark_metrics")
    if answers.benchmark_metrics is None:
        ledger.note("presence", not theirs, f"{case['name']} benchmark_metrics: present without a usable benchmark")
    elif theirs is None:
        ledger.note("presence", False, f"{case['name']} benchmark_metrics: missing")
    else:
        compare_metrics(case, "benchmark", answers.benchmark_metrics, {}, theirs, ledger)
    for key, right in answers.facts.items():
        if f"run.{key}" not in case.get("skip", ()):
            given = doc["run"].get(key)
            ledger.note("facts", agrees(right, given), f"{case['name']} run.{key}: ours {given} | right {right}")
    compare_tables(answers, doc, ledger)
    compare_series(answers, doc, ledger)


def compare_metrics(case, where, right, optional, given, ledger):
    skipped = set(case.get("skip", ()))
    for key, entry in given.items():
        if key in skipped or f"{where}.{key}" in skipped:
            continue
        answer = right.get(key, optional.get(key))
        if answer is None:
            ledger.leave_open(f"{where}.{key}")
            continue
        value, reason = entry["value"], entry.get("reason")
        if key in case.get("loose", {}):
            answer = each(lambda x: Near(x, case["loose"][key] * abs(x)), answer)
        ledger.note(where, agrees(answer, value, reason),
                    f"{case['name']} {where} {key}: ours {value if value is not None else reason} | right {answer}")
        if value is None:
            ledger.note("reasons", bool(reason), f"{case['name']} {where} {key}: n/a without a reason")
    for key in right if where == "metrics" else ():
        if key not in given and key not in skipped:
            ledger.note(where, False, f"{case['name']} {where} {key}: missing")


def compare_tables(answers, doc, ledger):
    case, skipped = answers.case, set(answers.case.get("skip", ()))
    for table, right in answers.tables.items():
        if table in skipped:
            continue
        given = rows(doc["tables"].get(table, {}))
        ledger.note("table rows", len(right) == len(given),
                    f"{case['name']} table {table}: {len(given)} rows | right {len(right)}")
        for i, (a, b) in enumerate(zip(right, given)):
            for column, value in a.items():
                if f"{table}.{column}" in skipped:
                    continue
                ledger.note("tables", agrees(value, b.get(column)),
                            f"{case['name']} table {table}[{i}].{column}: ours {b.get(column)} | right {value}")


def compare_series(answers, doc, ledger):
    right = dict(answers.series)
    for w in answers.windows():
        right.update(answers.rolling_series(w))
    for name in doc["series"]:
        parts = name.rsplit("_", 1)
        if name not in right and name.startswith("rolling_") and parts[1].isdigit():
            right.update({k: v for k, v in answers.rolling_series(int(parts[1])).items() if k == name})
        if name not in right:
            ledger.leave_open(f"series.{name}")
    for name, choices in right.items():
        if name in answers.case.get("skip", ()):
            continue
        if name not in doc["series"]:
            ledger.note("series", False, f"{answers.case['name']} series {name}: missing")
            continue
        found = []
        for stamps, values in choices:
            one = Ledger()
            compare_one_series(answers.case, name, stamps, values, doc["series"][name], one)
            found.append(one)
        ledger.add(min(found, key=lambda x: len(x.failed)))


def seconds(stamps):
    """Whole seconds; stamps of a repeated hour are kept a millisecond apart, which whole seconds do not show."""
    return np.asarray(pd.DatetimeIndex(stamps).values, "datetime64[ns]").astype("int64") // 10**9


def compare_one_series(case, name, stamps, values, given, ledger):
    area = f"{case['name']} series {name}"
    theirs = np.asarray([np.nan if v is None else v for v in given["value"]], float)
    ledger.note("series length", len(theirs) == len(values), f"{area}: {len(theirs)} points | right {len(values)}")
    if len(theirs) != len(values) or not len(values):
        return
    if f"{name}.time" not in case.get("skip", ()) and "stamps" not in case.get("skip", ()):
        a, b = seconds(stamps), seconds(np.array([x.rstrip("Z") for x in given["time"]], "datetime64[ns]"))
        if name == "benchmark_growth":
            a, b = a[1:], b[1:]                    # its start value is dated by itself or by the run's
        ledger.note("series stamps", bool(np.array_equal(a, b)), f"{area}: stamps differ")
    ours = np.asarray(values, float)
    room = 1e-11 if name.startswith(("rolling_sharpe", "rolling_sortino")) else 3e-14
    if name == "cumulative_trade_pnl":
        room = 1e-12 * max(1, np.abs(ours).max())
    wrong = ~(np.abs(ours - theirs) <= np.maximum(1e-9 * np.maximum(np.abs(ours), np.abs(theirs)), room))
    ledger.count("series points", len(ours), int((~wrong).sum()))
    if wrong.any():
        i = int(np.argmax(wrong))
        ledger.failed.append(f"{area}: {int(wrong.sum())} of {len(ours)} points, first {given['time'][i]} "
                             f"ours {theirs[i]} | right {ours[i]}")


def identities(answers, doc, ledger):
    """What must hold inside one document, whatever the conventions."""
    name, m, s, t = answers.case["name"], doc["metrics"], doc["series"], doc["tables"]
    value = lambda k: m.get(k, {}).get("value")
    holds = lambda ok, text: ledger.note("identities", bool(ok), f"{name} identity: {text}")
    whole = value("total_return")
    growth = max(1, 1 + whole)
    holds(close(whole, s["growth"]["value"][-1] - 1, 1e-11), "total return is the last growth")
    holds(close(value("max_drawdown"), min(s["drawdown"]["value"]), 1e-12), "max drawdown is the lowest of the series")
    holds(close(compounded(s["daily_returns"]["value"]), whole, 1e-9 * growth), "product of days is the total")
    holds(close(compounded(t["annual_returns"]["strategy"]), whole, 1e-9 * growth), "product of years is the total")
    if t.get("monthly_returns", {}).get("strategy"):
        holds(close(compounded(t["monthly_returns"]["strategy"]), whole, 1e-9 * growth), "product of months is the total")
        holds(sum(t["monthly_returns"]["observations"]) == len(s["daily_returns"]["value"]), "observations add up")
    depths = t["drawdowns"]["depth"]
    holds(depths == sorted(depths), "drawdowns are sorted by depth")
    if depths:
        holds(close(depths[0], value("max_drawdown"), 1e-12), "the first drawdown is the deepest")
        holds(max(t["drawdowns"]["days"]) == value("longest_drawdown_days"), "the longest drawdown is in the table")
    if t.get("weekday_returns", {}).get("observations"):
        holds(sum(t["weekday_returns"]["observations"]) == len(s["daily_returns"]["value"]), "weekdays add up")
    products(answers, value, holds)
    if value("trades.count"):
        trade_sums(value, s, t, holds)


def products(answers, value, holds):
    """Ratios times their denominators are their numerators."""
    run = answers.run
    if value("sharpe") is not None and value("annual_volatility") and not np.ndim(run.df):
        holds(close(value("sharpe") * value("annual_volatility"), mean(run.e) * run.dA, 1e-9),
              "Sharpe times volatility is the mean excess")
    if value("calmar") is not None:
        holds(close(value("calmar") * -value("max_drawdown"), value("cagr"), 1e-9), "Calmar times drawdown is CAGR")
    if value("r_squared") is not None:
        holds(close(value("correlation") ** 2, value("r_squared"), 1e-9), "R² is the squared correlation")
    if value("information_ratio") is not None and value("tracking_error"):
        holds(close(value("information_ratio") * value("tracking_error"), value("active_return"), 1e-9),
              "information ratio times tracking error is the active return")
    if value("alpha_t") is not None and value("alpha_standard_error") is not None:
        holds(close(value("alpha_t") * value("alpha_standard_error"), value("alpha"), 1e-9), "alpha is t times its error")
    tails = [value(k) for k in ("cvar_historical_99", "var_historical_99", "var_historical_95")]
    if None not in tails:
        holds(tails[0] <= tails[1] + 1e-12 and tails[1] <= tails[2] + 1e-12, "VaR and CVaR are ordered")


def trade_sums(value, s, t, holds):
    profits = t["trades"]["pnl"]
    scale, whole = 1e-9 * sum(map(abs, profits)), value("trades.total_pnl")
    closed = [p for p, is_open in zip(profits, t["trades"]["open"]) if not is_open]
    holds(close(sum(t["trades_by_symbol"]["pnl"]), whole, scale), "symbols add up to the profit")
    holds(close(sum(t["trades_by_side"]["pnl"]), whole, scale), "sides add up to the profit")
    holds(sum(t["trades_by_symbol"]["count"]) == value("trades.count") == sum(t["trades_by_side"]["count"]), "counts add up")
    holds(close(total(closed), whole, scale), "the log adds up to the profit")
    holds(close(s["cumulative_trade_pnl"]["value"][-1], whole, scale), "the curve of profits ends at the profit")
    holds(value("trades.winners") + value("trades.losers") + value("trades.even") == value("trades.count"),
          "winners, losers and even add up")
