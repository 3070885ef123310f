/// The files of one result of bt, by the stem of their names: `run.prices.csv`, `run.stats.csv`, `run.values.csv`, …
struct BtResult {
    /// Words behind a stem.
    private static let parts = [
        "values", "value", "prices", "price", "positions", "position", "security_weights", "weights", "transactions",
        "stats",
        "to_csv", "results", "result",
    ]

    let stem: String
    /// The value of one strategy's account.
    private(set) var values: String?
    /// The index of each strategy.
    private(set) var prices: String?
    private(set) var positions: String?
    private(set) var weights: String?
    private(set) var transactions: String?
    private(set) var statistics: String?
    /// The columns of the prices.
    private(set) var labels = [String]()
    private var hasDisplayed = false

    /// The results in a folder, or the one that a named file belongs to, in the order of their stems.
    static func all(in folder: FolderGlance) -> [BtResult] { folder.once { look(in: folder) } }

    private static func look(in folder: FolderGlance) -> [BtResult] {
        if let named = folder.source.file {
            let stem = PartName(named, parts: parts).stem
            let beside = folder.tables(of: stem, parts: parts).filter { $0 != named }
            let result = BtResult(stem: stem, [named] + beside, in: folder)
            return result.isShown && (result.names.contains(named) || result.isDisplayed(named, folder)) ? [result] : []
        }
        return PartName.groups(folder.tables, parts: parts)
            .map { BtResult(stem: $0.stem, $0.names, in: folder) }.filter(\.isShown)
    }

    private init(stem: String, _ names: [String], in folder: FolderGlance) {
        self.stem = stem
        for name in names { take(name, in: folder) }
    }

    /// The result that the file of its account belongs to.
    init?(showing name: String, in folder: FolderGlance) {
        guard let found = Self.all(in: folder).first(where: { $0.account == name }) else { return nil }
        self = found
    }

    private mutating func take(_ name: String, in folder: FolderGlance) {
        let rows = folder.rows(of: name, 9)
        guard let header = rows.first, header.count > 1 else { return }
        let part = PartName(name, parts: Self.parts).part ?? ""
        if BtTables.isTransactions(header) {
            if transactions == nil { transactions = name }
        } else if BtTables.isStatistics(rows) {
            if statistics == nil { statistics = name }
        } else if BtTables.isDisplayed(rows) {
            hasDisplayed = true
        } else if BtTables.isValues(rows) {
            if values == nil { values = name }
        } else if BtTables.isPrices(rows) {
            if prices == nil { (prices, labels) = (name, Array(header.dropFirst())) }
        } else if BtTables.isTable(rows) {
            // Units and weights have the same form: only their names tell them apart.
            if part.hasPrefix("position"), positions == nil { positions = name }
            if part.hasSuffix("weights"), weights == nil { weights = name }
        }
    }

    /// Whether the files are bt's: an index from 100, or an account with bt's transactions or statistics.
    private var isShown: Bool { prices != nil || values != nil && (transactions != nil || statistics != nil) }

    private func isDisplayed(_ name: String, _ folder: FolderGlance) -> Bool {
        hasDisplayed && BtTables.isDisplayed(folder.rows(of: name, 9))
    }

    /// The file of the account: money where there is money, else the index.
    var account: String { values ?? prices ?? "" }
    /// What names each run: the strategies of an index, nothing for one account.
    var runs: [String] { values == nil ? labels : [] }
    /// The files that a run is read from.
    var names: [String] {
        (values == nil ? [prices] : [values, positions, weights, transactions]).compactMap { $0 }
            + [statistics].compactMap { $0 }
    }
}
