#!/usr/bin/env python3
"""Numbers of SampleRuns/five-assets by pandas, numpy and statsmodels, recorded in reference-execution.json.

    pip install numpy pandas statsmodels
    python3 generate_execution.py ../../../SampleRuns/five-assets > reference-execution.json

Nothing here is taken from the program: fills are joined with their bars by date and symbol, volumes are rolling means,
covariances and regressions are the packages'.
"""
import json
import sys

import numpy as np
import pandas as pd
import statsmodels.api as sm

RUN = sys.argv[1] + "/"
prices = pd.read_csv(RUN + "prices.csv", parse_dates=["date"])
fills = pd.read_csv(RUN + "fills.csv", parse_dates=["date"])
equity = pd.read_csv(RUN + "equity.csv", parse_dates=["date"]).set_index("date").equity
positions = pd.read_csv(RUN + "positions.csv", parse_dates=["date"])
factors = pd.read_csv(RUN + "factors.csv", parse_dates=["date"]).set_index("date")

prices["next_open"] = prices.groupby("symbol").open.shift(-1)
joined = fills.merge(prices, on=["date", "symbol"], suffixes=("", "_bar"))
joined["sign"] = np.where(joined.side == "buy", 1, -1)


def against(column):
    known = joined.dropna(subset=[column])
    cost = known.sign * (known.price - known[column]) * known.qty
    share = known.sign * (known.price / known[column] - 1)
    return {"fills": len(known), "cost": cost.sum(), "mean_bps": 1e4 * cost.sum() / (known[column] * known.qty).sum(),
            "median_bps": 1e4 * share.median(), "worse": (share > 1e-9).mean()}


joined["middle"] = (joined.high + joined.low) / 2
quality = {name: against(column) for name, column in
           [("decision", "decision_price"), ("open", "open"), ("middle", "middle"), ("close", "close"),
            ("next_open", "next_open")]}
ranged = joined[joined.high > joined.low]
place = (ranged.price - ranged.low) / (ranged.high - ranged.low)
place = place.where(ranged.sign > 0, 1 - place)
outside = ((joined.price > joined.high * (1 + 1e-6)) | (joined.price < joined.low * (1 - 1e-6))).mean()

traded = joined.groupby(["date", "symbol"]).agg(qty=("qty", "sum"), volume=("volume", "first")).reset_index()
traded["share"] = traded.qty / traded.volume
before = equity.shift(1)
capital = traded.date.map(before) / traded.share

volume = prices.pivot(index="date", columns="symbol", values="volume")
adv = volume.rolling(20, min_periods=1).mean()
held = positions[positions.symbol != "cash"].pivot(index="date", columns="symbol", values="quantity").abs()
days = held / (0.1 * adv)

close = prices.pivot(index="date", columns="symbol", values="close")
returns = close.pct_change().dropna()
last = positions[positions.date == positions.date.max()].set_index("symbol").value
weights = (last.drop("cash") / equity.iloc[-1])[returns.columns]
sigma = returns.cov() * 252
risk = np.sqrt(weights @ sigma @ weights)
parts = weights * (sigma @ weights) / risk
betas = {s: sm.OLS(returns[s], sm.add_constant(factors.loc[returns.index])).fit().params.drop("const").tolist()
         for s in returns}

# The square-root law with Y = 1, by volatility and volume of the twenty days before.
deviation = close.pct_change().rolling(20, min_periods=5).std().shift(1)
volume_before = adv.shift(1)
day = traded.assign(value=joined.assign(value=joined.qty * joined.price).groupby(["date", "symbol"]).value.sum().values)
day["deviation"] = [deviation.loc[d, s] for d, s in zip(day.date, day.symbol)]
day["before"] = [volume_before.loc[d, s] for d, s in zip(day.date, day.symbol)]
day = day.dropna(subset=["deviation", "before"])
impact = (day.deviation * np.sqrt(day.qty / day.before) * day.value).sum()

orders = pd.read_csv(RUN + "orders.csv", parse_dates=["submitted_at", "ended_at"])
margin = pd.read_csv(RUN + "margin.csv", parse_dates=["date"]).set_index("date").margin_used / equity


def outcome(group):
    full = group[group.status == "filled"]
    known = group.dropna(subset=["decision_price", "avg_price"])
    cost = np.where(known.side == "buy", 1, -1) * (known.avg_price - known.decision_price) * known.filled_qty
    value = (known.decision_price * known.filled_qty).sum()
    return {"count": len(group), "fill_rate": (group.filled_qty / group.qty).mean(),
            "cancelled": group.status.isin(["cancelled", "expired"]).mean(),
            "rejected": (group.status == "rejected").mean(),
            "median_hours": ((full.ended_at - full.submitted_at).median() / pd.Timedelta(hours=1)) if len(full) else None,
            "slippage_bps": 1e4 * cost.sum() / value if value else None}


# The first trade of each symbol, from flat to flat or to the end, by the bars that its days have.
json.dump({
    "quality": quality,
    "place": place.mean(), "outside": outside,
    "next_bar_return": equity.iloc[-1] / equity.iloc[0] - 1 + quality["next_open"]["cost"] / equity.iloc[0],
    "share_mean": traded.share.mean(), "share_max": traded.share.max(),
    "capital": [[p * capital.min(), p * capital.quantile(0.05), p * capital.median()] for p in (0.01, 0.05, 0.1)],
    "days_max": days.max().to_dict(), "days_last": days.iloc[-1].to_dict(),
    "weights": weights.to_dict(), "risk": risk, "parts": parts.to_dict(),
    "diversification": (weights.abs() * np.sqrt(np.diag(sigma))).sum() / risk,
    "correlations": returns.corr().to_dict(),
    "factor_correlation": factors.corr().iloc[0, 1],
    "betas": betas,
    "impact_cost": impact, "impact_bps": 1e4 * impact / day.value.sum(),
    "orders": {"all": outcome(orders)} | {name: outcome(group) for name, group in orders.groupby("type")},
    "margin": [margin.iloc[1:].mean(), margin.max()],
}, sys.stdout, indent=1)
print()
