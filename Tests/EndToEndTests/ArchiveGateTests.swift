import Foundation
import TestSupport
import Testing

/// Gates against the last good archived report of a strategy.
@Suite struct ArchiveGateTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A version of a strategy that earns so much on each of two days, judged against the one before.
    private func batch(_ daily: Double, _ day: Int, command: String = "batch") throws -> Tearsheet.Result {
        _ = try folder.write("date,returns\n2020-01-01,\(daily)\n2020-01-02,\(daily)\n", to: "in/s.csv")
        return try Tearsheet.script(
            "SOURCE_DATE_EPOCH=\(day * 86_400) tearsheet \(command) in/s.csv -o out --format json --archive archive "
                + "--require 'total_return >= previous.total_return - 1%'", in: folder.url)
    }

    @Test(arguments: ["batch", "report"])
    func `a version that falls behind is refused, the last good one is named, and stays the measure`(command: String)
        throws
    {
        // Total returns 21 %, 20.8 %, 4 %, 4 %.
        #expect(try batch(0.1, 1, command: command).code == 0)
        let close = try batch(0.0991, 2, command: command)
        #expect(close.code == 0, "\(close.errors)")
        let worse = try batch(0.02, 3, command: command)
        #expect(worse.code == 2)
        #expect(
            worse.errors.contains("previous.total_return is 20.8%; the last good one is entry "), "\(worse.errors)"
        )
        #expect(worse.errors.contains(" of 1970-01-03, run s"), "\(worse.errors)")
        // Refused once, it is nobody's measure; and judged as before when it comes again.
        #expect(try batch(0.02, 4, command: command).code == 2)
        #expect(try batch(0.021, 5, command: command).code == 2)
        #expect(try batch(0.1, 6, command: command).code == 0)
        let list = try Tearsheet.run(["archive", "list", "archive", "--format", "json"], in: folder.url)
        let entries = try #require(try JSON(text: list.output).array)
        #expect(
            entries.map { $0["gates"]?.array?.first?["met"] } == [.bool(false), .bool(false), .bool(true), .bool(true)])
        #expect(entries.map { $0["sequence"] } == [.number(4), .number(3), .number(2), .number(1)])
    }

    @Test func `looking back needs an archive`() throws {
        _ = try folder.write("date,returns\n2020-01-01,0.1\n2020-01-02,0.1\n", to: "s.csv")
        let result = try Tearsheet.run(["report", "s.csv", "--require", "sharpe > previous.sharpe"], in: folder.url)
        #expect(result.code == 64 && result.errors.contains("--archive DIR"), "\(result.errors)")
        let wrong = try Tearsheet.run(
            ["report", "s.csv", "--archive", "a", "--require", "sharpe > previous.sharp"], in: folder.url)
        #expect(wrong.code == 64 && wrong.errors.contains("did you mean 'previous.sharpe'?"), "\(wrong.errors)")
    }
}
