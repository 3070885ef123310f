import Foundation
import RunFormats
import TestSupport
import Testing

/// Results of LEAN changed at random, with a seed: whatever comes out keeps what is guaranteed of a run, or is refused with
/// words.
struct LeanMutationTests {
    private static let pieces = [
        "null", "1e308", "-1e308", "1e-320", "\"\"", "[]", "{}", "0", "-1", "\"NaN\"", "NaN", "9223372036854775807",
        "true", "\"2024-03-08T21:00:00Z\"", "\"0001-01-01T00:00:00Z\"", "1709874000", "-62135596800", "[1709874000]",
        "\"filled\"", "\"\\u0000\"", ",", "}", "]",
    ]

    /// Numbers, texts and words of a document are exchanged for others, or bytes are cut out.
    private static func mutated(_ text: String, _ generator: inout SeededNumbers) -> String {
        var bytes = Array(text.utf8)
        for _ in 0...generator.below(3) {
            let start = generator.below(bytes.count)
            if generator.below(8) == 0 {
                bytes.removeSubrange(start..<min(bytes.count, start + 1 + generator.below(60)))
                continue
            }
            guard let colon = bytes[start...].firstIndex(where: { ":[,".utf8.contains($0) }),
                let end = bytes[(colon + 1)...].firstIndex(where: { ",]}".utf8.contains($0) })
            else { continue }
            bytes.replaceSubrange(
                (colon + 1)..<end, with: Array(pieces[generator.below(pieces.count)].utf8))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: LeanFixture.Dialect.allCases)
    func `changed results are runs or refused`(dialect: LeanFixture.Dialect) throws {
        var fixture = LeanFixture(dialect: dialect)
        fixture.exposure = [
            "Equity - Long Ratio": [0, 0.5001, 0, 0, 0, 0.0850, 0.0850, 0.0893],
            "Option - Short Ratio": [0, 0, -0.0002, -0.0002, -0.0002, 0, 0, 0],
        ]
        let folder = try TemporaryRun()
        let files = fixture.files.sorted { $0.key < $1.key }
        var generator = SeededNumbers(seed: 2026)
        var runs = 0
        for round in 0..<150 {
            for (place, file) in files.enumerated() {
                let isChanged = round % files.count == place
                try folder.write(
                    file.key, Array((isChanged ? Self.mutated(file.value, &generator) : file.value).utf8))
            }
            do throws(RunError) {
                let run = try RunReader.read(folder.path)
                runs += 1
                #expect(run.problems() == [], "\(dialect) \(round)")
                #expect(run.equity.values.dropLast().allSatisfy { $0 > 0 && $0.isFinite })
            } catch { #expect(!error.message.isEmpty) }
        }
        #expect(runs > 20)
    }
}
