import Analytics
import DataOutput
import Foundation
import RunModel
import Series
import Tables
import TestSupport
import Testing

/// The JSON and CSV of a run of six days, made by hand, held word for word.
@Suite struct MetricsJSONTests {
    private static let analysis = Analyzer.analyze(run(), conventions: .standard)

    @Test func `the report of a small run`() throws {
        try expectGolden(Self.report, "DataOutput/report.json")
    }

    @Test func `the metrics of a small run as CSV`() throws {
        try expectGolden(String(decoding: CSVWriter.metrics(Self.analysis), as: UTF8.self), "DataOutput/metrics.csv")
    }

    @Test func `only the keys that are asked for are written, in the order of the catalogue`() throws {
        let bytes = MetricsJSON.metrics(Self.analysis, keys: [.maxDrawdown, .totalReturn])
        let text = String(decoding: bytes, as: UTF8.self)
        let value = try JSON(text: text)
        #expect(value["metrics"]?.object?.keys.sorted() == ["max_drawdown", "total_return"])
        #expect(value["series"] == nil && value["tables"] == nil)
        let total = try #require(text.range(of: "\"total_return\""))
        let drawdown = try #require(text.range(of: "\"max_drawdown\""))
        #expect(total.lowerBound < drawdown.lowerBound)
        let csv = CSVWriter.metrics(Self.analysis, keys: [.maxDrawdown, .totalReturn])
        #expect(String(decoding: csv, as: UTF8.self).split(separator: "\n").count == 3)
    }

    @Test func `the numbers are those of the run`() throws {
        let value = try JSON(text: Self.report)
        let total = try #require(value["metrics"]?["total_return"]?["value"]?.number)
        #expect(abs(total - (1.01 * 0.98 * 1.03 * 1.0 * 0.995 * 1.02 - 1)) < 1e-12)
        #expect(value["metrics"]?["trades.count"]?["value"] == .number(2))
        #expect(value["metrics"]?["cagr"]?["value"] == .null)
        #expect(value["tables"]?["trades"]?["symbol"] == .array([.string("=A1"), .string("B,\"quoted\"")]))
        #expect(value["findings"]?.array?.first?["row"] == .number(3))
    }

    @Test func `a report beside a PDF holds what the PDF has attached, byte for byte as without one`() throws {
        let tables = TablesJSON(TableCatalog.ofRun, of: Self.analysis)
        let attached = String(decoding: tables.bytes(schema: "tearsheet.tables/1"), as: UTF8.self)
        var bytes: [UInt8] = []
        MetricsJSON.writeReport(Self.analysis, tables: tables) { bytes += $0 }
        #expect(String(decoding: bytes, as: UTF8.self) == Self.report)
        let value = try JSON(text: attached)
        #expect(value["tables"] == (try JSON(text: Self.report))["tables"] && value["tables"] != nil)
        #expect(attached.hasPrefix("{\n  \"schema\": \"tearsheet.tables/1\",\n  \"tables\": {\n"))
        #expect(attached.hasSuffix("\n}\n"))
    }

    /// The JSON of a report as one text.
    private static var report: String {
        var bytes: [UInt8] = []
        MetricsJSON.writeReport(analysis) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func run() -> Run {
        let returns = [0.01, -0.02, 0.03, 0, -0.005, 0.02]
        let timestamps = (0...returns.count).map { Timestamp(CalendarDate(day: 19_730 + $0)) }
        let equity = returns.reduce(into: [10_000.0]) { $0.append($0[$0.count - 1] * (1 + $1)) }
        let later = Array(timestamps.dropFirst())
        let trades = [
            Trade(
                id: "1", symbol: "=A1", side: .long, quantity: 10, entry: timestamps[1], entryPrice: 100,
                exit: timestamps[3],
                exitPrice: 104, profit: 39, fees: 1, returnFraction: 0.039),
            Trade(
                id: "2", symbol: "B,\"quoted\"", side: .short, quantity: 5, entry: timestamps[2], entryPrice: 50,
                exit: timestamps[5], exitPrice: 52, profit: -11, fees: 1, returnFraction: -0.044, tag: "late"),
        ]
        let calendar = TradingCalendar(
            name: "xnys", cadence: .daily, sessionsPerYear: 252, periodsPerSession: 1, periodsPerYear: 252,
            isInferred: false, reason: "by hand")
        let market = TimeSeries(timestamps: later, values: [0.005, -0.01, 0.02, 0, 0, 0.01])
        let days = timestamps[6].fractionalDays - timestamps[0].fractionalDays
        return Run(
            identity: RunIdentity(
                id: "tiny", strategy: .given("Tiny \"run\""), version: .absent, engine: "by hand", created: .absent,
                parameters: []),
            equity: TimeSeries(timestamps: timestamps, values: equity), equityIsDerived: false, baselineIsAdded: false,
            returns: TimeSeries(timestamps: later, values: returns),
            calendar: calendar, currency: .given("USD"), initialCapital: .given(10_000), timeZone: .absent,
            benchmark: Benchmark(
                name: "Index", start: timestamps[0], returns: market, calendar: calendar,
                pairs: BenchmarkPairs(
                    starts: Array(0..<6), ends: Array(1...6), timestamps: later, days: days, runReturns: returns,
                    benchmarkReturns: market.values, periodsPerYear: 252),
                matched: 7),
            riskFree: .annual(0.02), trades: trades, positions: nil, costs: CostModel(), trials: nil,
            outOfSampleStart: nil,
            provenance: Provenance(
                format: "by hand", recognisedBy: "",
                files: [
                    .init(name: "equity.csv", size: 12, sha256: String(repeating: "0a", count: 32), role: "equity")
                ],
                notes: []),
            findings: [
                Finding(
                    severity: .warning, layer: .outliers, code: "large_return", file: "equity.csv", row: 3,
                    column: "equity", fact: "a return of 3 %", remedy: "check it")
            ])
    }
}
