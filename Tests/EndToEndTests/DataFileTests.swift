import Foundation
import TestSupport
import Testing

/// JSON and CSV as programs read them, and the same numbers in every output.
@Suite struct DataFileTests {
    private static let schema = Result {
        try JSONSchema(
            text: String(
                contentsOf: repositoryRoot.appendingPathComponent("Documentation/metrics.schema.json"), encoding: .utf8)
        )
    }

    @Test func `the JSON of every report is valid by the documented schema`() throws {
        for id in try RenderedSamples.ids() {
            let value = try JSON(text: try RenderedSamples.text(id + ".json"))
            #expect(try Self.schema.get().problems(in: value) == [], "\(id)")
            #expect(value["run"]?["id"] == .string(id))
            #expect((value["metrics"]?.object?.count ?? 0) > 80)
            #expect(value["series"]?["growth"]?["value"]?.array?.isEmpty == false)
        }
    }

    @Test(arguments: singleSampleRuns)
    func `the JSON of metrics is that of the report without series and tables`(run: String) throws {
        let printed = try Tearsheet.run(["metrics", run, "--format", "json"]).output
        let value = try JSON(text: printed)
        #expect(try Self.schema.get().problems(in: value) == [])
        let id = try #require(value["run"]?["id"]?.string)
        let report = try RenderedSamples.text(id + ".json")
        let common = printed.dropLast("\n}\n".count)
        #expect(report.hasPrefix(common), "\(firstDifference(report, String(common)))")
    }

    /// A Python with a validator that nobody here wrote.
    static let validator: String? = ["/usr/bin/python3", "python3"].first { name in
        (try? Tearsheet.tool(name, ["-c", "import jsonschema"]).code) == 0
    }

    @Test(.enabled(if: validator != nil, "no python3 with jsonschema; Scripts/setup tests installs it"))
    func `a validator of others finds the schema sound and the JSON of every report valid`() throws {
        let python = try #require(Self.validator)
        let script = """
            import glob, json, sys, jsonschema
            schema = json.load(open("Documentation/metrics.schema.json"))
            jsonschema.Draft202012Validator.check_schema(schema)
            validator = jsonschema.Draft202012Validator(schema)
            names = glob.glob(sys.argv[1] + "/*.json")
            for name in names:
                document = json.load(open(name))
                for error in validator.iter_errors(document): print(name, error.message[:300])
                document["series"]["wealth"] = document["series"].pop("growth")
                if validator.is_valid(document): print(name, "stays valid when it is broken")
            print(len(names), "read")
            """
        let result = try Tearsheet.tool(python, ["-c", script, RenderedSamples.folder().path])
        let count = try RenderedSamples.ids().count
        #expect(result.code == 0 && result.output == "\(count) read\n", "\(result)")
    }

    @Test func `the checker of schemas finds what is wrong`() throws {
        let schema = try Self.schema.get()
        var text = try Tearsheet.run(["metrics", sampleRuns[0], "--format", "json", "--only", "cagr"]).output
        text = text.replacingOccurrences(of: "tearsheet.metrics/1", with: "tearsheet.metrics/2")
        text = text.replacingOccurrences(of: "\"unit\"", with: "\"units\"")
        let problems = schema.problems(in: try JSON(text: text))
        #expect(problems.contains { $0.hasPrefix("$.schema: not const") })
        #expect(problems.contains("$.metrics.cagr: no member 'unit'"))
        #expect(problems.contains("$.metrics.cagr: unexpected member 'units'"))
    }

    @Test func `a metric has one number in JSON, CSV, table, HTML and PDF`() throws {
        let names = try metricNames()
        for run in singleSampleRuns {
            let shown = shownNumbers(try Tearsheet.run(["metrics", run]).output)
            let csv = try Tearsheet.run(["metrics", run, "--format", "csv"]).output
            let json = try JSON(text: try Tearsheet.run(["metrics", run, "--format", "json"]).output)
            let id = try #require(json["run"]?["id"]?.string)
            let html = try lines(ofHTML: RenderedSamples.text(id + ".html"))
            let pdf = try lines(ofPDF: id)
            var compared = 0
            var places = ["HTML": 0, "PDF": 0]
            for row in csv.split(separator: "\n").dropFirst() {
                let cells = row.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
                guard let number = json["metrics"]?[cells[0]]?["value"]?.number else { continue }
                // Some names count in the run's calendar: days, sessions.
                let name = names[cells[0]] ?? ""
                let metric = try #require(
                    shown[name] ?? shown[name.replacingOccurrences(of: "five days", with: "five sessions")],
                    "\(cells[0]) in the table of \(id)")
                compared += 1
                #expect(Double(cells[1]) == number, "\(cells[0]) of \(id): CSV and JSON")
                #expect(metric.fits(number), "\(metric.name) of \(id): \(metric.text) and \(number)")
                // Not every metric stands in a report; one that does has this number.
                let longer = names.values.filter { $0.hasPrefix(metric.name + " ") }
                for (format, lines) in [("HTML", html), ("PDF", pdf)] {
                    let own = lines.filter { line in
                        line.hasPrefix(metric.name + " ") && !longer.contains(where: line.hasPrefix)
                            && isNumber(
                                line.dropFirst(metric.name.count + 1), like: metric.text, alone: format == "HTML")
                    }
                    guard !own.isEmpty else { continue }
                    places[format, default: 0] += 1
                    #expect(
                        own.contains { solid($0).contains(solid(metric.text).filter { $0 != "%" }) },
                        "\(metric.name) \(metric.text) of \(id) in \(format)")
                }
            }
            #expect(compared > 60 && places.values.allSatisfy { $0 > 20 }, "\(id): \(compared), \(places)")
        }
    }

    @Test func `every CSV file has a header and rows of its length`() throws {
        let folder = try RenderedSamples.folder()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".csv") }
        #expect(names.count > 100)
        for name in names {
            let text = try RenderedSamples.text(name)
            #expect(text.hasSuffix("\n") && !text.contains("\r"))
            let rows = text.split(separator: "\n").filter { !$0.contains("\"") }
            let widths = Set(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).count })
            #expect(widths.count == 1, "\(name): \(widths)")
        }
    }
}

