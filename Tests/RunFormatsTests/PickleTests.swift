import Foundation
import RunFormats
import RunModel
import TestSupport
import Testing

/// Pickles are refused with the line of Python that converts what they hold.
struct PickleTests {
    private static let kinds: [(words: String, name: String, line: String)] = [
        ("", "run.pkl", "read_pickle('run.pkl').to_csv('run.csv')"),
        (
            "portfolio_value algorithm_period_return", "perf.pickle",
            "read_pickle('perf.pickle').to_csv('perf.perf.csv')"
        ),
        (
            "vectorbt.portfolio.base Portfolio", "pf",
            "vectorbt as v; r=v.Portfolio.load('pf'); r.value().to_csv('pf.value.csv')"
        ),
        ("_equity_curve _trades", "stats.pkl", "s['_equity_curve'].to_csv('stats.equity.csv')"),
        ("bt.backtest Result", "res.pkl", "r.prices.to_csv('res.prices.csv')"),
        ("", "a'; rm -rf x.pkl", "read_pickle('run.pkl')"),
    ]

    @Test(arguments: kinds.indices, [2, 3, 4, 5] as [UInt8])
    func `the line is for what the pickle holds`(kind: Int, version: UInt8) throws {
        let (words, name, line) = Self.kinds[kind]
        let folder = try TemporaryRun()
        try folder.write(name, [0x80, version] + Array(words.utf8) + [0x2E])
        let message = try folder.message(name)
        #expect(message.contains("a Python pickle is never read") && message.contains(line), "\(message)")
    }

    @Test func `the old protocol of text is known too`() throws {
        let folder = try TemporaryRun()
        try folder.write("old.pkl", Array("ccopy_reg\n_reconstructor\np0\n.".utf8))
        #expect(try folder.message("old.pkl").contains("pickle"))
    }

    @Test func `a folder that holds a pickle alone says so`() throws {
        let folder = try TemporaryRun()
        try folder.write("perf.pickle", [0x80, 4] + Array("portfolio_value".utf8))
        #expect(RunReader.validate(folder.path).map(\.code) == ["pickle"])
    }

    /// `gzip` of the bytes 80 04 4E 2E.
    @Test func `a pickle in gzip is one`() throws {
        let folder = try TemporaryRun()
        let stored: [UInt8] = [
            0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 4, 0, 0xFB, 0xFF, 0x80, 0x04, 0x4E, 0x2E,
        ]
        try folder.write("perf.pickle.gz", stored + Self.checksum([0x80, 0x04, 0x4E, 0x2E]) + [4, 0, 0, 0])
        #expect(try folder.message("perf.pickle.gz").contains("read_pickle('perf.pickle.gz')"))
    }

    private static func checksum(_ bytes: [UInt8]) -> [UInt8] {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return (0..<4).map { UInt8(truncatingIfNeeded: ~sum >> (8 * UInt32($0))) }
    }
}
