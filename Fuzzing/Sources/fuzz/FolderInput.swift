/// Several files in one input: the byte 1, the number of the file's name, and its bytes up to the next byte 1.
enum FolderInput {
    /// Names by number; `Fuzzing/seed` knows the same ones.
    static let names = [
        "run.json", "equity.csv", "returns.csv", "benchmark.csv", "trades.csv", "positions.csv", "risk_free.csv",
        "x.equity.csv", "x.trades.csv", "x.stats.csv", "x.stats.json", "goog-ma.value.csv", "goog-ma.trades.csv",
        "goog-ma.stats.csv", "freqtrade.json",
        "z.perf.csv", "z.orders.json", "p_rets.csv", "p_pos.csv", "p_txn.csv", "b.prices.csv", "b.stats.csv",
        "b.values.csv", "b.weights.csv", "b.transactions.csv", "q.csv", "z.perf.json",
    ]

    static func files(_ bytes: [UInt8]) -> [(name: String, content: [UInt8])] {
        bytes.split(separator: 1, omittingEmptySubsequences: true).compactMap { part in
            guard let number = part.first else { return nil }
            return (names[Int(number &- 0x30) % names.count], Array(part.dropFirst()))
        }
    }
}
