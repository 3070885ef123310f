import Analytics
import Charts
import Comparison
import Graphics
import Series

/// How the runs of a comparison look: the same colour in every figure.
extension Member {
    /// A colour of its own for the first six, that of the others beyond; direct labels tell those apart.
    var role: ColorRole { CategoryColors.role(at: index) }
    /// The colour of its lines, bars and dots.
    var paint: Paint { .role(role) }
    /// The colour of its name: text needs more contrast than a line.
    var labelPaint: Paint { .mix(role, .ink, fraction: 0.35) }
}

extension Comparison {
    /// The whole common span, for every figure over time.
    var timeAxis: Axis { Axis(.time, domain: Interval(span.start.fractionalDays, span.end.fractionalDays)) }

    /// `2 Jan 2015 – 6 Jan 2025`.
    var spanText: String { "\(span.start.date.display) – \(span.end.date.display)" }

    /// One row per run, the first at the top; each is one wide.
    var rowAxis: Axis {
        let bands = members.map { AxisBand([$0.name], start: Double($0.index), end: Double($0.index + 1)) }
        return Axis(.bands(bands, extent: Double(members.count)))
    }

    /// The benchmark that all runs have, over the common span; nil where they have none, or several.
    var commonBenchmark: (name: String, growth: TimeSeries)? {
        guard let first = members.first?.common, let name = first.benchmarkName, let growth = first.growth.benchmark,
            members.allSatisfy({ $0.common.benchmarkName == name })
        else { return nil }
        return (name, growth)
    }

    /// `A 1.54, B 0.93`: the number of each run that has one.
    func facts(_ text: (Member) -> String?) -> String {
        members.compactMap { member in text(member).map { "\(member.name) \($0)" } }.joined(separator: ", ")
    }
}
