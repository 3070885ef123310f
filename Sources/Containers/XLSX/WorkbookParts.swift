import NativeCodecs

/// The sheets that a workbook names, with the parts of the archive that hold them.
struct SheetList {
    private(set) var names = [String]()
    private(set) var parts = [String]()
    private(set) var since1904 = false

    init(_ workbook: [UInt8], _ relations: [UInt8]) throws(ContainerProblem) {
        let targets = try Self.targets(relations)
        var sheets = [(name: String, relation: String)]()
        var dates = false
        try Workbook.read(workbook, part: "xl/workbook.xml") { event in
            guard case .start(let element, let attributes) = event else { return true }
            if element == "workbookPr" { dates = ["1", "true"].contains(attributes.value(of: "date1904")) }
            // The id of the relation has a prefix, and so is the last of that name.
            if element == "sheet", let name = attributes.value(of: "name") {
                sheets.append((name, attributes.last { $0.name == "id" }?.value ?? ""))
            }
            return true
        }
        since1904 = dates
        for (index, sheet) in sheets.enumerated() {
            names.append(sheet.name)
            parts.append(targets[sheet.relation] ?? "xl/worksheets/sheet\(index + 1).xml")
        }
    }

    /// Parts by the ids of relations.
    private static func targets(_ xml: [UInt8]) throws(ContainerProblem) -> [String: String] {
        var targets: [String: String] = [:]
        guard !xml.isEmpty else { return targets }
        try Workbook.read(xml, part: "xl/_rels/workbook.xml.rels") { event in
            guard case .start("Relationship", let attributes) = event, let id = attributes.value(of: "Id"),
                let target = attributes.value(of: "Target")
            else { return true }
            targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
            return true
        }
        return targets
    }
}

/// Texts that cells refer to by number.
enum SharedTexts {
    static func read(_ xml: [UInt8]) throws(ContainerProblem) -> [String] {
        var (texts, text) = ([String](), CellText())
        try Workbook.read(xml, part: "xl/sharedStrings.xml") { event in
            text.take(event)
            if case .end("si") = event { texts.append(text.takeText()) }
            return true
        }
        return texts
    }
}

/// Gathers the text of rich and plain strings: what stands in `t`, without the readings of East Asian words in `rPh`.
struct CellText {
    private var text = ""
    private var isText = false
    private var isReading = false

    mutating func take(_ event: XMLEvents.Event) {
        switch event {
        case .start("t", _): isText = true
        case .end("t"): isText = false
        case .start("rPh", _): isReading = true
        case .end("rPh"): isReading = false
        case .text(let piece) where isText && !isReading: text += piece
        default: break
        }
    }

    /// The text, which begins anew.
    mutating func takeText() -> String {
        defer { text = "" }
        return text
    }
}

/// The formats of cells.
enum StyleSheetReader {
    static func read(_ xml: [UInt8]) throws(ContainerProblem) -> NumberFormats {
        var (formats, isCellFormats) = (NumberFormats(), false)
        try Workbook.read(xml, part: "xl/styles.xml") { event in
            switch event {
            case .start("numFmt", let attributes):
                if let id = attributes.value(of: "numFmtId").flatMap({ Int($0) }),
                    let code = attributes.value(of: "formatCode")
                {
                    formats.define(id, code: code)
                }
            case .start("cellXfs", _): isCellFormats = true
            case .end("cellXfs"): isCellFormats = false
            case .start("xf", let attributes) where isCellFormats:
                formats.addStyle(format: attributes.value(of: "numFmtId").flatMap { Int($0) } ?? 0)
            default: break
            }
            return true
        }
        return formats
    }
}

extension [(name: String, value: String)] {
    /// The value of an attribute.
    func value(of name: String) -> String? { first { $0.name == name }?.value }
}