/// A number as the table of `metrics` shows it.
private struct ShownNumber {
    let name: String
    let text: String
    let value: Double
    let halfStep: Double

    /// What is less than the last digit that is shown says so.
    func fits(_ number: Double) -> Bool {
        text.hasPrefix("<") ? number < value : abs(number - value) <= halfStep * 1.000_001
    }
}

/// Names for readers by key.
private func metricNames() throws -> [String: String] {
    let lines = try Tearsheet.run(["explain", "--list"]).output.split(separator: "\n")
    return Dictionary(
        lines.map { line in
            let key = line.prefix { $0 != " " }
            return (String(key), plain(line.dropFirst(key.count).trimmingCharacters(in: .whitespaces)))
        }, uniquingKeysWith: { first, _ in first })
}

private func shownNumbers(_ table: String) -> [String: ShownNumber] {
    let numbers = table.components(separatedBy: "\n").compactMap(shownNumber)
    return Dictionary(numbers.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}

private func shownNumber(_ line: String) -> ShownNumber? {
    let parts = plain(line).components(separatedBy: "  ").filter { !$0.isEmpty }
    guard line.hasPrefix("  "), parts.count >= 2 else { return nil }
    let text = parts[1].trimmingCharacters(in: .whitespaces)
    let digits = text.filter { "0123456789.-".contains($0) }
    guard let number = Double(digits) else { return nil }
    let places = digits.split(separator: ".").dropFirst().first?.count ?? 0
    let name = parts[0].trimmingCharacters(in: .whitespaces)
    // Durations are hours in JSON, and minutes, hours or days for readers.
    let unit = text.components(separatedBy: " ").last ?? ""
    let hoursOf: [String: Double] = ["min": 1.0 / 60, "d": 24]
    let hours = name.hasSuffix("duration") || name.contains("time to fill") ? hoursOf[unit] ?? 1 : 1
    let scale = text.hasSuffix("%") ? 0.01 : hours
    return ShownNumber(
        name: name, text: text, value: number * scale,
        halfStep: 0.5 * pow(10, -Double(places)) * scale)
}

/// Whether a text begins with a number of as many decimals: a convention without its value does not.
private func isNumber(_ text: Substring, like shown: String, alone: Bool) -> Bool {
    func decimals(_ text: some StringProtocol) -> Int {
        text.drop { $0 != "." }.dropFirst().prefix(while: \.isNumber).count
    }
    let first = text.drop { $0 == " " }.prefix { $0 != " " }
    let isNumber = first.contains(where: \.isNumber) && first.allSatisfy { "0123456789.-<%–".contains($0) }
    return isNumber && decimals(first) == decimals(shown) && (!alone || text.count(where: \.isLetter) <= 12)
}

/// Without spaces: poppler makes words by their distance, and may see none in a narrow space.
private func solid(_ text: String) -> String { text.filter { $0 != " " } }

/// Thin and no-break spaces and the minus sign as one types them.
private func plain(_ text: String) -> String {
    var text = text
    for (special, usual) in [("\u{2009}", " "), ("\u{202F}", " "), ("\u{A0}", " "), ("\u{2212}", "-")] {
        text = text.replacingOccurrences(of: special, with: usual)
    }
    return text
}

/// One line per table row, without tags.
private func lines(ofHTML text: String) -> [String] {
    let body = text.components(separatedBy: "<body").last ?? ""
    return body.components(separatedBy: "<tr").map { row in
        let own = row.components(separatedBy: "</table>")[0]
        let text = own.drop { $0 != ">" }.dropFirst().replacingOccurrences(
            of: "<[^>]*>", with: " ", options: .regularExpression)
        return plain(text).replacingOccurrences(of: "&lt;", with: "<").trimmingCharacters(
            in: .whitespacesAndNewlines)
    }
}

private func lines(ofPDF id: String) throws -> [String] {
    let file = try RenderedSamples.folder().appendingPathComponent(id + ".pdf").path
    let text = try Tearsheet.tool("pdftotext", ["-layout", file, "-"]).output
    return plain(text).components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
}
