"""Makes SampleRuns/qstrader-60-40: sixty percent shares and forty percent bonds, rebalanced at the end of each month, against
shares alone, as QSTrader's JSONStatistics writes it. The prices are drawn from a fixed seed.

pip install qstrader==0.3.0 pandas==2.2.3 numpy==2.2.6

QSTrader writes midnight on the clock of the machine that runs it; here that is New York.
"""

import os
import pathlib
import tempfile
import time

import numpy
import pandas
import pytz

os.environ["TZ"] = "America/New_York"
time.tzset()

from qstrader import settings
from qstrader.alpha_model.fixed_signals import FixedSignalsAlphaModel
from qstrader.asset.equity import Equity
from qstrader.asset.universe.static import StaticUniverse
from qstrader.broker.fee_model.percent_fee_model import PercentFeeModel
from qstrader.data.backtest_data_handler import BacktestDataHandler
from qstrader.data.daily_bar_csv import CSVDailyBarDataSource
from qstrader.statistics.json_statistics import JSONStatistics
from qstrader.trading.backtest import BacktestTradingSession

settings.set_print_events(False)
target = pathlib.Path(__file__).resolve().parents[2] / "SampleRuns" / "qstrader-60-40"
start = pandas.Timestamp("2018-01-02 14:30:00", tz=pytz.UTC)
end = pandas.Timestamp("2019-12-31 23:59:00", tz=pytz.UTC)


def write_prices(folder):
    """Two series of daily bars in the form of Yahoo's files."""
    days = pandas.bdate_range("2017-12-01", "2020-01-03")
    random = numpy.random.default_rng(6040)
    for name, level, mean, deviation in (("SHR", 200, 0.00042, 0.0095), ("BND", 100, 0.00012, 0.0028)):
        close = (level * numpy.exp(numpy.cumsum(random.normal(mean, deviation, len(days))))).round(2)
        frame = pandas.DataFrame({"Open": close, "High": close, "Low": close, "Close": close, "Adj Close": close,
                                  "Volume": 1000000}, index=days.rename("Date"))
        frame.to_csv(folder / f"{name}.csv")


def run(folder, weights, rebalance, **more):
    symbols = ["EQ:" + name for name in weights]
    source = CSVDailyBarDataSource(str(folder), Equity, csv_symbols=list(weights))
    universe = StaticUniverse(symbols)
    session = BacktestTradingSession(
        start, end, universe, FixedSignalsAlphaModel({"EQ:" + name: weight for name, weight in weights.items()}),
        rebalance=rebalance, long_only=True, cash_buffer_percentage=0.01,
        data_handler=BacktestDataHandler(universe, data_sources=[source]), **more)
    session.run()
    return session


with tempfile.TemporaryDirectory() as place:
    folder = pathlib.Path(place)
    write_prices(folder)
    mix = run(folder, {"SHR": 0.6, "BND": 0.4}, "end_of_month", fee_model=PercentFeeModel(commission_pct=0.001))
    shares = run(folder, {"SHR": 1.0}, "buy_and_hold")

target.mkdir(exist_ok=True)
JSONStatistics(
    mix.get_equity_curve(), mix.get_target_allocations(), strategy_id="60-40", strategy_name="Shares and bonds 60/40",
    benchmark_curve=shares.get_equity_curve(), benchmark_id="SHR", benchmark_name="Shares",
    output_filename=str(target / "statistics.json")).to_file()
