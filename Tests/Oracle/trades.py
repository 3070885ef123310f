"""Trades: profits net of fees, closed trades only; turnover with contract multipliers."""
import math

import numpy as np
import pandas as pd

from arithmetic import deviation, mean, spread, total
from history import longest_run
from judging import NA, Near

KEYS = ("count winners losers even win_rate average_win average_loss largest_win largest_loss profit_factor payoff_ratio "
        "expectancy sqn average_duration_hours median_duration_hours per_day max_consecutive_wins max_consecutive_losses "
        "total_pnl total_fees commission_impact average_mae average_mfe open").split()


def read(case, last):
    """Trades in order of exit, cut to the run's span; an open trade exits with the run."""
    rows = []
    for place, t in enumerate(case["trades"]):
        is_open = t.get("exit_time") is None
        side = {"buy": "long", "sell": "short"}.get(t.get("side"), t.get("side")) or ("long" if t["qty"] > 0 else "short")
        row = dict(t, place=place, open=is_open, side=side, quantity=abs(t["qty"]), fees=t.get("fees") or 0)
        row["exit"] = max(last, t["entry_time"]) if is_open else t["exit_time"]
        row["profit"] = profit(t, row)
        rows.append(row)
    rows.sort(key=lambda x: (x["exit"], x["entry_time"], x["place"]))
    if case.get("from") is not None:
        rows = [x for x in rows if x["exit"].normalize() >= case["from"]]
    if case.get("to") is not None:
        rows = [x for x in rows if x["exit"].normalize() <= case["to"]]
    return [x for x in rows if not x["open"]], [x for x in rows if x["open"]]


def profit(t, row):
    if t.get("pnl") is not None:
        return t["pnl"]
    if t.get("gross_pnl") is not None:
        return t["gross_pnl"] - row["fees"]
    sign = 1 if row["side"] == "long" else -1
    return (t["exit_price"] - t["entry_price"]) * row["quantity"] * sign * (t.get("multiplier") or 1) - row["fees"]


def metrics(closed, opened, run):
    p = np.array([x["profit"] for x in closed], float)
    t = counts(p, opened)
    t["per_day"] = len(p) / len(run.d) if run.sees("daily") else NA()
    if len(p) == 0:
        return t | {k: NA() for k in KEYS if k not in t}
    wins, losses, size = p[p > 0], p[p < 0], total(abs(p))
    t["win_rate"] = len(wins) / len(p)
    t["average_win"], t["largest_win"] = (mean(wins), wins.max()) if len(wins) else (NA(), NA())
    t["average_loss"], t["largest_loss"] = (mean(losses), losses.min()) if len(losses) else (NA(), NA())
    t["profit_factor"] = total(wins) / -total(losses) if len(losses) else NA()
    t["payoff_ratio"] = mean(wins) / -mean(losses) if len(wins) and len(losses) else NA()
    t["expectancy"], t["total_pnl"] = Near(mean(p), 1e-12 * size), Near(total(p), 1e-12 * size)
    varies = len(p) > 1 and spread(p) > 1e-12 * abs(p).max()
    t["sqn"] = Near(math.sqrt(len(p)) * mean(p) / deviation(p), 1e-9) if varies else NA()
    hours = [(x["exit"] - x["entry_time"]) / pd.Timedelta(hours=1) for x in closed]
    t["average_duration_hours"], t["median_duration_hours"] = mean(hours), float(np.median(hours))
    t["total_fees"] = total([x["fees"] for x in closed])
    t["commission_impact"] = t["total_fees"] / size if size else NA()
    for key, sign in (("mae", -1), ("mfe", 1)):
        known = [sign * abs(x[key]) for x in closed if x.get(key) is not None]
        t["average_" + key] = mean(known) if known else NA()
    return t


def counts(p, opened):
    return dict(count=len(p), winners=int((p > 0).sum()), losers=int((p < 0).sum()), even=int((p == 0).sum()),
                open=len(opened), max_consecutive_wins=longest_run(p, 1), max_consecutive_losses=longest_run(p, -1))


def turnover(rows, levels, run):
    """min(Σ buys, Σ sells) over mean equity, a year."""
    if levels is None or not run.long_enough:
        return NA()
    bought = sold = 0.0
    for x in rows:
        units = x["quantity"] * (x.get("multiplier") or 1)
        into, out = x["entry_price"] * units, 0 if x["open"] else x["exit_price"] * units
        bought += into if x["side"] == "long" else out
        sold += out if x["side"] == "long" else into
    return min(bought, sold) / mean(levels) / (run.elapsed / 365.25)


def groups(closed, key):
    found = {}
    for x in closed:
        found.setdefault(key(x), []).append(x["profit"])
    out = []
    for name, values in found.items():
        v = np.array(values)
        room, losses = 1e-12 * total(abs(v)), -total(v[v < 0])
        out.append(dict(name=name, count=len(v), win_rate=float((v > 0).mean()), pnl=Near(total(v), room),
                        average=Near(mean(v), room), profit_factor=total(v[v > 0]) / losses if losses else None))
    return out


def tables(closed, opened):
    log = [dict(id=str(x["id"] if x.get("id") is not None else x["place"] + 1), symbol=x.get("symbol") or "",
                side=x["side"], quantity=x["quantity"], entry=x["entry_time"], entry_price=x["entry_price"],
                exit=x["exit"], exit_price=x["exit_price"], pnl=x["profit"], fees=x["fees"], open=x["open"])
           for x in closed + opened]
    by_symbol = groups(closed, lambda x: x.get("symbol") or "all")
    return dict(trades=log, trades_by_side=sorted(groups(closed, lambda x: x["side"]), key=lambda x: x["name"]),
                trades_by_symbol=sorted(by_symbol, key=lambda x: (-x["count"], x["name"])))


def cumulative(closed):
    """Profit after each moment of exit."""
    stamps, values, so_far = [], [], []
    for x in closed:
        so_far.append(x["profit"])
        if stamps and stamps[-1] == x["exit"]:
            values[-1] = total(so_far)
        else:
            stamps.append(x["exit"])
            values.append(total(so_far))
    return stamps, values
