import Analytics
import NativeCodecs
import RunModel
import Series

/// Several runs side by side on the time that they have in common.
///
/// ``Comparer`` makes it; everything here is derived from the runs and never fails. What cannot be computed is n/a with
/// its reason.
public struct Comparison: Sendable {
    /// The runs in the order in which they were given.
    public let members: [Member]
    /// The moments that all runs have, and the returns of each between them.
    public let span: CommonSpan
    /// The choices in force, the same for all.
    public let conventions: Conventions
    /// Correlation of the returns between common moments, one row per run.
    public let correlations: CorrelationMatrix
    /// Whether the Sharpe ratios of two runs differ by more than chance, or why that cannot be said.
    public let sharpeDifference: Result<SharpeDifference, Unavailable>
    /// What a reader of the comparison should mind, beside what was found in each run.
    public let findings: [Finding]

    /// Every metric that any run has a number or a word for, over the common span, in the order of the catalogue.
    public var metrics: [ComparedMetric] { ComparedMetric.all(of: members) }
    /// The same over each run's own span; nothing is best where spans differ.
    public var ownMetrics: [ComparedMetric] { ComparedMetric.ofOwnSpans(members) }
    /// The calendar years of the common span, each run's return in each.
    public var years: [ComparedYear] { ComparedYear.all(of: members) }
    /// The runs that have another span of their own, so that their metrics over it differ.
    public var longerMembers: [Member] { members.filter(\.isLonger) }

    /// One digest of all that the runs were read from: SHA-256 of a line for each run, its digest and its id.
    public var inputsDigest: String {
        let lines = members.map { $0.whole.run.provenance.digest + "  " + $0.id + "\n" }.joined()
        return SHA256.hex(Array(lines.utf8))
    }
}

/// One run of a comparison.
public struct Member: Sendable {
    /// Its place, from 0.
    public let index: Int
    /// Its id, made unique within the comparison: `goog`, `goog-2`.
    public let id: String
    /// What readers see: the strategy's name, else the id; unique within the comparison.
    public let name: String
    /// The name where there is little room: at most 24 characters, unique too.
    public let shortName: String
    /// Over the common span.
    public let common: Analysis
    /// Over the run's own span: the same as ``common`` where that is the common one.
    public let whole: Analysis
    /// Whether the run's own span is longer than the common one.
    public let isLonger: Bool

    /// What data files, pages and figures call one of its series: `growth.goog`.
    public func seriesName(_ name: String) -> String { name + "." + id }
}
