import Foundation
import TestSupport
import Testing

/// Every number that the full template shows is the same in HTML, PDF, JSON, CSV, XLSX, the resources and Markdown.
@Suite struct SameNumbersTests {
    /// A cell of a table of a page: what is written, and the number behind it.
    private struct Cell {
        let table: String
        let text: String
        let value: Double
    }

    @Test(arguments: ["SampleRuns/crypto-365", "SampleRuns/zipline-4-stocks"])
    func `one computation feeds every output`(run: String) throws {
        let folder = try TemporaryFolder()
        let formats = "html,pdf,json,csv,xlsx,md,api"
        let result = try Tearsheet.run(["report", run, "-o", folder.url.path, "--format", formats, "--quiet"])
        #expect(result.code == 0, "\(result.errors)")
        let id = String((folder.names.first { $0.hasSuffix(".html") } ?? "").dropLast(5))
        let page = try folder.text(id + ".html")
        let json = try JSON(text: folder.text(id + ".json"))
        let cells = Self.cells(of: page)
        #expect(cells.count > 200)
        try checkPage(cells, json)
        try checkPDF(cells, folder.url(id + ".pdf").path)
        try checkCSV(id, json, folder)
        try checkWorkbook(folder.url(id + ".xlsx").path, json)
        try checkResources(id, json, folder)
        try checkMarkdown(folder.text(id + ".md"), page, json)
    }

