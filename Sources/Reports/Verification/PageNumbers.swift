/// The numbers of a page of ours as readers see them: every tile and every cell of a table, each with its place.
struct PageNumbers {
    /// Place and text, in the order of the page: `cagr`, `drawdowns, row 2, column 3`.
    private(set) var texts: [PlacedText] = []
    private var seen: [String: Int] = [:]

    /// Reads a page; nothing is found in pages of others.
    init(_ page: String) {
        for tile in Self.parts(page, from: "<div data-key=\"", to: "</div>") {
            let cells = Self.parts(tile, from: "<dd", to: "</dd>").map(Self.content)
            for (place, text) in cells.enumerated() {
                add(Self.attribute(tile) + (place > 0 ? ", beneath" : ""), text)
            }
        }
        for table in Self.parts(page, from: " data-table=\"", to: "</table>") {
            let rows = table.components(separatedBy: "<tr").dropFirst()
            for (row, text) in rows.enumerated() { addRow(text, row + 1, of: Self.attribute(table)) }
        }
    }

    /// The place of a cell is named by the head of its row, so that a report with fewer rows has the same places.
    private mutating func addRow(_ row: String, _ number: Int, of table: String) {
        let cells = row.components(separatedBy: "<t").dropFirst().filter { $0.hasPrefix("d") || $0.hasPrefix("h") }
            .map(Self.content)
        guard let head = cells.first else { return }
        let name = "\(table), \(head.isEmpty ? "head" : head)"
        seen[name, default: 0] += 1
        let again = seen[name, default: 1] > 1 ? " (\(seen[name, default: 1]))" : ""
        for (column, text) in cells.enumerated().dropFirst() {
            add("\(name)\(again), column \(column + 1)", text)
        }
    }

    private mutating func add(_ place: String, _ text: String) { texts.append(PlacedText(place: place, text: text)) }

    /// What stands between two marks, each time.
    private static func parts(_ text: String, from start: String, to end: String) -> [String] {
        text.components(separatedBy: start).dropFirst().map { $0.components(separatedBy: end)[0] }
    }

    /// What an attribute's value is, at the beginning of a part.
    private static func attribute(_ part: String) -> String { String(part.prefix { $0 != "\"" }) }

    /// The text of an element whose tag began before the part: without tags, and with blanks as one.
    private static func content(_ part: String) -> String {
        var (text, isTag) = ("", true)
        for character in part {
            switch character {
            case "<": isTag = true
            case ">": isTag = false
            default: if !isTag { text.append(character) }
            }
        }
        return text.split(whereSeparator: { $0 == " " || $0.isNewline }).joined(separator: " ")
    }
}

extension String {
    /// The parts between the places of a mark; the whole text where there is none.
    fileprivate func components(separatedBy mark: String) -> [String] {
        split(separator: mark, omittingEmptySubsequences: false).map(String.init)
    }
}
