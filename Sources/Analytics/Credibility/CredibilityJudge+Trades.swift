import Formatting
import RunModel

/// What trades and the benchmark show.
extension CredibilityJudge {
    /// Thirty is where the normal approximation of a mean starts to hold.
    var trades: CredibilityCheck {
        guard let trades = try? context(TradeStatistics.self) else { return .notChecked(.trades, "no list of trades") }
        let closed = trades.closed.count
        guard closed < 30 else { return .init(.trades, .holds, Double(closed), "\(count(closed)) trades closed") }
        let noun = closed == 1 ? "trade was" : "trades were"
        return .init(
            .trades, .fails, Double(closed), "\(closed) trade\(closed == 1 ? "" : "s") closed",
            caution: (
                "few_trades",
                "\(closed == 0 ? "No" : "Only \(closed)") \(noun) closed: statistics of trades rest on fewer than 30."
            ))
    }

    /// Costs that are in the prices already, as slippage that the run states, are costs too.
    var costs: CredibilityCheck {
        guard let trades = try? context(TradeStatistics.self), !trades.closed.isEmpty else {
            return .notChecked(.costs, "no closed trade")
        }
        let paying = trades.closed.count { $0.fees > 0 }
        let share = Double(paying) / Double(trades.closed.count)
        guard paying == 0 else { return .init(.costs, .holds, share, "\(percent(share, 0)) of trades paid fees") }
        if let stated = context.run.costs.slippage {
            return .notChecked(.costs, "no fees, slippage stated as \(PrintableText.excerpt(stated, limit: 40))")
        }
        return .init(
            .costs, .fails, 0, "no trade paid a fee",
            caution: ("no_costs", "No trade paid a fee: the result is one before costs."))
    }

    var alpha: CredibilityCheck {
        guard context.run.benchmark != nil else { return .notChecked(.alpha, "no benchmark") }
        guard let alpha = metrics.number(.alpha), let probability = metrics.number(.alphaPValue) else {
            return .notChecked(.alpha, metrics[.alphaPValue]?.value.reason ?? "no alpha")
        }
        let p = DisplayNumber.probability(probability, places: 2)
        let words = "p\(p.hasPrefix("<") || p.hasPrefix(">") ? " " : " = ")\(p)"
        guard probability > CredibilityCheck.Key.alpha.threshold else {
            return .init(
                .alpha, alpha > 0 ? .holds : .fails, probability,
                alpha > 0 ? "alpha significant, \(words)" : "alpha below zero, \(words)")
        }
        return .init(
            .alpha, .fails, probability, "alpha not significant, \(words)",
            caution: (
                "insignificant_alpha",
                "Alpha of \(percent(alpha)) a year is not significant (p = \(number(probability, 2)))."
            ))
    }
}
