"""Numbers that papers, books and packages print."""
import json
import subprocess

import numpy as np

from shapes import month_ends, table, weekdays

# Twenty-four monthly returns with the moments of the example in Bailey and López de Prado (2012): Sharpe 0.458 a month,
# skewness −2.448, kurtosis 10.164; and with skewness 0, kurtosis 3.
SKEWED = [-0.033706089, 0.006479998, 0.011262309, 0.00798466, 0.003827699, 0.009575503, 0.015127937, 0.013073,
          0.002685186, -0.001329578, 0.003235167, 0.007584579, -0.010116581, 0.005920326, -0.001184353, 0.002488786,
          0.003769884, 0.005284436, 0.009881231, 0.013627738, 0.006502937, 0.01548218, 0.002949332, 0.009513715]
NORMAL = [0.006694461, 0.003779436, 0.012937897, 0.00645466, -0.000594432, 0.0094724, 0.022538973, 0.017066642,
          -0.002364704, -0.008135471, -0.001520345, 0.005727733, -0.018772452, 0.00282271, -0.007937798, -0.002662826,
          -0.000685537, 0.001758623, 0.010078225, 0.018443636, 0.003819069, 0.023608997, -0.001960946, 0.009351051]
# Portfolio and benchmark of Bacon, Practical Portfolio Performance Measurement and Attribution.
BACON = [0.003, 0.026, 0.011, -0.01, 0.015, 0.025, 0.016, 0.067, -0.014, 0.04, -0.005, 0.081,
         0.04, -0.037, -0.061, 0.017, -0.049, -0.022, 0.07, 0.058, -0.065, 0.024, -0.005, -0.009]
BACON_BENCHMARK = [0.002, 0.025, 0.018, -0.011, 0.014, 0.018, 0.014, 0.065, -0.015, 0.042, -0.006, 0.083,
                   0.039, -0.038, -0.062, 0.015, -0.048, 0.021, 0.06, 0.056, -0.067, 0.019, -0.003, 0.0]


class Examples:
    """Small runs given by their files."""

    def __init__(self, tool, root, ledger):
        self.tool, self.root, self.ledger = tool, root, ledger

    def metrics(self, name, files, *options):
        run, out = self.root / "published" / name, self.root / "published-out" / name
        run.mkdir(parents=True)
        for file, text in files.items():
            (run / file).write_text(text)
        subprocess.run([self.tool, "report", str(run), "--format", "json", "-o", str(out), *options], capture_output=True)
        found = list(out.glob("*.json"))
        entries = json.loads(found[0].read_text())["metrics"] if found else {}
        return lambda key: entries.get(key, {}).get("value")

    def check(self, what, ours, printed, half_unit):
        self.ledger.note("published", ours is not None and abs(ours - printed) <= half_unit,
                         f"published {what}: ours {ours} | printed {printed}")


def returns_file(stamps, header, *columns):
    return table(f"date,{header}", [(f"{s:%Y-%m-%d}", *(repr(float(x)) for x in row)) for s, *row in zip(stamps, *columns)])


def check_all(tool, root, ledger):
    examples, months = Examples(tool, root, ledger), month_ends("2010-01-31", 24)
    probabilistic(examples, months)
    bacon(examples, months)
    deflated(examples)


def probabilistic(examples, months):
    for name, returns, printed in (("skewed", SKEWED, .913), ("normal", NORMAL, .982)):
        value = examples.metrics("psr-" + name, {"returns.csv": returns_file(months, "returns", returns)}, "--rf", "0")
        examples.check(f"PSR (Bailey and López de Prado 2012), {name}", value("probabilistic_sharpe"), printed, 6e-4)
        examples.check(f"its Sharpe ratio a year, {name}", value("sharpe"), 1.585, 2e-3)


def bacon(examples, months):
    """Bacon's book, and what PerformanceAnalytics prints for the same series."""
    files = {"returns.csv": returns_file(months, "returns,benchmark", BACON, BACON_BENCHMARK)}
    value = examples.metrics("bacon", files, "--rf", "0")
    whole, ulcer = value("total_return"), value("ulcer_index")
    for what, ours, printed, room in (
            ("Bacon ulcer index", ulcer, .0612, 6e-5), ("Bacon pain index", value("pain_index"), .04, 6e-4),
            ("Bacon Martin ratio", ((1 + whole) ** .5 - 1) / ulcer, 1.70, 6e-3),
            ("Bacon excess kurtosis, sample", value("kurtosis"), -.41, 6e-3),
            ("Bacon gain over loss", 1 + value("gain_to_pain"), 1.78, 6e-3),
            ("PerformanceAnalytics tracking error", value("tracking_error"), 0.0336397151412227, 1e-11),
            ("PerformanceAnalytics beta", value("beta"), 0.998850208622575, 1e-10),
            ("PerformanceAnalytics maximum drawdown", value("max_drawdown"), -0.144672955739218, 1e-11),
            ("PerformanceAnalytics average drawdown", value("average_drawdown"), -0.0434182389348045, 1e-11),
            ("PerformanceAnalytics pain index", value("pain_index"), 0.0399896906873046, 1e-11)):
        examples.check(what, ours, printed, room)
    files = {"returns.csv": returns_file(months, "returns", BACON)}
    value = examples.metrics("bacon-target", files, "--rf", repr(1.005 ** 12 - 1))
    for what, ours, printed, room in (
            ("Bacon downside deviation, target 0.5 %", value("downside_deviation") / 12 ** .5, .0255, 6e-5),
            ("Bacon upside risk, target 0.5 %", value("upside_deviation") / 12 ** .5, .02937, 6e-6),
            ("Bacon Omega-Sharpe, target 0.5 %", value("omega") - 1, .29, 6e-3),
            ("PerformanceAnalytics Sortino ratio, target 0.5 %", value("sortino") / 12 ** .5, 0.156637075660087, 1e-10)):
        examples.check(what, ours, printed, room)


def deflated(examples):
    """Bailey and López de Prado (2014): Sharpe 2.5 a year, 1250 days, skewness −3, kurtosis 10, 100 trials with variance ½."""
    values = np.ones(1250)
    values[::12] = -1                                  # 105 of them: skewness −3, kurtosis 10
    values = .004 * ((values - values.mean()) / values.std(ddof=1) + 2.5 / 250 ** .5)
    text = returns_file(weekdays("2010-01-04", 1250), "returns", values)
    spread = np.linspace(-1, 1, 100)
    ratios = list(.3 + spread * (.5 / spread.var(ddof=1)) ** .5)
    for name, description in (("variance", dict(trials=100, trial_sharpe_variance=.5)), ("ratios", dict(trial_sharpes=ratios))):
        value = examples.metrics("deflated-" + name, {"returns.csv": text, "run.json": json.dumps(description)},
                                 "--rf", "0", "--periods-per-year", "250")
        examples.check(f"deflated Sharpe (Bailey and López de Prado 2014), {name} of the trials", value("deflated_sharpe"), .9004, 2e-3)
