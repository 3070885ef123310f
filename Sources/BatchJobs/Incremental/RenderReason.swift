import SystemFiles

/// Why a run is rendered, although a batch may have rendered it before.
public enum RenderReason: Equatable, Sendable {
    /// No batch into this folder has.
    case new
    /// `--force`.
    case forced
    /// It failed.
    case failedBefore
    /// Another version of Tearsheet or of a library that draws did.
    case version
    /// The options were others: their names, as far as known.
    case options([String])
    /// A file came or went beside it.
    case names
    /// These files have other contents, or are new to it.
    case inputs([String])
    /// Files of its reports are missing or have another size.
    case outputs([String])
    /// The summary is to show metrics that are not known of it.
    case metrics([String])

    /// In words, as a phrase: `other inputs: trades.csv`.
    public var words: String {
        switch self {
        case .new: "new"
        case .forced: "forced"
        case .failedBefore: "failed the last time"
        case .version: "another version"
        case .options(let names): Self.list("other options", names)
        case .names: "files came or went beside it"
        case .inputs(let paths): Self.list("other inputs", paths.map(FileSystem.name))
        case .outputs(let paths): Self.list("reports missing or changed", paths.map(FileSystem.name))
        case .metrics(let keys): Self.list("metrics not known", keys)
        }
    }

    private static func list(_ words: String, _ names: [String]) -> String {
        let more = names.count > 3 ? " and \(names.count - 3) more" : ""
        return names.isEmpty ? words : words + ": " + names.prefix(3).joined(separator: ", ") + more
    }
}
