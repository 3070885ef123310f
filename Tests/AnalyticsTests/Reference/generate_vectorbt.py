"""Records what vectorbt 0.28.0 says of series.csv, for the profile of its name.

python3 -m venv vbt && vbt/bin/pip install vectorbt==0.28.0 && vbt/bin/python generate_vectorbt.py
"""
import json
import os

import pandas as pd
import vectorbt as vbt

FOLDER = os.path.dirname(os.path.abspath(__file__))


def main():
    data = pd.read_csv(os.path.join(FOLDER, "series.csv"), index_col="date", parse_dates=True)
    strategy, benchmark = data["strategy"], data["benchmark"]
    rows = []
    for rate in (0.0, 0.02):
        # vectorbt takes the rate of a period, and has years of 365 days unless told otherwise.
        period = (1 + rate) ** (1 / 365) - 1
        one = strategy.vbt.returns(freq="1D", year_freq="365 days")
        values = dict(
            total_return=one.total(), cagr=one.annualized(), annual_volatility=one.annualized_volatility(),
            max_drawdown=one.max_drawdown(), calmar=one.calmar_ratio(), sharpe=one.sharpe_ratio(risk_free=period),
            sortino=one.sortino_ratio(required_return=period),
            downside_deviation=one.downside_risk(required_return=period),
            omega=one.omega_ratio(risk_free=period), tail_ratio=one.tail_ratio(),
            common_sense_ratio=one.common_sense_ratio(), var_historical_95=one.value_at_risk(),
            cvar_historical_95=one.cond_value_at_risk(), skewness=strategy.skew(), kurtosis=strategy.kurt(),
            beta=one.beta(benchmark), alpha=one.alpha(benchmark, risk_free=period),
            information_ratio=one.information_ratio(benchmark), up_capture=one.up_capture(benchmark),
            down_capture=one.down_capture(benchmark))
        rows += [["vectorbt", "vectorbt", rate, key, float(value)] for key, value in values.items()]
    with open(os.path.join(FOLDER, "reference-vectorbt.json"), "w") as file:
        json.dump({"metrics": rows}, file, indent=0)
        file.write("\n")


main()
