import Analytics
import Formatting

/// `summary.json`: who, when, the headline numbers, and where the rest is.
enum SummaryResource {
    private static let metrics = MetricMembers(members: [
        ("total_return", .totalReturn), ("cagr", .cagr), ("volatility", .annualVolatility), ("sharpe_ratio", .sharpe),
        ("sortino_ratio", .sortino), ("max_drawdown", .maxDrawdown), ("calmar_ratio", .calmar),
        ("total_trades", .tradeCount), ("win_rate", .tradeWinRate), ("profit_factor", .profitFactor),
    ])

    static func write(_ analysis: Analysis, to json: inout JSONWriter) {
        let run = analysis.run
        json.member("tearsheet", ToolVersion.current)
        json.member("profile", analysis.conventions.profile)
        json.member("strategy", run.identity.strategy.value)
        json.member("version", run.identity.version.value)
        json.member("engine", run.identity.engine)
        json.member("start", run.equity.timestamps.first?.description)
        json.member("end", run.returns.timestamps.last?.description)
        json.key("observations")
        json.integer(run.returns.count)
        json.member("currency", run.currency.value)
        json.member("benchmark", run.benchmark?.name)
        json.member("inputs_digest", run.provenance.digest)
        metrics.write(analysis, to: &json)
    }
}
