"""Makes SampleRuns/vectorbt-sweep: three pairs of moving averages on GOOG 2011-2012, as vectorbt users save a sweep.

pip install vectorbt==1.2.0 backtesting==0.6.6    # backtesting has the prices
"""

import pathlib
import warnings

warnings.filterwarnings("ignore")

import vectorbt as vbt
from backtesting.test import GOOG

folder = pathlib.Path(__file__).resolve().parents[2] / "SampleRuns" / "vectorbt-sweep"
close = GOOG.Close.loc["2011-01-01":"2012-12-31"]
fast = vbt.MA.run(close, window=[8, 13, 21], short_name="fast")
slow = vbt.MA.run(close, window=[34, 34, 55], short_name="slow")
portfolio = vbt.Portfolio.from_signals(
    close, fast.ma_crossed_above(slow), fast.ma_crossed_below(slow), init_cash=10000, fees=0.001, freq="1D")

folder.mkdir(exist_ok=True)
portfolio.value().to_csv(folder / "goog-ma.value.csv")
portfolio.trades.records_readable.to_csv(folder / "goog-ma.trades.csv", index=False)
portfolio.stats(agg_func=None).to_csv(folder / "goog-ma.stats.csv")
