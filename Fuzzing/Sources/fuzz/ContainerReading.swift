import Containers

/// Reads fuzzed containers whole, with little memory allowed, and looks at every value.
enum ContainerReading {
    private static let limit = 64 << 20

    static func parquet(_ bytes: [UInt8]) {
        look(at: try? ParquetReader.read(bytes, limit: limit))
        look(at: try? ParquetReader.read(bytes, limit: limit, maximumRows: 3))
    }

    static func arrow(_ bytes: [UInt8]) {
        look(at: try? ArrowReader.read(bytes, limit: limit))
        look(at: try? ArrowReader.read(bytes, limit: limit, maximumRows: 3))
    }

    /// An archive; as a workbook where it is one.
    static func archive(_ bytes: [UInt8]) {
        guard let archive = try? ZipArchive(bytes) else { return }
        for entry in archive.entries.prefix(8) { _ = try? archive.content(of: entry, limit: limit) }
        guard Workbook.isWorkbook(archive), let workbook = try? Workbook(archive, limit: limit) else { return }
        for name in workbook.sheetNames.prefix(4) { _ = try? workbook.sheet(named: name) }
    }

    /// The XML parts of a workbook as one input, packed without compression; see `Fuzzing/seed`.
    static func sheet(_ bytes: [UInt8]) {
        let names = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"]
        let parts = bytes.split(separator: 1, maxSplits: 3, omittingEmptySubsequences: false).map(Array.init)
        var files = zip(names, parts).map { ($0, $1) }
        if files.count < 4 { files.append(("xl/workbook.xml", Array("<w><sheet name=\"a\"/></w>".utf8))) }
        files.append(("[Content_Types].xml", []))
        archive(StoredZip.archive(files))
    }

    /// A document in any encoding: whole, and its first rows, which are the same ones.
    static func html(_ bytes: [UInt8]) {
        let text = CodePage.utf8(bytes)
        guard let whole = try? HTMLTables(text), let part = try? HTMLTables(text, maximumRows: 3) else { return }
        if Array(whole.rows.prefix(3)) != Array(part.rows.prefix(3)) { fatalError("other rows") }
        for row in whole.rows.prefix(1000) where row.columns.count > HTMLTables.mostColumns { fatalError("too wide") }
    }

    private static func look(at table: ColumnTable?) {
        guard let table else { return }
        var seen = 0
        for column in table.columns {
            for row in 0..<min(table.rowCount, 1000) where column.validity[row] {
                switch column.values {
                case .texts(let texts): seen &+= texts[row].utf8.count
                case .decimals(let decimals): seen &+= decimals.text(row).utf8.count
                default: seen &+= 1
                }
            }
        }
        if seen == -1 { fatalError("never") }
    }
}

/// Packs files into a zip archive without compressing them.
enum StoredZip {
    static func archive(_ files: [(name: String, content: [UInt8])]) -> [UInt8] {
        var (bytes, directory) = ([UInt8](), [UInt8]())
        for (name, content) in files {
            let name = Array(name.utf8)
            let sizes = number(Int(checksum(content)), 4) + number(content.count, 4) + number(content.count, 4)
                + number(name.count, 2) + number(0, 2)
            let offset = bytes.count
            bytes += number(0x0403_4B50, 4) + number(20, 2) + number(0, 8) + sizes + name + content
            directory += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + number(0, 8) + sizes
                + number(0, 10) + number(offset, 4) + name
        }
        let start = bytes.count
        return bytes + directory + number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2)
            + number(files.count, 2) + number(directory.count, 4) + number(start, 4) + number(0, 2)
    }

    private static func number(_ value: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: $0 < 8 ? value >> (8 * $0) : 0) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return ~sum
    }
}
