import Analytics
import Formatting
import Foundation
import RunFormats
import Tables
import TestSupport
import Testing

@testable import DataOutput

/// Version 1 of the JSON is what the published schema says, and nothing else.
@Suite struct SchemaTests {
    private static let place = "Documentation/metrics.schema.json"
    private static let schema = Result {
        try JSONSchema(text: String(contentsOf: repositoryRoot.appendingPathComponent(place), encoding: .utf8))
    }

    private static let runs: Result<[(name: String, analysis: Analysis)], any Error> = Result {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        _ = try folder.write("date,returns\n2020-01-02,0.01\n2020-01-03,0.02\n", to: "two.csv")
        _ = try folder.write("date,returns\n2020-01-02,0\n2020-01-03,0\n2020-01-06,0\n", to: "still.csv")
        let paths =
            sampleRuns.map { repositoryRoot.appendingPathComponent($0).path }
            + ["two.csv", "still.csv"].map { folder.url($0).path }
        return try paths.flatMap { try RunReader.list($0) }.map { reference in
            (reference.id, Analyzer.analyze(try RunReader.read(reference)))
        }
    }

    private static func report(_ analysis: Analysis) throws -> JSON {
        var bytes: [UInt8] = []
        MetricsJSON.writeReport(analysis) { bytes += $0 }
        return try JSON(text: String(decoding: bytes, as: UTF8.self))
    }

    @Test func `the JSON of every sample run, and of runs in which everything is absent, is valid`() throws {
        for (name, analysis) in try Self.runs.get() {
            let metrics = try JSON(text: String(decoding: MetricsJSON.metrics(analysis), as: UTF8.self))
            #expect(try Self.schema.get().problems(in: metrics) == [], "metrics of \(name)")
            #expect(try Self.schema.get().problems(in: Self.report(analysis)) == [], "report of \(name)")
        }
    }

    @Test func `every table of the catalogue is in JSON and CSV under its name, or says why not`() throws {
        for (name, analysis) in try Self.runs.get() {
            let json = try Self.report(analysis)
            let (tables, missing) = (json["tables"]?.object ?? [:], json["unavailable_tables"]?.object ?? [:])
            #expect(Set(tables.keys).isDisjoint(with: missing.keys))
            #expect(Set(tables.keys).union(missing.keys) == Set(TableCatalog.ofRun.map(\.name)), "\(name)")
            let files = Set(CSVWriter.files(of: analysis).map(\.name))
            #expect(files == Set(tables.keys).union(json["series"]?.object?.keys.map { $0 } ?? []), "\(name)")
        }
    }

    @Test func `columns of a table are equally long, and CSV has as many rows`() throws {
        for (name, analysis) in try Self.runs.get() {
            let json = try Self.report(analysis)
            for file in CSVWriter.files(of: analysis) {
                let columns = try #require(json["tables"]?[file.name]?.object ?? json["series"]?[file.name]?.object)
                let lengths = Set(columns.values.map { $0.array?.count ?? -1 })
                var bytes: [UInt8] = []
                file.write { bytes += $0 }
                let text = String(decoding: bytes, as: UTF8.self)
                let header = text.prefix { $0 != "\n" }
                #expect(lengths.count == 1, "\(name): \(file.name)")
                #expect(Set(header.split(separator: ",").map(String.init)) == Set(columns.keys))
                if !text.contains("\"") {
                    #expect(text.split(separator: "\n").count - 1 == lengths.first, "\(name): \(file.name)")
                }
            }
        }
    }

    @Test(arguments: [
        ("tearsheet.metrics/1", "tearsheet.metrics/2"), ("\"unit\": \"fraction\"", "\"unit\": \"Fraction\""),
        ("\"reason_code\"", "\"code\""), ("\"growth\"", "\"wealth\""), ("\"time\"", "\"timestamp\""),
        ("\"max_drawdown\"", "\"Max drawdown\""), ("\"drawdowns\"", "\"worst-five\""), ("\"depth\"", "\"Depth\""),
        ("\"outcome\": \"agrees\"", "\"outcome\": \"fine\""), ("\"value\": [1, ", "\"value\": [\"1\", "),
        ("\"unavailable_tables\"", "\"absent_tables\""), ("\"currency\": ", "\"money\": "),
        ("\"rank\": [1", "\"rank\": [\"1\""),
    ])
    func `a broken document is found`(right: String, wrong: String) throws {
        let analysis = try #require(try Self.runs.get().first).analysis
        var bytes: [UInt8] = []
        MetricsJSON.writeReport(analysis) { bytes += $0 }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains(right))
        let broken = try JSON(text: text.replacingOccurrences(of: right, with: wrong))
        #expect(try !Self.schema.get().problems(in: broken).isEmpty)
    }

    @Test func `the schema lists every table with its columns`() throws {
        let written = try String(contentsOf: repositoryRoot.appendingPathComponent(Self.place), encoding: .utf8)
        let start = "    \"tables\": {\n"
        let head = try #require(written.components(separatedBy: start).first)
        try expectGolden(head + start + Self.tables + "    }\n  }\n}\n", "../../" + Self.place)
    }

    private static var tables: String {
        let members = TableCatalog.ofRun.map { table in
            let columns = table.columns.map { column in
                "            \"\(column.key)\": { \"$ref\": \"#/$defs/\(kind(column.unit))\"\(note(column.unit)) }"
            }
            let keys = table.columns.map { "\"\($0.key)\"" }.joined(separator: ", ")
            return """
                        "\(table.name)": {
                          "type": "object",
                          "description": "\(table.summary)",
                          "required": [\(keys)],
                          "additionalProperties": false,
                          "properties": {
                \(columns.joined(separator: ",\n"))
                          }
                        }
                """
        }
        return "      \"type\": \"object\",\n"
            + "      \"description\": \"Only in `report`: every table of the run as columns of the same length.\",\n"
            + "      \"additionalProperties\": false,\n      \"properties\": {\n"
            + members.joined(separator: ",\n") + "\n      }\n"
    }

    private static func kind(_ unit: ValueUnit?) -> String {
        switch unit {
        case nil: "values"
        case .word: "texts"
        case .date, .time: "times"
        case .flag: "flags"
        default: "numbers"
        }
    }

    private static func note(_ unit: ValueUnit?) -> String {
        switch unit {
        case nil: ", \"description\": \"in the unit of the row\""
        case .word, .date, .time, .flag: ""
        case .some(let unit): ", \"description\": \"\(unit.title)\""
        }
    }
}
