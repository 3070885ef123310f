import Containers

/// A folder or file as the readers look at it to recognise it: names, and the beginning of each file, opened and
/// expanded once, however many readers ask.
///
/// Heads are kept until they take 16 MiB, so that a folder of any size takes a bounded amount of memory.
final class FolderGlance {
    /// How many bytes of heads are kept, each with what it takes beside them.
    private static let mostBytes = 16 << 20
    /// Bytes of a mark, and how many are kept.
    private static let (markSize, mostMarks) = (1024, 4096)
    /// How many workbooks are kept.
    private static let mostWorkbooks = 16
    /// Bytes of a head.
    static let headSize = 1 << 16

    let source: RunSource
    private var heads: [String: FileHead] = [:]
    private var keptBytes = 0
    private var workbooks: [String: [UInt8]] = [:]
    private var marks: [String: [UInt8]] = [:]
    /// How many files were opened, for tests.
    private(set) var openings = 0
    /// What readers found, by what it is.
    private var found: [ObjectIdentifier: Any] = [:]
    /// Plain files of the folder, or beside the named file and with it; in the order of their bytes.
    private(set) lazy var names: [String] = source.neighbours()
    /// The same, to look up names that begin alike.
    private(set) lazy var sorted = SortedNames(names)
    /// The files that can be tables or documents, as far as their names tell.
    private(set) lazy var tables: [String] = names.filter(Self.canBeTable)

    init(_ source: RunSource) { self.source = source }

    /// The names that can show a run: the file that the user named, or all of the folder.
    var candidates: [String] { source.file.map { [$0] } ?? source.names }

    /// What a reader finds here, looked for once: a folder of many results is asked for each of them.
    func once<Found>(_ look: () -> Found) -> Found {
        if let known = found[ObjectIdentifier(Found.self)] as? Found { return known }
        let new = look()
        found[ObjectIdentifier(Found.self)] = new
        return new
    }

    /// The beginning of a file; empty where it cannot be read.
    func head(of name: String) -> FileHead {
        if let head = heads[name] { return head }
        openings += 1
        let head = FileHead(source.beginning(of: name, count: Self.headSize))
        if keptBytes < Self.mostBytes {
            heads[name] = head
            keptBytes += head.bytes.count + 256
        } else if marks.count < Self.mostMarks {
            marks[name] = Array(head.bytes.prefix(Self.markSize))
        }
        return head
    }

    /// The first bytes of a file, which are kept of many more files than heads are.
    func mark(of name: String) -> ArraySlice<UInt8> { (marks[name] ?? head(of: name).bytes).prefix(Self.markSize) }

    /// The beginning of a file that may be no table: a whole workbook, and a head otherwise.
    func document(of name: String) -> [UInt8] {
        if let bytes = workbooks[name] { return bytes }
        guard isZip(name) else { return head(of: name).bytes }
        openings += 1
        let bytes = source.stored(name, source.maximumSize) ?? []
        if workbooks.count < Self.mostWorkbooks { workbooks[name] = bytes }
        return bytes
    }

    /// Whether a file is an archive or a workbook.
    func isZip(_ name: String) -> Bool { source.stored(name, 4).map(ZipArchive.isZip) == true }

    /// The first names of columns of a table; empty where there is none.
    func header(of name: String) -> [String] { head(of: name).header }

    /// The first rows of a table as text, however long they are; empty where there is none.
    func rows(of name: String, _ count: Int) -> [[String]] {
        let head = head(of: name)
        let rows = head.rows(count)
        guard rows.count < count, head.bytes.count >= Self.headSize, !head.isObject else { return rows }
        return FileHead(content(of: name)).rows(count)
    }

    /// A whole file, expanded; for formats that name their runs throughout it.
    func content(of name: String) -> [UInt8] {
        let head = head(of: name).bytes
        if head.count < Self.headSize { return head }
        openings += 1
        return source.beginning(of: name, count: source.maximumSize)
    }
}

/// The beginning of a file.
final class FileHead {
    /// The bytes, expanded where the file is gzip.
    let bytes: [UInt8]
    /// The cells of the first row of a table; empty where it is none.
    private(set) lazy var header: [String] = rows(1).first ?? []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether it begins as a JSON object does.
    var isObject: Bool { bytes.first { $0 > 0x20 } == UInt8(ascii: "{") }

    /// The first rows of a table as text.
    func rows(_ count: Int) -> [[String]] {
        guard let table = try? CSVScanner.scan(bytes, maximumRows: count) else { return [] }
        return (0..<table.rowCount).map(table.texts)
    }

    /// Whether a text occurs in the first bytes.
    func contains(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard let first = wanted.first else { return true }
        var rest = bytes[...]
        while rest.count >= wanted.count, let place = rest.firstIndex(of: first) {
            rest = rest[place...]
            if rest.starts(with: wanted) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
