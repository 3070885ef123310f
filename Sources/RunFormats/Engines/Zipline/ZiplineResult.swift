import SystemFiles

/// The files of one result of zipline: the frame of its days, and tables beside it that share its stem.
struct ZiplineResult {
    let stem: String
    /// The frame.
    let frame: String
    /// Orders, in which alone commissions stand; nil where the frame has them.
    private(set) var orders: String?
    /// Positions and transactions as pyfolio takes them; nil where the frame has them.
    private(set) var positions: String?
    private(set) var transactions: String?

    /// Words behind a stem that say nothing of the run.
    private static let parts = PyfolioResult.parts + ["perf-scalars", "perf_scalars", "scalars", "perf_df"]

    /// The results in a folder, or the one that a named file belongs to, in the order of their names.
    static func all(in folder: FolderGlance) -> [ZiplineResult] { folder.once { look(in: folder) } }

    private static func look(in folder: FolderGlance) -> [ZiplineResult] {
        guard let named = folder.source.file else {
            if folder.names.contains("run.json") { return [] }
            let here = results(folder.tables, in: folder)
            return here.isEmpty ? results(folder.source.names(within: "results"), in: folder) : here
        }
        if isFrame(named, folder) { return [ZiplineResult(frame: named, in: folder)] }
        guard OrderFees.isOrders(folder.head(of: named)) else { return [] }
        let stem = PartName(named, parts: parts).stem
        return results(folder.tables(of: stem, parts: parts), in: folder)
    }

    /// One result for each stem: of two frames the one that has transactions in it.
    private static func results(_ names: [String], in folder: FolderGlance) -> [ZiplineResult] {
        let frames = names.filter { isFrame($0, folder) }.map { ZiplineResult(frame: $0, in: folder) }
        var (best, places) = ([ZiplineResult](), [String: Int]())
        for frame in frames {
            guard let place = places[frame.stem] else {
                places[frame.stem] = best.count
                best.append(frame)
                continue
            }
            let isFuller = { (result: ZiplineResult) in folder.header(of: result.frame).contains("transactions") }
            if isFuller(frame), !isFuller(best[place]) { best[place] = frame }
        }
        return best
    }

    private static func isFrame(_ name: String, _ folder: FolderGlance) -> Bool {
        !ZiplineColumns.marks(in: folder.header(of: name)).isEmpty
    }

    init(frame: String, in folder: FolderGlance) {
        // What RustyBT lays into a folder of its own is called as the folder around it.
        let stem = frame.contains("/") ? "" : PartName(frame, parts: Self.parts).stem
        (self.stem, self.frame) = (stem, frame)
        let isAlone = frame.contains("/")
        let beside = isAlone ? [] : folder.tables(of: stem, parts: Self.parts).filter { $0 != frame }
        let header = folder.header(of: frame)
        if !header.contains("orders") { orders = beside.first { OrderFees.isOrders(folder.head(of: $0)) } }
        if !header.contains("positions") {
            positions = beside.first { PyfolioTables.isPositions(folder.header(of: $0)) }
        }
        if !header.contains("transactions") {
            transactions = beside.first { PyfolioTables.isTransactions(folder.header(of: $0)) }
        }
    }

    /// The files that the run is read from.
    var names: [String] { [frame, orders, positions, transactions].compactMap { $0 } }
}

extension RunSource {
    /// Plain files in a folder of the folder, as names with it in front; none for a file or an archive.
    func names(within name: String) -> [String] {
        guard file == nil, !isArchive else { return [] }
        let inner = FileSystem.join(folder, name)
        let names = (try? FileSystem.listDirectory(inner)) ?? []
        return names.prefix(1000).filter { FileSystem.kind(of: FileSystem.join(inner, $0)) == .regular }
            .map { name + "/" + $0 }
    }
}
