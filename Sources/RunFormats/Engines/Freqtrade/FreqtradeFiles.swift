/// What freqtrade lays beside the JSON of a result, in its archive or its folder, under names that begin as the JSON's.
struct FreqtradeFiles {
    /// `<result>_<strategy>_wallet.feather`: what the account was worth, candle by candle. Since mid-2026.
    let wallet: String?
    /// `<result>_market_change.feather`: the mean price of the pairs.
    let market: String?

    init(beside result: String, strategy: String, in folder: FolderGlance) {
        let stem = RunSource.stem(of: result) + "_"
        func file(_ ending: String) -> String? {
            folder.sorted.withEnding(stem + ending).first { Self.canBeRead($0) }
        }
        wallet = file(strategy + "_wallet")
        market = file("market_change")
    }

    private static func canBeRead(_ name: String) -> Bool {
        [".feather", ".parquet", ".csv"].contains { FileStem.before($0, name) != nil }
    }

    var names: [String] { [wallet, market].compactMap(\.self) }
}
