import Foundation
import TestSupport
import Testing

/// `report --format xlsx`, read back by Python's zipfile and by our own reader.
@Suite struct WorkbookTests {
    private let run = "SampleRuns/crypto-365"

    /// Every sheet of a workbook as rows of texts, and its notes, as a program that knows nothing of us finds them.
    static let script = """
        import json, re, sys, zipfile
        import xml.etree.ElementTree as E
        z = zipfile.ZipFile(sys.argv[1])
        assert z.testzip() is None
        n = {'m': 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'}
        names = [s.get('name') for s in E.fromstring(z.read('xl/workbook.xml')).find('m:sheets', n)]
        styles = E.fromstring(z.read('xl/styles.xml'))
        formats = {f.get('numFmtId'): f.get('formatCode') for f in styles.iter('{%s}numFmt' % n['m'])}
        cells = [formats.get(x.get('numFmtId'), x.get('numFmtId')) for x in styles.find('m:cellXfs', n)]
        book = {}
        for number, name in enumerate(names, 1):
            sheet = E.fromstring(z.read('xl/worksheets/sheet%d.xml' % number))
            rows = []
            for row in sheet.find('m:sheetData', n):
                found = {}
                for c in row:
                    text = ''.join(t.text or '' for t in c.iter('{%s}t' % n['m'])) if c.get('t') == 'inlineStr' else c.findtext('m:v', '', n)
                    found[re.sub('[0-9]', '', c.get('r'))] = [c.get('t') or 'n', text, cells[int(c.get('s') or 0)]]
                rows.append(found)
            pane = sheet.find('.//m:pane', n)
            links = z.read('xl/worksheets/_rels/sheet%d.xml.rels' % number).decode() if 'xl/worksheets/_rels/sheet%d.xml.rels' % number in z.namelist() else ''
            notes = re.findall(r'comments[0-9]+.xml', links)
            book[name] = {'rows': rows, 'frozen': pane is not None and pane.get('state') == 'frozen',
                'filter': sheet.find('m:autoFilter', n) is not None,
                'notes': [''.join(t.text or '' for t in c.iter('{%s}t' % n['m'])) for c in E.fromstring(z.read('xl/' + notes[0])).iter('{%s}comment' % n['m'])] if notes else []}
        print(json.dumps(book))
        """

    private func book(_ run: String, in folder: TemporaryFolder) throws -> JSON {
        let result = try Tearsheet.run(["report", run, "-o", folder.url("r.xlsx").path, "--quiet"])
        #expect(result.code == 0, "\(result.errors)")
        let read = try Tearsheet.tool("python3", ["-c", Self.script, folder.url("r.xlsx").path])
        #expect(read.code == 0, "\(read.errors)")
        return try JSON(text: read.output)
    }

