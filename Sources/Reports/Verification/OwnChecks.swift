import Containers

/// What the numbers of a report must come to among each other: computed again from its series and tables, without the run.
struct OwnChecks {
    let document: JSONValue
    /// How many checks could be made.
    private(set) var count = 0
    private(set) var differences: [NumberDifference] = []

    /// Twelve digits are written, and products of hundreds of returns add up what was rounded.
    private static let tolerance = 1e-8

    init(_ document: JSONValue) {
        self.document = document
        let total = metric("total_return")
        for (name, table) in [("months", "monthly_returns"), ("years", "annual_returns")] {
            let returns = column(table, "strategy")
            check("metrics.total_return, from the \(name)", total, returns.isEmpty ? nil : product(returns))
        }
        check("metrics.max_drawdown, from the drawdowns", metric("max_drawdown"), column("drawdowns", "depth").min())
        let growth = series("growth")
        check("metrics.total_return, from the growth", total, growth.last.map { $0 / (growth.first ?? 1) - 1 })
        check("metrics.max_drawdown, from the growth", metric("max_drawdown"), deepest(growth))
        let daily = series("daily_returns")
        check("metrics.total_return, from the daily returns", total, daily.isEmpty ? nil : product(daily))
        checkTrades()
    }

    private mutating func checkTrades() {
        let profits = column("trades", "pnl")
        guard let open = document["tables"]?["trades"]?["open"]?.listValue, open.count == profits.count else { return }
        let closed = zip(profits, open).filter { $1 == .bool(false) }.map(\.0)
        check("metrics.trades.count, from the trades", metric("trades.count"), Double(closed.count))
        let winners = Double(closed.count { $0 > 0 })
        check(
            "metrics.trades.win_rate, from the trades", metric("trades.win_rate"),
            closed.isEmpty ? nil : winners / Double(closed.count))
    }

    private mutating func check(_ place: String, _ report: Double?, _ computed: Double?) {
        guard let report, let computed else { return }
        count += 1
        guard !((report - computed).magnitude <= Self.tolerance * max(1, report.magnitude)) else { return }
        differences.append(NumberDifference(place: place, report: "\(report)", computed: "\(computed)"))
    }

    private func metric(_ key: String) -> Double? { document["metrics"]?[key]?["value"]?.numberValue }

    private func column(_ table: String, _ key: String) -> [Double] {
        document["tables"]?[table]?[key]?.listValue.compactMap(\.numberValue) ?? []
    }

    private func series(_ name: String) -> [Double] {
        document["series"]?[name]?["value"]?.listValue.compactMap(\.numberValue) ?? []
    }

    private func product(_ returns: [Double]) -> Double { returns.reduce(1) { $0 * (1 + $1) } - 1 }

    private func deepest(_ growth: [Double]) -> Double? {
        var (highest, deepest) = (-Double.infinity, 0.0)
        for value in growth {
            highest = max(highest, value)
            deepest = min(deepest, value / highest - 1)
        }
        return growth.isEmpty ? nil : deepest
    }
}
