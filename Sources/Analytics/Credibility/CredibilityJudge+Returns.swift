import Formatting
import Glibc
import RunModel
import Series

/// What the returns show.
extension CredibilityJudge {
    /// Under a year, nothing can be said of years; under three, little.
    var history: CredibilityCheck {
        let days = context.history.elapsedDays
        let years = days / 365.25
        let short = days < 365.25
        let words = short ? "\(number(days, 0)) days" : "\(number(years, 1)) years"
        guard days < CredibilityCheck.Key.history.threshold * 365.25 else {
            return .init(.history, .holds, years, "\(words) of history")
        }
        return .init(
            .history, .fails, years, "only \(words) of history",
            caution: (
                "short_history",
                short
                    ? "The run covers \(words), less than a year: every number per year is a projection."
                    : "The run covers \(words): few market conditions are in it."
            ))
    }

    var sharpe: CredibilityCheck {
        guard let low = metrics.number(.sharpeCILow), let high = metrics.number(.sharpeCIHigh),
            let sharpe = metrics.number(.sharpe)
        else { return .notChecked(.sharpe, metrics[.sharpeCILow]?.value.reason ?? "no interval") }
        guard low <= 0 else { return .init(.sharpe, .holds, low, "Sharpe ratio above zero") }
        guard high > 0 else { return .init(.sharpe, .fails, low, "Sharpe ratio below zero") }
        let needed = metrics.number(.minimumTrackRecordLength).map {
            "; \(number($0, 0)) observations would be needed, there are \(count(context.view.count))"
        }
        return .init(
            .sharpe, .fails, low, "Sharpe ratio not distinguishable from zero",
            caution: (
                "uncertain_sharpe",
                "The Sharpe ratio of \(number(sharpe, 2)) is not distinguishable from zero: its 95 % interval runs from "
                    + "\(number(low, 2)) to \(number(high, 2))\(needed ?? "")."
            ))
    }

    var outOfSample: CredibilityCheck {
        do throws(Unavailable) {
            let samples = try context(SampleSection.self)
            guard let row = samples[.sharpe], let before = row.inSample.number, let after = row.outOfSample.number
            else {
                return .notChecked(.outOfSample, "no Sharpe ratio on one side of \(samples.start.display)")
            }
            let words = "Sharpe ratio \(number(after, 2)) out of sample, \(number(before, 2)) in sample"
            guard before > 0 else { return .notChecked(.outOfSample, "the Sharpe ratio in sample is not above zero") }
            let holds = after / before >= CredibilityCheck.Key.outOfSample.threshold
            let caution =
                "Out of sample the Sharpe ratio is \(number(after, 2)), in sample it was \(number(before, 2)): "
                + "what was fitted has faded."
            return .init(
                .outOfSample, holds ? .holds : .fails, after / before, words,
                caution: holds ? nil : ("faded_out_of_sample", caution))
        } catch { return .notChecked(.outOfSample, error.reason) }
    }

    /// Prices that are appraised or averaged follow each other: deviations are too low and ratios too high (Getmansky, Lo,
    /// Makarov 2004). A fifth is told where it is also far outside of what independent returns show.
    var independence: CredibilityCheck {
        let (daily, moments) = (context.daily, context.moments)
        guard daily.count >= 24, !moments.isConstant else {
            return .notChecked(.independence, daily.count < 24 ? "fewer than 24 returns" : "returns do not vary")
        }
        var products = StableSum()
        for index in 1..<daily.count {
            products.add((daily.returns[index] - moments.mean) * (daily.returns[index - 1] - moments.mean))
        }
        let correlation = products.value / moments.squares
        let words = "autocorrelation \(number(correlation, 2))"
        let isHigh = correlation > CredibilityCheck.Key.independence.threshold
        guard isHigh, correlation * Double(daily.count).squareRoot() > 2.576 else {
            // A high one of few returns is within chance: no evidence either way.
            guard !isHigh else { return .notChecked(.independence, "\(words) of few returns may be chance") }
            return .init(.independence, .holds, correlation, "neighbouring returns independent, \(words)")
        }
        return .init(
            .independence, .fails, correlation, "neighbouring returns resemble each other, \(words)",
            caution: (
                "smoothed_returns",
                "Neighbouring returns resemble each other (\(words)): if prices are appraised or averaged, volatility is "
                    + "understated and every ratio over it overstated."
            ))
    }

    /// A fifth of a long run's log growth in one day is luck until shown otherwise. Of a total near zero any day is a
    /// multiple, which says nothing.
    var dominantDay: CredibilityCheck {
        let daily = context.daily
        guard daily.count >= 60, let growth = context.wealth.last, growth >= 1.1,
            let best = daily.returns.indices.max(by: { daily.returns[$0] < daily.returns[$1] })
        else {
            return .notChecked(
                .dominantDay, daily.count < 60 ? "fewer than 60 days" : "the run grew by less than a tenth")
        }
        let share = log1p(daily.returns[best]) / log(growth)
        guard share > CredibilityCheck.Key.dominantDay.threshold else {
            return .init(.dominantDay, .holds, share, "no day made more than \(percent(share)) of the growth")
        }
        let part = share < 1 ? "\(percent(share, 0)) of the total growth" : "more than the total growth"
        let value = DisplayNumber.percent(daily.returns[best], places: 1, signed: true)
        return .init(
            .dominantDay, .fails, share, "one day made \(part)",
            caution: ("dominant_day", "One observation, \(daily.dates[best].display) (\(value)), made \(part)."))
    }

    var deflation: CredibilityCheck {
        guard metrics.number(.sharpe) != nil else {
            return .notChecked(.deflation, metrics[.sharpe]?.value.reason ?? "no Sharpe ratio")
        }
        guard let trials = context.run.countedTrials else {
            return .notChecked(
                .deflation, "number of variants tried not recorded",
                caution: (
                    "trials_unknown",
                    "The number of variants tried is not recorded, so the Sharpe ratio is not deflated for selection."
                ))
        }
        guard let deflated = metrics.number(.deflatedSharpe) else {
            return .notChecked(.deflation, metrics[.deflatedSharpe]?.value.reason ?? "no deflated Sharpe ratio")
        }
        let words = "deflated Sharpe ratio \(number(deflated, 2)) after \(trials) trial\(trials == 1 ? "" : "s")"
        guard deflated < CredibilityCheck.Key.deflation.threshold else {
            return .init(.deflation, .holds, deflated, words)
        }
        return .init(
            .deflation, .fails, deflated, words,
            caution: (
                "deflated_sharpe",
                "After \(trials) trials the deflated Sharpe ratio is \(number(deflated, 2)), below 0.95: selection alone "
                    + "may explain the result."
            ))
    }
}
