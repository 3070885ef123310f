import Formatting
import Glibc
import RunModel
import Series

/// What a reader should mind before believing the numbers, most important first.
struct Cautions {
    private let context: MetricContext
    private let metrics: MetricSet

    /// Judges a context by its metrics.
    init(_ context: MetricContext) {
        self.context = context
        metrics = MetricSet(context)
    }

    /// Every caution that applies.
    func all() -> [Caution] {
        [
            unfinished, dataQuality, shortHistory, uncertainSharpe, smoothed, fewTrades, uncertainAlpha, dominantDay,
            partBenchmark,
            deflation,
        ].compactMap { $0 }
    }

    /// An engine that says that it did not complete the run: every number is of a part.
    private var unfinished: Caution? {
        let finding = context.run.findings.first { Self.unfinishedCodes.contains($0.code) }
        return finding.map { Caution(code: $0.code, text: "This run is not complete: \($0.fact).") }
    }

    private static let unfinishedCodes: Set<String> = ["run_failed", "run_unfinished"]

    /// Warnings of validation: the numbers may mislead.
    private var dataQuality: Caution? {
        let warnings = context.run.findings.filter {
            $0.severity == .warning && !Self.unfinishedCodes.contains($0.code)
        }
        guard let first = warnings.first else { return nil }
        let count = warnings.count == 1 ? "one warning" : "\(warnings.count) warnings, first"
        return Caution(code: "data_quality", text: "The data check found \(count): \(first.message).")
    }

    /// Under a year, nothing can be said of years; under three, little.
    private var shortHistory: Caution? {
        let days = context.history.elapsedDays
        guard days < 3 * 365.25 else { return nil }
        guard days >= 365.25 else {
            return Caution(
                code: "short_history",
                text: "The run covers \(number(days, 0)) days, less than a year: every number per year is a projection."
            )
        }
        return Caution(
            code: "short_history",
            text: "The run covers \(number(days / 365.25, 1)) years: few market conditions are in it.")
    }

    private var uncertainSharpe: Caution? {
        guard let low = metrics.number(.sharpeCILow), let high = metrics.number(.sharpeCIHigh), low < 0, high > 0,
            let sharpe = metrics.number(.sharpe)
        else { return nil }
        let needed = metrics.number(.minimumTrackRecordLength).map {
            "; \(number($0, 0)) observations would be needed, there are \(number(Double(context.view.count), 0))"
        }
        return Caution(
            code: "uncertain_sharpe",
            text:
                "The Sharpe ratio of \(number(sharpe, 2)) is not distinguishable from zero: its 95 % interval runs from "
                + "\(number(low, 2)) to \(number(high, 2))\(needed ?? "").")
    }

    /// Prices that are appraised or averaged follow each other: deviations are too low and ratios too high (Getmansky, Lo,
    /// Makarov 2004). A fifth is told where it is also far outside of what independent returns show.
    private var smoothed: Caution? {
        let (daily, moments) = (context.daily, context.moments)
        guard daily.count >= 24, !moments.isConstant else { return nil }
        var products = StableSum()
        for index in 1..<daily.count {
            products.add((daily.returns[index] - moments.mean) * (daily.returns[index - 1] - moments.mean))
        }
        let correlation = products.value / moments.squares
        guard correlation > 0.2, correlation * Double(daily.count).squareRoot() > 2.576 else { return nil }
        return Caution(
            code: "smoothed_returns",
            text: "Neighbouring returns resemble each other (autocorrelation \(number(correlation, 2))): if prices are "
                + "appraised or averaged, volatility is understated and every ratio over it overstated.")
    }

    /// Thirty is where the normal approximation of a mean starts to hold.
    private var fewTrades: Caution? {
        guard let trades = try? context(TradeStatistics.self), trades.closed.count < 30 else { return nil }
        let count = trades.closed.count
        let noun = count == 1 ? "trade was" : "trades were"
        return Caution(
            code: "few_trades",
            text: "\(count == 0 ? "No" : "Only \(count)") \(noun) closed: statistics of trades rest on fewer than 30.")
    }

    private var uncertainAlpha: Caution? {
        guard let alpha = metrics.number(.alpha), let probability = metrics.number(.alphaPValue), probability > 0.05
        else { return nil }
        return Caution(
            code: "insignificant_alpha",
            text: "Alpha of \(DisplayNumber.percent(alpha, places: 1)) a year is not significant "
                + "(p = \(number(probability, 2))).")
    }

    /// A fifth of a long run's log growth in one day is luck until shown otherwise. Of a total near zero any day is a
    /// multiple, which says nothing.
    private var dominantDay: Caution? {
        let daily = context.daily
        guard daily.count >= 60, let growth = context.wealth.last, growth >= 1.1,
            let best = daily.returns.indices.max(by: { daily.returns[$0] < daily.returns[$1] })
        else { return nil }
        let share = log1p(daily.returns[best]) / log(growth)
        guard share > 0.2 else { return nil }
        let value = DisplayNumber.percent(daily.returns[best], places: 1, signed: true)
        let part =
            share < 1
            ? "\(DisplayNumber.percent(share, places: 0)) of the total growth" : "more than the total growth"
        return Caution(
            code: "dominant_day", text: "One observation, \(daily.dates[best].display) (\(value)), made \(part).")
    }

    private var partBenchmark: Caution? {
        guard let benchmark = context.run.benchmark, !context.run.benchmarkIsWhole else { return nil }
        return Caution(
            code: "part_benchmark",
            text:
                "The benchmark covers \(benchmark.firstDate.display) – \(benchmark.lastDate.display) only: its numbers and "
                + "every comparison are of that time, not of the whole run.")
    }

    private var deflation: Caution? {
        guard metrics.number(.sharpe) != nil else { return nil }
        guard let trials = context.run.countedTrials else {
            return Caution(
                code: "trials_unknown",
                text: "The number of variants tried is not recorded, so the Sharpe ratio is not deflated for selection."
            )
        }
        guard let deflated = metrics.number(.deflatedSharpe), deflated < 0.95 else { return nil }
        return Caution(
            code: "deflated_sharpe",
            text:
                "After \(trials) trials the deflated Sharpe ratio is \(number(deflated, 2)), below 0.95: selection alone may "
                + "explain the result.")
    }

    private func number(_ value: Double, _ places: Int) -> String { DisplayNumber.number(value, places: places) }
}

/// The cautions of a run.
struct CautionSection: Statistic {
    let cautions: [Caution]

    init(_ context: MetricContext) { cautions = Cautions(context).all() }
}

extension Analysis {
    /// What a reader should mind, most important first.
    public var cautions: [Caution] { context(CautionSection.self).cautions }
}
