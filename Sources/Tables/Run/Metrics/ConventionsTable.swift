import Analytics
import Formatting

/// How every metric was computed. Readers see metrics of one convention in one row; their values stand elsewhere.
enum ConventionsTable {
    private typealias Column = TableColumn<Row>

    static let definition = TableDefinition<Analysis>(
        name: "conventions", title: "Conventions", summary: "how every metric was computed", columns: columns,
        rows: rows)

    private static let columns: [Column] = [
        Column("key", "Metric", .word) { .text($0.metric.declaration.key.rawValue) }
            .showing { .text($0.metric.declaration.name) },
        Column("value", nil, nil) { .metric($0.metric.value, $0.metric.declaration) },
        Column("unit", nil, .word) { .text($0.metric.declaration.unit.rawValue) },
        Column("convention", "Convention", .word, stretch: 1) { .text($0.metric.convention) }
            .showing { .text($0.words) }.toned(.muted),
    ]

    /// A metric with its convention as readers see it: what many say alike is said once, beneath the table.
    private struct Row: Sendable {
        let row: MetricRow
        let common: CommonChoices

        var metric: Metric { row.metric }
        var words: String {
            metric.value.reason.map { "n/a: " + $0 } ?? common.shortened(metric.convention)
        }
    }

    private static func rows(_ analysis: Analysis) -> TableRows<Row> {
        let metrics = MetricRow.rows(analysis)
        let places = metrics.indices.filter { metrics[$0].isShown }
        let common = CommonChoices(in: places.map { metrics[$0].metric.convention })
        return TableRows(metrics.map { Row(row: $0, common: common) }).with { rows in
            rows.subtitle = "profile \(analysis.conventions.profile)"
            rows.readersRows = { limit in Array(places.prefix(limit ?? places.count)) }
            rows.readersCount = places.count
            rows.mergesRows = true
            rows.footnote = common.sentence
        }
    }
}

/// What stands at the end of many conventions, so that it need not stand at each: the definitions of letters on which all
/// agree, and endings that several share, which get a letter in brackets.
private struct CommonChoices: Sendable {
    /// Definitions: `A = 252`.
    private var definitions: [String] = []
    /// Endings, in the order of their letters, as they stand behind a comma or semicolon.
    private var endings: [String] = []

    private static let letters = ["A = ", "rf ", "years = ", "m = ∏(1+r) − 1", "y = ∏(1+r) − 1"]
    /// An ending is worth a letter if it is long and stands at several metrics.
    private static let (leastLength, leastCount, mostEndings) = (14, 3, 10)

    init(in conventions: [String]) {
        definitions = Self.letters.compactMap { letter in
            let found = conventions.flatMap { Self.parts(of: $0).filter { $0.hasPrefix(letter) } }
            return found.count > 2 && Set(found).count == 1 ? found[0] : nil
        }
        var left = conventions.map { shortened($0) }
        while endings.count < Self.mostEndings, let ending = Self.longest(in: left) {
            endings.append(ending)
            left = left.map { Self.cut(ending, off: $0) ?? $0 }
        }
    }

    /// A convention without what stands beneath the table.
    func shortened(_ convention: String) -> String {
        var words = convention
        while let shorter = definitions.lazy.compactMap({ Self.cut($0, off: words) }).first { words = shorter }
        for (index, ending) in endings.enumerated() {
            if let shorter = Self.cut(ending, off: words) { return shorter + " " + Self.mark(index) }
        }
        return words
    }

    /// `In all: A = 252, … (a) closed trades, net of fees. …`
    var sentence: String {
        let definitions = definitions.isEmpty ? [] : ["In all: " + definitions.joined(separator: ", ") + "."]
        return (definitions + endings.enumerated().map { Self.mark($0) + " " + $1 + "." }).joined(separator: " ")
    }

    private static func mark(_ index: Int) -> String {
        "(" + String(UnicodeScalar(UInt8(ascii: "a") + UInt8(clamping: index))) + ")"
    }

    /// The ending that saves most; of equals the first.
    private static func longest(in conventions: [String]) -> String? {
        var counts: [(ending: String, count: Int)] = []
        var places: [String: Int] = [:]
        for ending in conventions.flatMap(endings(of:)) where ending.utf8.count >= leastLength {
            if let place = places[ending] {
                counts[place].count += 1
            } else {
                places[ending] = counts.count
                counts.append((ending, 1))
            }
        }
        let useful = counts.enumerated().filter { $0.element.count >= leastCount }
        return useful.max { left, right in
            let (first, second) = (
                left.element.ending.utf8.count * left.element.count,
                right.element.ending.utf8.count * right.element.count
            )
            return (first, right.offset) < (second, left.offset)
        }?.element.ending
    }

    /// What follows each comma and semicolon, to the end. Bytes are compared, which is a tenth of the work of comparing
    /// characters: the marks are ASCII, and the texts are of one making.
    private static func endings(of convention: String) -> [String] {
        let text = convention.utf8
        return text.indices.filter { isMark(text[$0]) }.map { index in
            String(Substring(text[text.index(after: index)...].drop { $0 == space }))
        }
    }

    private static func parts(of convention: String) -> [String] {
        convention.utf8.split(whereSeparator: isMark).map { String(Substring($0.drop { $0 == space })) }
    }

    /// The words before an ending, without the mark that divides the two; nil where they do not end so.
    private static func cut(_ ending: String, off words: String) -> String? {
        let (text, tail) = (words.utf8, ending.utf8)
        guard text.count > tail.count + 1, text.suffix(tail.count).elementsEqual(tail) else { return nil }
        let head = text.dropLast(tail.count)
        guard head.last == space, let mark = head.dropLast().last, isMark(mark) else { return nil }
        return String(Substring(head.dropLast(2)))
    }

    private static let space = UInt8(ascii: " ")

    private static func isMark(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") }
}
