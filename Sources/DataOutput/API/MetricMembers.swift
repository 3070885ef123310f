import Analytics

/// Metrics under the names that a resource gives them.
struct MetricMembers {
    /// Name in the resource, and the metric; nil for what no run here has.
    let members: [(name: String, key: MetricKey?)]

    /// `key-metrics.json`.
    static let keyMetrics = MetricMembers(members: [
        ("cagr", .cagr), ("sharpe_ratio", .sharpe), ("sortino_ratio", .sortino),
        ("information_ratio", .informationRatio), ("max_drawdown", .maxDrawdown), ("turnover_ratio", .turnover),
        ("trades_per_day", .tradesPerDay), ("win_rate", .tradeWinRate), ("capacity", nil),
        ("runtime_days", .runtimeDays), ("runtime_years", .runtimeYears),
    ])

    /// `attribution.json`; the active risk is the tracking error.
    static let attribution = MetricMembers(members: [
        ("alpha", .alpha), ("beta", .beta), ("tracking_error", .trackingError),
        ("information_ratio", .informationRatio), ("treynor_ratio", .treynor), ("up_capture", .upCapture),
        ("down_capture", .downCapture), ("r_squared", .rSquared), ("active_return", .activeReturn),
        ("active_risk", .trackingError),
    ])

    /// Why there is no capacity: it needs the market's volumes, which runs do not hold.
    private static let noVolumes = Unavailable(code: "no_volumes", reason: "runs hold no volumes of the market")

    /// The members, and why some are null.
    func write(_ analysis: Analysis, to json: inout JSONWriter) {
        var causes: [(name: String, cause: Unavailable)] = []
        for (name, key) in members {
            let value = key.flatMap { analysis.metrics[$0]?.value } ?? .absent(Self.noVolumes)
            json.member(name, value.number)
            if let cause = value.unavailable { causes.append((name, cause)) }
        }
        json.unavailable(causes)
    }
}
