"""Runs with trades, positions and a number of trials."""
import pandas as pd

from shapes import weekdays

COUNT = 700


def add_all(shapes):
    for add in (kinds, one_sided, money, cut, held, trials):
        shapes.use("trades " + add.__name__)
        add(shapes)


def make(s, n, symbols, even=.03, still_open=3, **more):
    stamps, out = weekdays("2018-01-02", COUNT), []
    first, last = stamps[5], stamps[-5]
    for _ in range(n):
        entry = (first + (last - first) * s.random.random()).floor("s")
        hours = pd.Timedelta(hours=float(s.random.exponential(80)))
        leave = min((entry + hours).floor("s"), last) if s.random.random() > .02 else entry
        price, quantity = round(float(s.random.uniform(5, 300)), 2), float(s.random.integers(1, 4000))
        exit_price = price if s.random.random() < even else round(price * (1 + float(s.random.normal(.002, .03))), 2)
        out.append(dict(symbol=symbols[int(s.random.integers(len(symbols)))], side="long" if s.random.random() < .6 else "short",
                        qty=quantity, entry_time=entry, entry_price=price, exit_time=leave, exit_price=exit_price,
                        fees=0.0 if exit_price == price else round(quantity * .005, 4), **more))
    for t in out[:still_open]:
        t["exit_time"] = None
    return out


def add(s, name, trades, start=1e5, **more):
    s.add(name, "equity", weekdays("2018-01-02", COUNT), s.levels(COUNT, start), 252, "daily", trades=trades, **more)


def gross(t):
    return round((t["exit_price"] - t["entry_price"]) * t["qty"] * (1 if t["side"] == "long" else -1), 2)


def excursion(s):
    return round(abs(float(s.random.normal(0, 50))), 2)


def kinds(s):
    add(s, "trades-0", make(s, 40, ["ES", "NQ", "CL"]))
    net = make(s, 300, ["AAPL", "MSFT", "KO", "IBM", "XOM"], still_open=0)
    for t in net:
        t.update(pnl=round(gross(t) - t["fees"], 2), mae=-excursion(s), mfe=excursion(s))
    add(s, "trades-1", net, trials=1)
    before_fees = make(s, 1500, list("ABCDEFGHIJKL"), still_open=5)
    for t in before_fees:
        t.update(gross_pnl=gross(t), mae=excursion(s))
    add(s, "trades-2", before_fees, trials=20)
    signed = make(s, 6, ["X"], still_open=0)
    for t in signed:
        t.update(side=None, qty=t["qty"] * (1 if s.random.random() < .5 else -1))
    add(s, "trades-3", signed, trials=500)


def one_sided(s):
    for name, up in (("winners", 1.03), ("losers", .97)):
        trades = make(s, 30, ["A"], even=0, still_open=0)
        for t in trades:
            factor = up if t["side"] == "long" else 2 - up
            t.update(exit_price=round(t["entry_price"] * factor, 2), fees=0.0 if name == "winners" else t["fees"])
        add(s, f"trades-{name}-only", trades)
    add(s, "trades-even-only", make(s, 12, ["A"], even=1, still_open=0))
    add(s, "trades-one", make(s, 1, ["A"], still_open=0))
    add(s, "trades-open-only", make(s, 2, ["A"], still_open=2))
    add(s, "trades-none", [], skip=["trades"])


def money(s):
    stamps = weekdays("2018-01-02", COUNT)
    for name, more in (("no-money", {}), ("capital", dict(capital=250_000.0))):
        s.add(f"trades-returns-{name}", "returns", stamps, s.returns(COUNT), 252, "daily",
              trades=make(s, 30, ["A", "B"]), **more)
    add(s, "trades-multiplier", make(s, 20, ["ES"], still_open=1, multiplier=50.0), 1e7)
    mixed = make(s, 60, ["ES", "AAPL"], still_open=2)
    for t in mixed:
        t["multiplier"] = 50.0 if t["symbol"] == "ES" else None
    add(s, "trades-multiplier-of-some", mixed, 1e7)


def cut(s):
    trades = make(s, 200, ["A", "B"], still_open=0)
    for t in trades:
        t["exit_time"] = t["exit_time"].normalize() + pd.Timedelta(hours=16)
        t["entry_time"] = min(t["entry_time"], t["exit_time"])
    add(s, "trades-same-exit", trades)
    add(s, "trades-cut", make(s, 100, ["A", "B"], still_open=0), skip=["turnover"],
        **{"from": pd.Timestamp("2018-09-03"), "to": pd.Timestamp("2019-12-31")})


def held(s):
    stamps, levels = weekdays("2018-01-02", COUNT), s.levels(COUNT)
    is_held = s.random.random(COUNT) < .4
    s.add("positions", "equity", stamps, levels, 252, "daily", positions=dict(
        symbols=["A", "B"], stamps=stamps, cash=[float(x - (1000 if h else 0)) for x, h in zip(levels, is_held)],
        values=[[1000.0 if h else None, 0.0 if i % 2 else None] for i, h in enumerate(is_held)]))


def trials(s):
    """The variance of the trials' yearly Sharpe ratios, given or listed, deflates this run's."""
    stamps = weekdays("2018-01-02", COUNT)
    for name, more in (("without-variance", dict(trials=50)), ("variance", dict(trials=50, trial_sharpe_variance=.35)),
                       ("ratios", dict(trial_sharpes=[round(float(x), 4) for x in s.random.normal(.4, .6, 40)]))):
        s.add(f"trials-{name}", "equity", stamps, s.levels(COUNT, mean=.001), 252, "daily", **more)
