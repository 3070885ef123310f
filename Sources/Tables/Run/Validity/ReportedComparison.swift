import Analytics
import RunModel

/// A statistic of the engine beside the metric that measures the same.
public struct ReportedComparison: Sendable {
    /// What came out.
    public enum Outcome: String, Sendable {
        /// Equal to the last digit that the engine wrote.
        case agrees
        /// Not equal, and the engine's convention says why.
        case differsByConvention = "differs_by_convention"
        /// Not equal, and nothing is known that explains it.
        case differs
        /// No metric measures the same, or one of the two has no value.
        case notCompared = "not_compared"
    }

    /// As the engine wrote it.
    public let statistic: ReportedStatistic
    /// Ours; nil where no metric measures the same.
    public let metric: Metric?

    /// What the engine of a run reported, in its order.
    public static func all(_ analysis: Analysis) -> [ReportedComparison] {
        analysis.run.reported.map { statistic in
            let key = statistic.key.flatMap { MetricKey(rawValue: $0) }
            return ReportedComparison(statistic: statistic, metric: key.flatMap { analysis.metrics[$0] })
        }
    }

    /// What came out.
    public var outcome: Outcome {
        guard let theirs = statistic.value, let ours = metric?.value.number else { return .notCompared }
        if (theirs - ours).magnitude <= Self.tolerance(statistic.text, theirs) { return .agrees }
        return statistic.note.isEmpty ? .differs : .differsByConvention
    }

    /// The reason where the two differ, empty where they agree.
    public var shownNote: String {
        switch outcome {
        case .agrees: "agrees"
        case .differsByConvention: statistic.note
        case .differs: "not explained"
        case .notCompared: metric?.value.reason ?? ""
        }
    }

    /// One unit of the last digit that was written: engines cut as well as round. 10⁻⁹ of the value at least.
    static func tolerance(_ text: String, _ value: Double) -> Double {
        // Blanks part thousands.
        let number = text.filter { !$0.isWhitespace }.drop { !$0.isNumber }.prefix {
            $0.isNumber || $0 == "." || $0 == ","
        }
        let exact = max(value.magnitude, 1e-6) * 1e-9
        guard let written = Double(number.filter { $0 != "," }), !text.lowercased().contains("e-") else { return exact }
        // A percent, or another unit than ours, makes the digits worth less; a name may say so where the text does not.
        var unit = written == 0 ? (text.contains("%") ? 0.01 : 1) : value.magnitude / written
        guard let point = number.lastIndex(of: ".") else { return text.contains("%") ? unit : exact }
        for _ in number[point...].dropFirst() { unit /= 10 }
        return max(unit, exact)
    }
}
