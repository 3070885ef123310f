import Analytics
import Formatting
import Foundation
import RunBuilders
import RunModel
import TestSupport
import Testing

/// The numbers of every metric over a fixed set of runs, as digests beside the version of its method: a formula that gives other
/// numbers under the same version fails here.
///
/// `TEARSHEET_RECORD=1` records new metrics and those whose version rose, and no others.
struct MethodVersionTests {
    private static let file = repositoryRoot.appendingPathComponent(
        "Tests/AnalyticsTests/Reference/method-versions.csv")

    /// What is on record of a metric.
    private struct Entry: Equatable {
        var version: Int
        var digest: String
    }

    @Test func `numbers change only with the version of their method`() throws {
        var recorded = Self.recorded()
        let current = Self.current()
        #expect(Set(recorded.keys).subtracting(current.keys) == [], "keys that are no longer there")
        let isRecording = ProcessInfo.processInfo.environment["TEARSHEET_RECORD"] != nil
        for (key, entry) in current where recorded[key] != entry {
            if let old = recorded[key], old.version == entry.version {
                Issue.record(
                    "\(key) has other numbers than version \(old.version) had: raise `methodVersion` in its declaration"
                )
            } else if isRecording {
                recorded[key] = entry
                Issue.record("recorded \(key)")
            } else {
                Issue.record("\(key) is not on record as version \(entry.version); run with TEARSHEET_RECORD=1")
            }
        }
        if isRecording { try Self.write(recorded) }
    }

    private static func recorded() -> [String: Entry] {
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        let rows = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
        return Dictionary(
            rows.compactMap { $0.count == 3 ? ($0[0], Entry(version: Int($0[1]) ?? 0, digest: $0[2])) : nil },
            uniquingKeysWith: { first, _ in first })
    }

    private static func write(_ entries: [String: Entry]) throws {
        let keys = MetricCatalog.all.map(\.key.rawValue)
        let rows = keys.compactMap { key in entries[key].map { "\(key),\($0.version),\($0.digest)\n" } }
        try ("key,version,digest\n" + rows.joined()).write(to: file, atomically: true, encoding: .utf8)
    }

    /// Every profile over runs of days, of each day of a week, of minutes and of months, and one that has everything.
    private static func current() -> [String: Entry] {
        let runs = [
            FullRun.run(), RandomWalk(count: 700).run(), RandomWalk(count: 500, step: .everyDay, seed: 3).run(),
            RandomWalk(count: 1300, step: .minutes(30), seed: 4).run(),
            RandomWalk(count: 90, step: .months, seed: 5).run(),
        ]
        var texts = [String: [String]]()
        for run in runs {
            for conventions in Conventions.profiles {
                for metric in Analyzer.analyze(run, conventions: conventions).metrics.metrics {
                    texts[metric.declaration.key.rawValue, default: []].append(text(metric.value))
                }
            }
        }
        return Dictionary(
            MetricCatalog.all.map { declaration in
                let key = declaration.key.rawValue
                let digest = digest((texts[key] ?? []).joined(separator: ";"))
                return (key, Entry(version: declaration.methodVersion, digest: digest))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Eight digits: the last bits of transcendental functions differ between machines.
    private static func text(_ value: MetricValue) -> String {
        switch value {
        case .number(let number): SignificantDigits.json(number, count: 8)
        case .word(let word): word
        case .absent(let cause): cause.code
        }
    }

    /// FNV-1a, 64 bits: no secret, only a mark.
    private static func digest(_ text: String) -> String {
        let hash = text.utf8.reduce(14_695_981_039_346_656_037 as UInt64) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        return String(hash, radix: 16)
    }
}
