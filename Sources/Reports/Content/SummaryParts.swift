import Analytics
import Comparison

/// What a summary of a run shows, whatever it is written as.
extension Analysis {
    /// The tiles of the template `summary`.
    var summaryTileKeys: [String] {
        let hasTrades = (try? trades)?.closed.isEmpty == false
        return ["total_return", "cagr", "annual_volatility", "sharpe", "max_drawdown", "calmar"]
            + (hasTrades ? ["trades.win_rate", "trades.profit_factor"] : ["daily_win_rate", "monthly_win_rate"])
    }

    /// What page one warns of; that the number of trials is unknown stands among the checks.
    var summaryCautions: [Caution] { cautions.filter { $0.code != "trials_unknown" } }
}

extension Comparison {
    /// The warnings of the comparison itself, most important first, each as a sentence.
    var cautions: [(code: String, text: String)] {
        findings.filter { $0.severity == .warning }.map { finding in
            (finding.code, finding.fact.prefix(1).uppercased() + finding.fact.dropFirst() + ".")
        }
    }
}