    @Test(arguments: ["SampleRuns/crypto-365", "SampleRuns/eurusd-hourly", "SampleRuns/quantstats-series"])
    func `a sheet for every table and series, with the values of the JSON`(run: String) throws {
        let folder = try TemporaryFolder()
        let book = try book(run, in: folder)
        let json = try JSON(text: Tearsheet.run(["report", run, "-o", "-", "--format", "json", "--quiet"]).output)
        let tables = json["tables"]?.object ?? [:]
        let series = json["series"]?.object ?? [:]
        #expect(book.object?.count == tables.count + series.count + 1)
        var compared = 0
        for (name, table) in tables.merging(series, uniquingKeysWith: { one, _ in one }) {
            let sheet = book[String(name.prefix(31))]
            let rows = sheet?["rows"]?.array ?? []
            let head = rows.first?.object ?? [:]
            #expect(
                sheet?["frozen"] == .bool(true)
                    && Set(head.values.compactMap { $0.array?[1].string }) == Set(table.object?.keys.map { $0 } ?? []),
                "\(name)")
            for (column, cell) in head {
                let values = table[cell.array?[1].string ?? ""]?.array ?? []
                #expect(values.count == rows.count - 1, "\(name)")
                for (value, row) in zip(values, rows.dropFirst()) {
                    let cell = row[column]?.array
                    switch value {
                    case .number(let number):
                        let written = cell?[1].string.flatMap(Double.init) ?? .nan
                        #expect((written - number).magnitude <= 1e-11 * max(1, number.magnitude), "\(name) \(number)")
                        compared += 1
                    case .string(""): #expect(cell == nil)
                    case .string(let text) where cell?[0].string == "inlineStr":
                        #expect(cell?[1].string == text, "\(name)")
                    case .string(let text): #expect(Self.moment(cell?[1].string) == text.prefix(16), "\(name) \(text)")
                    case .bool(let flag): #expect(cell?[0].string == "b" && cell?[1].string == (flag ? "1" : "0"))
                    default: #expect(cell == nil || cell?[1].string?.hasPrefix("n/a") == true, "\(name)")
                    }
                }
            }
        }
        #expect(compared > 2000)
    }

    /// Days since 30 December 1899 as our JSON writes moments, to the minute.
    private static func moment(_ text: String?) -> String {
        guard let days = text.flatMap(Double.init), days.isFinite else { return "no moment" }
        let minutes = (days * 1440).rounded()
        let date = Date(timeIntervalSince1970: (minutes - 25_569 * 1440) * 60)
        let style = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day().dateTimeSeparator(.space)
        let clock = Int(minutes) % 1440
        return date.formatted(style) + (clock == 0 ? "" : String(format: " %02d:%02d", clock / 60, clock % 60))
    }

    @Test func `numbers have formats by their unit, and what is n/a its reason`() throws {
        let folder = try TemporaryFolder()
        let book = try book(run, in: folder)
        func cell(_ sheet: String, _ row: Int, _ column: String) -> [String] {
            book[sheet]?["rows"]?.array?[row][column]?.array?.compactMap(\.string) ?? []
        }
        // Total return, a fraction; the sheet says so and the number is plain.
        #expect(cell("metrics", 1, "A")[1] == "total_return" && cell("metrics", 1, "B")[2] == "0.0%")
        #expect(cell("growth", 1, "A")[2] == "yyyy-mm-dd" && cell("growth", 1, "A")[1] == "43831")
        let notes = book["metrics"]?["notes"]?.array?.compactMap(\.string) ?? []
        let absent = book["metrics"]?["rows"]?.array?.filter { $0["B"]?.array?[1].string == "n/a" } ?? []
        #expect(!absent.isEmpty && absent.allSatisfy { notes.contains($0["G"]?.array?[1].string ?? "?") })
        let contents = book["contents"]?["rows"]?.array ?? []
        #expect(contents.count == (book.object?.count ?? 0) + (try missing()))
        #expect(book["trades"]?["filter"] == .bool(true))
    }

    private func missing() throws -> Int {
        let json = try JSON(text: Tearsheet.run(["report", run, "-o", "-", "--format", "json", "--quiet"]).output)
        return json["unavailable_tables"]?.object?.count ?? -1
    }

    @Test func `the same run gives the same bytes, on standard output too, and a comparison has its own sheets`() throws
    {
        let folder = try TemporaryFolder()
        for name in ["a.xlsx", "b.xlsx"] {
            _ = try Tearsheet.run(["report", run, "-o", folder.url(name).path, "--quiet"])
        }
        let bytes = try Data(contentsOf: folder.url("a.xlsx"))
        #expect(try bytes == Data(contentsOf: folder.url("b.xlsx")) && bytes.count > 100_000)
        let piped = "tearsheet report \(repositoryRoot.path)/\(run) -o - --format xlsx > c.xlsx"
        #expect(try Tearsheet.script(piped, in: folder.url).code == 0)
        #expect(try bytes == Data(contentsOf: folder.url("c.xlsx")))
        let compared = try Tearsheet.run(
            ["compare", run, "SampleRuns/daily-returns.csv.gz", "-o", folder.url("d.xlsx").path, "--quiet"])
        #expect(compared.code == 0, "\(compared.errors)")
        let read = try Tearsheet.tool("python3", ["-c", Self.script, folder.url("d.xlsx").path])
        let sheets = try JSON(text: read.output)
        #expect(sheets["sharpe_difference"]?["rows"]?.array?.count == 3 && sheets["growth.crypto-365"] != nil)
    }

    @Test func `our own reader reads what was written`() throws {
        let folder = try TemporaryFolder()
        _ = try Tearsheet.run(["report", run, "-o", folder.url("r.xlsx").path, "--quiet"])
        let inspected = try Tearsheet.run(["inspect", folder.url("r.xlsx").path])
        // A workbook of ours is a report, no run; the sheet of its growth is read, which gives the same returns.
        #expect(
            inspected.output.contains("The sheet 'growth' of r.xlsx was read, by its name the account of")
                && inspected.output.contains("and not 'contents', 'metrics'"))
        #expect(inspected.output.contains("equity               1461 points"), "\(inspected.output)")
        let keys = ["--only", "cagr,sharpe,max_drawdown,annual_volatility", "--format", "json", "--quiet"]
        let (own, again) = try (
            JSON(text: Tearsheet.run(["metrics", run] + keys).output),
            JSON(text: Tearsheet.run(["metrics", folder.url("r.xlsx").path] + keys).output)
        )
        for key in ["cagr", "sharpe", "max_drawdown", "annual_volatility"] {
            let (one, other) = (own["metrics"]?[key]?["value"]?.number, again["metrics"]?[key]?["value"]?.number)
            #expect(((one ?? .nan) / (other ?? 1) - 1).magnitude < 1e-9, "\(key)")
        }
    }

    @Test func `without the library it says what to install, and other formats are written`() throws {
        let folder = try TemporaryFolder()
        let header = try String(contentsOfFile: "/usr/include/xlsxwriter.h", encoding: .utf8)
        let version =
            header.split(separator: "\n").first { $0.hasPrefix("#define LXW_SOVERSION") }?.split(separator: "\"")[1]
            ?? ""
        _ = try folder.write("no library", to: "lib/libxlsxwriter.so.\(version)")
        let path = repositoryRoot.appendingPathComponent(run).path
        let result = try Tearsheet.script(
            "LD_LIBRARY_PATH=\"$PWD/lib\" tearsheet report '\(path)' --format json,xlsx -o out", in: folder.url)
        #expect(result.code == 1 && result.errors.contains("install libxlsxwriter"), "\(result.errors)")
        #expect(folder.names(in: "out") == ["crypto-365.json"])
    }
}
