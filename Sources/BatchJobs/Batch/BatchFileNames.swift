/// What the files of a batch beside its reports are called; those of a shard have its place in their names, so that all
/// shards can write into one folder.
struct BatchFileNames: Equatable {
    /// `-2-of-8`; empty for a whole batch.
    private let ending: String

    init(_ shard: BatchShard?) { ending = shard.map { "-\($0.index)-of-\($0.count)" } ?? "" }

    /// Stands before the endings of the summary; no run of the batch may have it for its own files.
    var summary: String { "summary" + ending }
    /// The verdicts of gates.
    var verdicts: String { summary + ".junit.xml" }
    /// The digests of all reports.
    var checksums: String { "SHA256SUMS" + ending }
    /// What the next batch knows.
    var state: String { Self.hidden + ending }
    /// What a batch that is running has done.
    var journal: String { state + ".running" }
    /// Held by the batch that is running.
    var lock: String { state + ".lock" }
    /// What batch `number` made of what.
    func audit(_ number: Int) -> String { "batch-\(number)\(ending).jsonl" }

    private static let hidden = ".tearsheet-batch"

    /// Of the shards whose states are among the names of a folder.
    static func shards(among names: [String]) -> [BatchFileNames] {
        names.compactMap { name in
            guard name.hasPrefix(hidden + "-") else { return nil }
            let parts = name.dropFirst(hidden.count + 1).split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[1] == "of", let shard = BatchShard("\(parts[0])/\(parts[2])") else {
                return nil
            }
            return BatchFileNames(shard)
        }
    }
}
