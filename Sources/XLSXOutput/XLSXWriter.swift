import CXLSXWriter
import Tables
import XLSXCalls

/// Writes workbooks through libxlsxwriter.
///
/// The library is loaded with the first workbook. Rows go to a temporary file as they are made, so a log of a million trades
/// takes the memory of one. The same content gives the same bytes: no clock, no names of the machine.
public enum XLSXWriter {
    /// Rows that a sheet holds beneath its head.
    public static let mostRows = 1_048_575

    /// A workbook's bytes.
    public static func write(_ content: WorkbookContent) throws(XLSXError) -> [UInt8] {
        guard xlsx_calls_load() else { throw .noLibrary }
        let file = try MemoryFile()
        let book = try Workbook(path: file.path)
        book.describe(content)
        var names = SheetNames()
        _ = names.name(for: "contents")
        let sheets = content.sheets.map { (sheet: $0, name: names.name(for: $0.name)) }
        book.addContents(sheets, missing: content.missing)
        for (sheet, name) in sheets { book.add(sheet, named: name) }
        try book.close()
        return try file.bytes()
    }
}
