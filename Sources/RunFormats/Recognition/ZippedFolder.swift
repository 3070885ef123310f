import Containers

/// A zip archive as a folder: its files at the top, or within the one folder that holds all of them.
///
/// Names are compared and shown; nothing is unpacked, and no path is made of them.
struct ZippedFolder {
    /// Names of the files, sorted; where two are alike, the last one counts.
    let names: [String]
    private let archive: ZipArchive
    private let prefix: String

    init(_ archive: ZipArchive) {
        self.archive = archive
        // What macOS adds is no part of what was packed.
        let all = archive.entries.map(\.name).filter { !$0.hasPrefix("__MACOSX/") && !$0.hasSuffix(".DS_Store") }
        let folders = Set(all.map { name in name.firstIndex(of: "/").map { String(name[...$0]) } ?? "" })
        let prefix = folders.count == 1 ? folders.first ?? "" : ""
        self.prefix = prefix
        names = Set(all.map { String($0.dropFirst(prefix.count)) }).filter { !$0.contains("/") && !$0.isEmpty }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The only file, where there is one.
    var single: String? { names.count == 1 ? names.first : nil }

    /// The bytes of a file; nil where there is none of that name.
    func content(of name: String, limit: Int) throws(ContainerProblem) -> [UInt8]? {
        guard let entry = archive.entry(named: prefix + name) else { return nil }
        return try archive.content(of: entry, limit: limit)
    }
}