    /// HTML and JSON: the number behind a cell is one of its table, and the text is that number rounded.
    private func checkPage(_ cells: [Cell], _ json: JSON) throws {
        var numbers: [String: [Double]] = [:]
        for (name, table) in json["tables"]?.object ?? [:] {
            numbers[name] = (table.object ?? [:]).values.flatMap { $0.array ?? [] }.compactMap(Self.number).sorted()
        }
        for cell in cells {
            let known = numbers[cell.table] ?? []
            #expect(known.contains { Self.agree($0, cell.value, digits: 2e-7) }, "\(cell)")
            guard let (shown, places) = Self.shown(cell.text) else { continue }
            // Pages sort by eight digits.
            let unit = 0.5000001 * pow(10, -Double(places)) + 1e-7 * cell.value.magnitude
            #expect(
                [1, 100].contains { (cell.value * $0 - shown).magnitude <= unit * ($0 == 1 ? 1 : 1.0001) }, "\(cell)")
        }
    }

    /// PDF and HTML: what a cell of the page says stands in the text of the pages.
    private func checkPDF(_ cells: [Cell], _ path: String) throws {
        let text = Self.compact(try Tearsheet.tool("pdftotext", ["-layout", path, "-"]).output)
        // Dates may stand on two lines.
        for cell in cells where Self.shown(cell.text) != nil {
            let stands = text.contains(Self.compact(cell.text))
            #expect(stands, "\(cell)")
        }
    }

    /// CSV and JSON: every table and series, value by value.
    private func checkCSV(_ id: String, _ json: JSON, _ folder: TemporaryFolder) throws {
        var compared = 0
        let all = (json["tables"]?.object ?? [:]).merging(
            json["series"]?.object ?? [:], uniquingKeysWith: { one, _ in one })
        for (name, table) in all {
            let lines = try folder.text("\(id).tearsheet.\(name).csv").split(separator: "\n")
            // Texts with commas are not numbers, and their rows are looked at elsewhere.
            let rows = lines.filter { !$0.contains("\"") }.map {
                $0.split(separator: ",", omittingEmptySubsequences: false)
            }
            guard rows.count == lines.count, let head = rows.first else { continue }
            for (place, key) in head.enumerated() {
                let values = table[String(key)]?.array ?? []
                #expect(values.count == rows.count - 1, "\(name)")
                for (value, row) in zip(values, rows.dropFirst()) {
                    guard let number = value.number else { continue }
                    #expect(Double(row[place]) == number, "\(name) \(key)")
                    compared += 1
                }
            }
        }
        #expect(compared > 5000)
    }

    /// XLSX and JSON: the metrics, by their keys, and the drawdowns.
    private func checkWorkbook(_ path: String, _ json: JSON) throws {
        let read = try Tearsheet.tool("python3", ["-c", WorkbookTests.script, path])
        let book = try JSON(text: read.output)
        var compared = 0
        for row in book["metrics"]?["rows"]?.array?.dropFirst() ?? [] {
            let key = row["A"]?.array?[1].string ?? ""
            guard let number = json["metrics"]?[key]?["value"]?.number else { continue }
            let written = row["B"]?.array?[1].string.flatMap(Double.init) ?? .nan
            #expect(Self.agree(written, number, digits: 1e-11), "\(key)")
            compared += 1
        }
        #expect(compared > 100)
        let depths =
            book["drawdowns"]?["rows"]?.array?.dropFirst().compactMap { $0["B"]?.array?[1].string.flatMap(Double.init) }
            ?? []
        let expected = json["tables"]?["drawdowns"]?["depth"]?.array?.compactMap(\.number) ?? []
        #expect(
            depths.count == expected.count && zip(depths, expected).allSatisfy { Self.agree($0, $1, digits: 1e-11) })
    }

    /// The resources and JSON: headline numbers.
    private func checkResources(_ id: String, _ json: JSON, _ folder: TemporaryFolder) throws {
        let summary = try JSON(text: folder.text("api/analytics/backtest/\(id)/summary.json"))
        for (member, key) in [
            ("total_return", "total_return"), ("cagr", "cagr"), ("volatility", "annual_volatility"),
            ("sharpe_ratio", "sharpe"), ("max_drawdown", "max_drawdown"), ("calmar_ratio", "calmar"),
        ] {
            #expect(summary[member] == json["metrics"]?[key]?["value"] && summary[member]?.number != nil, "\(member)")
        }
    }

    /// Markdown and HTML: the tiles word for word, and every number of its tables stands on the page.
    private func checkMarkdown(_ text: String, _ page: String, _ json: JSON) throws {
        let tiles = page.matches(
            of: try Regex("<dt>([^<]*)</dt><dd[^>]*>([^<]*)</dd>", as: (Substring, Substring, Substring).self))
        #expect(tiles.count >= 8)
        for tile in tiles.prefix(8) {
            #expect(text.contains("| \(tile.output.1) | \(tile.output.2) |"), "\(tile.output.1)")
        }
        let whole = Self.compact(page)
        let years = (json["tables"]?["annual_returns"]?.object ?? [:]).values.flatMap { $0.array ?? [] }
            .compactMap(\.number)
        for row in text.split(separator: "\n") where row.hasPrefix("|") {
            for cell in row.split(separator: "|").dropFirst() where cell.contains(where: \.isNumber) {
                let plain = String(cell.replacing("\\", with: ""))
                if whole.contains(Self.compact(plain)) { continue }
                // Returns of years are a figure on the page.
                let shown = Self.shown(plain)?.0 ?? .nan
                #expect(years.contains { ($0 * 100 - shown).magnitude <= 0.0500001 }, "\(cell)")
            }
        }
    }

    private static func cells(of page: String) -> [Cell] {
        page.components(separatedBy: " data-table=\"").dropFirst().flatMap { part -> [Cell] in
            let name = String(part.prefix { $0 != "\"" })
            let table = part.components(separatedBy: "</table>")[0]
            return table.components(separatedBy: "<t").compactMap { element in
                guard let mark = element.range(of: "data-sort=\""), let end = element.firstIndex(of: ">") else {
                    return nil
                }
                guard mark.upperBound < end, let value = Double(element[mark.upperBound...].prefix { $0 != "\"" })
                else { return nil }
                let body = String(element[element.index(after: end)...])
                let text = Self.withoutTags(body).trimmingCharacters(
                    in: .whitespacesAndNewlines)
                return Cell(
                    table: name, text: text.replacing("&lt;", with: "<").replacing("&gt;", with: ">"), value: value)
            }
        }
    }

    /// A number, or a day as the days since 1970 that pages sort by.
    private static func number(_ value: JSON) -> Double? {
        guard let text = value.string else { return value.number }
        let style = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
        guard text.count >= 10, let date = try? style.parse(String(text.prefix(10))) else { return nil }
        let clock = text.dropFirst(11).split(separator: ":").compactMap { Double($0) } + [0, 0]
        return date.timeIntervalSince1970 / 86_400 + (clock[0] * 60 + clock[1]) / 1440
    }

    /// What a cell says as a number, with its decimals; nil for words, dates and shortened amounts.
    private static func shown(_ text: String) -> (Double, Int)? {
        let plain = compact(text).replacing("−", with: "-").filter { $0 != "%" && $0 != "*" && $0 != "●" }
        guard !plain.isEmpty, plain.allSatisfy({ $0.isNumber || $0 == "." || $0 == "-" }), let number = Double(plain)
        else { return nil }
        return (number, plain.split(separator: ".").dropFirst().first?.count ?? 0)
    }

    private static func compact(_ text: some StringProtocol) -> String {
        String(text.filter { !"\u{202F}\u{00A0}\u{2009} ".contains($0) })
    }

    private static func withoutTags(_ text: String) -> String {
        var isTag = false
        return text.filter { character in
            if character == "<" { isTag = true }
            defer { if character == ">" { isTag = false } }
            return !isTag
        }
    }

    private static func agree(_ one: Double, _ other: Double, digits: Double) -> Bool {
        (one - other).magnitude <= digits * max(other.magnitude, 1e-12) + 1e-12
    }
}
