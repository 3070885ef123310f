#!/usr/bin/env python3
"""Makes SampleRuns/crypto-365 with backtesting.py 0.6.6: a market that trades on 365 days.

    pip install backtesting==0.6.6
    python3 crypto_365.py SampleRuns/crypto-365

The engine and its results are real; the prices are not. They are a seeded random walk with four regimes, because no daily
series of a coin comes with the engine (its BTCUSD is monthly). Excursions are measured on the bars of each trade.
"""
import csv
import json
import math
import random
import sys
from pathlib import Path

import pandas as pd
from backtesting import Strategy
from backtesting.lib import FractionalBacktest, crossover

TARGET = Path(sys.argv[1])
START, DAYS, CAPITAL = "2020-01-01", 1461, 100_000


def prices():
    """Open, high, low and close per day; drift and volatility a day change with the regime."""
    source = random.Random(20200101)
    regimes = [(420, 0.0040, 0.035), (200, -0.0048, 0.042), (390, 0.0006, 0.024), (451, 0.0030, 0.030)]
    rows, close = [], 7_200.0
    for length, drift, volatility in regimes:
        for _ in range(length):
            opening = close
            # Sixteen steps within the day give its high and low.
            path = [opening]
            for _ in range(16):
                path.append(path[-1] * math.exp(source.gauss(drift / 16, volatility / 4)))
            close = path[-1]
            rows.append((opening, max(path), min(path), close, source.uniform(1e3, 5e3)))
    index = pd.date_range(START, periods=DAYS, freq="D")
    return pd.DataFrame(rows[:DAYS], index=index, columns=["Open", "High", "Low", "Close", "Volume"])


def mean(values, count):
    return pd.Series(values).ewm(span=count, adjust=False).mean()


class TrendWithStop(Strategy):
    fast, slow, stop = 12, 40, 0.12

    def init(self):
        self.quick = self.I(mean, self.data.Close, self.fast)
        self.steady = self.I(mean, self.data.Close, self.slow)

    def next(self):
        price = self.data.Close[-1]
        if crossover(self.quick, self.steady):
            self.position.close()
            self.buy(size=0.9, sl=price * (1 - self.stop), tag="up")
        elif crossover(self.steady, self.quick):
            self.position.close()
            self.sell(size=0.4, sl=price * (1 + self.stop), tag="down")


def write(name, header, lines):
    with open(TARGET / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)


def trade(number, row, data):
    bars = data.iloc[row.EntryBar:row.ExitBar + 1]
    low = (bars.Low.min() - row.EntryPrice) * row.Size
    high = (bars.High.max() - row.EntryPrice) * row.Size
    stopped = row.SL == row.SL and abs(row.ExitPrice - row.SL) < 1e-9
    return (number, "BTC-TEST", "long" if row.Size > 0 else "short", f"{abs(row.Size):.6f}",
            f"{row.EntryTime:%Y-%m-%dT%H:%M:%SZ}", f"{row.EntryPrice:.4f}", f"{row.ExitTime:%Y-%m-%dT%H:%M:%SZ}",
            f"{row.ExitPrice:.4f}", f"{row.Commission:.4f}", f"{row.PnL:.4f}", f"{min(low, high, 0):z.4f}",
            f"{max(low, high, 0):z.4f}", row.Tag, "stop" if stopped else "signal")


def main():
    data = prices()
    run = FractionalBacktest(data, TrendWithStop, cash=CAPITAL, commission=0.001, exclusive_orders=False,
                             finalize_trades=True)
    stats = run.run()
    equity, trades = stats["_equity_curve"].Equity, stats["_trades"].sort_values(["ExitBar", "EntryBar"])
    write("equity.csv", ["date", "equity"], [(f"{day:%Y-%m-%d}", f"{value:.4f}") for day, value in equity.items()])
    write("benchmark.csv", ["date", "close"], [(f"{day:%Y-%m-%d}", f"{value:.4f}") for day, value in data.Close.items()])
    write("trades.csv", ["id", "symbol", "side", "qty", "entry_time", "entry_price", "exit_time", "exit_price", "fees",
                         "pnl", "mae", "mfe", "tag", "exit_reason"],
          [trade(number, row, data) for number, row in enumerate(trades.itertuples(), 1)])
    description = {
        "id": "crypto-365",
        "strategy": "Trend with stop",
        "version": "1.2",
        "engine": "backtesting.py 0.6.6",
        "currency": "USDT",
        "initial_capital": CAPITAL,
        "time_zone": "UTC",
        "calendar": "24x7",
        "benchmark": "BTC-TEST, bought and held",
        "parameters": {"fast": TrendWithStop.fast, "slow": TrendWithStop.slow, "stop": TrendWithStop.stop},
        "cost_model": {"commission": "0.1 % of value"},
        "trials": 24,
        "out_of_sample_start": "2023-01-01",
    }
    (TARGET / "run.json").write_text(json.dumps(description, indent=2) + "\n")
    print(stats[["Return [%]", "Buy & Hold Return [%]", "Sharpe Ratio", "Max. Drawdown [%]", "# Trades", "Win Rate [%]"]])


main()
