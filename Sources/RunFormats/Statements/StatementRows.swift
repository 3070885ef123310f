import Containers
import RunModel
import Series

/// A report of any container as rows of texts: HTML, or one sheet of a workbook.
///
/// A cell that takes several columns stands in the first of them, so that the same report has its values in the same
/// columns whether it was saved as HTML or as a workbook.
struct StatementRows {
    /// One row; what lies beyond its last cell is empty.
    struct Row {
        /// 1-based line of the document, or number of the row in the sheet.
        var line: Int
        var cells: [String]

        subscript(column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }

        /// How many cells hold something.
        var filled: Int { cells.count { !$0.isEmpty } }
    }

    /// Name of the file.
    let name: String
    /// The title of the document, or the name of the sheet.
    private(set) var title: String
    private(set) var rows: [Row]

    /// The rows of a document; nil where it is neither HTML nor a workbook.
    ///
    /// - Parameters:
    ///   - limit: The most bytes that a part of a workbook may take.
    ///   - maximumRows: How many rows are read from the beginning; all where it is nil.
    init?(_ bytes: [UInt8], name: String, limit: Int, maximumRows: Int? = nil) throws(ContainerProblem) {
        if ZipArchive.isZip(bytes) {
            let archive = try ZipArchive(bytes)
            guard Workbook.isWorkbook(archive) else { return nil }
            let workbook = try Workbook(archive, limit: limit)
            guard let first = workbook.sheetNames.first else { return nil }
            self.init(try workbook.sheet(named: first, maximumRows: maximumRows), of: name)
            return
        }
        guard DocumentMark.mayBeHTML(bytes) else { return nil }
        let text = CodePage.utf8(bytes, naming: DocumentMark.charset(bytes))
        guard DocumentMark.isHTML(text) else { return nil }
        let document = try HTMLTables(text, maximumRows: maximumRows)
        self.init(document, of: name)
    }

    /// The rows of a document.
    init(_ document: HTMLTables, of name: String) {
        self.name = name
        title = document.title
        rows = document.rows.map { Row(line: $0.line, cells: $0.columns) }
    }

    /// The rows of a sheet.
    init(_ sheet: Spreadsheet, of name: String) {
        self.name = name
        title = sheet.name
        rows = sheet.rows.map { Row(line: $0.number, cells: $0.cells.map(\.statementText)) }
    }
}

/// What the first bytes of a document show.
enum DocumentMark {
    /// Whether bytes of any encoding can be HTML: tables, which most files are, need not be decoded to tell.
    static func mayBeHTML(_ bytes: [UInt8]) -> Bool {
        bytes.first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "<")
    }

    /// Whether a text begins as HTML does.
    static func isHTML(_ text: [UInt8]) -> Bool {
        guard let start = text.firstIndex(where: { $0 > 0x20 }), text[start] == UInt8(ascii: "<") else { return false }
        let head = String(decoding: text[start...].prefix(512), as: UTF8.self).lowercased()
        return head.hasPrefix("<!doctype html") || head.contains("<html") || head.contains("<table")
    }

    /// The encoding that a document in single bytes names.
    static func charset(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
        guard let place = head.firstRange(of: "charset=") else { return nil }
        let name = head[place.upperBound...].drop { $0 == "\"" || $0 == "'" }
        return String(name.prefix { $0.isLetter || $0.isNumber || $0 == "-" })
    }
}

extension SpreadsheetCell {
    /// The cell as a report would print it.
    var statementText: String {
        switch self {
        case .number(let number):
            number.magnitude < 1e15 && number == number.rounded() ? String(Int64(number)) : number.description
        case .text(let text), .failure(let text): text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        case .boolean(let flag): flag.description
        case .time(let milliseconds, _, _): Timestamp(milliseconds: milliseconds).description
        case .empty: ""
        }
    }
}
