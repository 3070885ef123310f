import Testing

@testable import TemplateEngine

/// Tearsheet's own filters, and how they treat what has no number.
@Suite struct DisplayFilterTests {
    private func text(_ expression: String, _ context: [(String, TemplateValue)] = []) throws -> String {
        let environment = TemplateEnvironment(loader: DictionaryLoader(["t": "{{ \(expression) }}"]))
        return try environment.template(named: "t").render(.dictionary(context))
    }

    @Test(arguments: [
        ("0.1234 | percent", "12.3\u{202F}%"), ("0.1234 | percent(2)", "12.34\u{202F}%"),
        ("-0.1441 | percent(places=2)", "\u{2212}14.41\u{202F}%"), ("0.05 | percent(0, true)", "+5\u{202F}%"),
        ("0 | percent(1, signed=true)", "0.0\u{202F}%"), ("1 | percent(0)", "100\u{202F}%"),
        ("1234.5 | number", "1\u{202F}234.50"), ("1234567 | number(0)", "1\u{202F}234\u{202F}567"),
        ("-0.5 | number(1)", "\u{2212}0.5"), ("3 | number(0, signed=true)", "+3"), ("true | number(0)", "1"),
        ("1234.5 | money('EUR')", "1\u{202F}234.50\u{A0}EUR"), ("12 | money('JPY', 0)", "12\u{A0}JPY"),
        ("12 | money", "12.00"), ("12 | money(none, 1)", "12.0"), ("5.94 | multiple", "5.94×"),
        ("2 | multiple(0)", "2×"),
    ])
    func `numbers show as in the report`(expression: String, expected: String) throws {
        #expect(try text(expression) == expected)
    }

    @Test(arguments: ["percent", "number", "money('USD')", "multiple", "duration", "date"])
    func `a metric without a value shows as n/a`(filter: String) throws {
        #expect(try text("x | \(filter)", [("x", .none)]) == "n/a")
    }

    @Test(arguments: ["percent", "number", "money('USD')", "multiple", "duration"])
    func `NaN and infinities show as n/a`(filter: String) throws {
        #expect(try text("x | \(filter)", [("x", .double(.nan))]) == "n/a")
        #expect(try text("x | \(filter)", [("x", .double(.infinity))]) == "n/a")
    }

    @Test(arguments: [
        ("2015-01-02", "2 Jan 2015"), ("2024-12-31", "31 Dec 2024"), ("2015-01-02T16:00", "2 Jan 2015 16:00"),
        ("2015-01-02 09:30:15", "2 Jan 2015 09:30"), ("2015-01-02T16:00:00.5+02:00", "2 Jan 2015 16:00"),
    ])
    func `dates show with their month as a word`(iso: String, expected: String) throws {
        #expect(try text("x | date", [("x", .string(iso))]) == expected)
    }

    @Test(arguments: [
        ("%Y-%m-%d", "2015-01-02"), ("%d.%m.%y", "02.01.15"), ("%-d %B %Y", "2 January 2015"),
        ("%e %b", " 2 Jan"), ("%a %A", "Fri Friday"), ("day %j", "day 002"), ("%-j", "2"),
        ("%H:%M:%S", "15:04:05"), ("%I %p", "03 PM"), ("%F %T", "2015-01-02 15:04:05"), ("100%%", "100%"),
    ])
    func `dates follow a pattern`(pattern: String, expected: String) throws {
        let context: [(String, TemplateValue)] = [
            ("x", .string("2015-01-02T15:04:05")), ("pattern", .string(pattern)),
        ]
        #expect(try text("x | date(pattern)", context) == expected)
    }

    @Test(arguments: [
        "2015-13-01", "2015-02-30", "2015-1-1", "yesterday", "", "2015-01-02T25:00", "2015-01-02T", "2015-01-02x12:00",
        "2015-01-02T12:61", "20150102",
    ])
    func `what is no date is an error`(text bad: String) {
        #expect(throws: TemplateError.self) { try text("x | date", [("x", .string(bad))]) }
    }

    @Test(arguments: [
        ("0", "days", "0 s"), ("1", "days", "1 day"), ("2", "days", "2 days"), ("1.5", "days", "1 day 12 h"),
        ("99.9", "days", "99 days 22 h"), ("99.99", "days", "100 days"), ("312.4", "days", "312 days"),
        ("1234", "days", "1\u{202F}234 days"), ("0.5", "days", "12 h"), ("90", "minutes", "1 h 30 min"),
        ("60", "seconds", "1 min"), ("59.6", "seconds", "1 min"), ("61", "seconds", "1 min 1 s"),
        ("3599.9", "seconds", "1 h"), ("0.256", "seconds", "0.26 s"), ("-90", "seconds", "\u{2212}1 min 30 s"),
        ("23.999", "hours", "1 day"), ("25", "hours", "1 day 1 h"),
    ])
    func `durations show in two units`(count: String, unit: String, expected: String) throws {
        let shown = expected.split(separator: " ", omittingEmptySubsequences: false).enumerated().map {
            ($0.offset == 0 ? "" : $0.offset % 2 == 1 ? "\u{A0}" : " ") + $0.element
        }
        #expect(try text("\(count) | duration('\(unit)')") == shown.joined())
    }
}
