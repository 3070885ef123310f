import NativeCodecs

/// A workbook in the format of Office Open XML (`.xlsx`, `.xlsm`): its sheets by name.
///
/// ```swift
/// let workbook = try Workbook(bytes, limit: 1 << 28)
/// let sheet = try workbook.sheet(named: workbook.sheetNames[0])
/// print(sheet.rows.first?.cells ?? [])
/// ```
///
/// Formulas have the results that were saved with them. Merged cells have their value at the upper left; charts, macros and
/// styles other than the formats of dates are passed over. XML with a document type is refused, so that there are no
/// entities from elsewhere.
public struct Workbook: Sendable {
    /// Names of the sheets in the order of the tabs.
    public let sheetNames: [String]
    private let archive: ZipArchive
    private let parts: [String]
    private let texts: [String]
    private let formats: NumberFormats
    private let since1904: Bool
    private let limit: Int

    /// Whether an archive is a workbook.
    public static func isWorkbook(_ archive: ZipArchive) -> Bool {
        archive.entry(named: "[Content_Types].xml") != nil && archive.entry(named: "xl/workbook.xml") != nil
    }

    /// Reads names, texts and formats; sheets are read when they are asked for.
    ///
    /// - Parameter limit: The most bytes that a part may have once expanded.
    public init(_ archive: ZipArchive, limit: Int) throws(ContainerProblem) {
        self.archive = archive
        self.limit = limit
        guard let main = try Self.part("xl/workbook.xml", archive, limit) else {
            throw SpreadsheetProblem.missing("xl/workbook.xml")
        }
        let list = try SheetList(main, try Self.part("xl/_rels/workbook.xml.rels", archive, limit) ?? [])
        (sheetNames, parts, since1904) = (list.names, list.parts, list.since1904)
        texts = try Self.part("xl/sharedStrings.xml", archive, limit).map(SharedTexts.read) ?? []
        formats = try Self.part("xl/styles.xml", archive, limit).map(StyleSheetReader.read) ?? NumberFormats()
    }

    /// Opens the archive and reads it as ``init(_:limit:)-(ZipArchive,_)`` does.
    public init(_ bytes: [UInt8], limit: Int) throws(ContainerProblem) {
        try self.init(try ZipArchive(bytes), limit: limit)
    }

    /// A sheet by the name on its tab. Linear in its cells.
    ///
    /// - Parameter maximumRows: How many rows are read from the beginning; all where it is nil.
    public func sheet(named name: String, maximumRows: Int? = nil) throws(ContainerProblem) -> Spreadsheet {
        guard let index = sheetNames.firstIndex(of: name) else {
            throw SpreadsheetProblem.noSheet(name, among: sheetNames)
        }
        guard let xml = try Self.part(parts[index], archive, limit) else {
            throw SpreadsheetProblem.missing(parts[index])
        }
        let reader = SheetReader(texts: texts, formats: formats, since1904: since1904, maximumRows: maximumRows ?? .max)
        return Spreadsheet(name: name, rows: try reader.rows(xml, part: parts[index]))
    }

    private static func part(_ name: String, _ archive: ZipArchive, _ limit: Int) throws(ContainerProblem) -> [UInt8]? {
        guard let entry = archive.entry(named: name) else { return nil }
        return try archive.content(of: entry, limit: limit)
    }

    /// Reads the XML of a part; what is wrong with it says where.
    static func read(
        _ xml: [UInt8], part: String, _ handle: @escaping (XMLEvents.Event) -> Bool
    ) throws(ContainerProblem) {
        do {
            try XMLEvents.read(xml, handle)
        } catch {
            throw SpreadsheetProblem.damaged(part, error.fact, byte: error.byte)
        }
    }
}
