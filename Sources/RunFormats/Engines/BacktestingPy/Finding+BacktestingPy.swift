import RunModel

/// What is there of a result of backtesting.py, and what is not.
extension Finding {
    static func noTradesFile(_ name: String) -> Finding {
        Finding(.noTradesFile, name, "not found beside the equity file, so there are no trades")
    }

    static func statisticsOnly(_ name: String) -> Finding {
        Finding(
            .statisticsOnly, name, "these are the statistics of backtesting.py; the equity is not in them",
            "save it with stats['_equity_curve'].to_csv('run.equity.csv') and name that file")
    }
}
