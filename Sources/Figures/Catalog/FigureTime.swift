import Analytics
import Charts
import Series

/// What the figures over time have in common, so that they can stand under each other.
struct FigureTime {
    private let analysis: Analysis

    init(_ analysis: Analysis) { self.analysis = analysis }

    /// The whole span of the run, also for series that begin later.
    var axis: Axis {
        let timestamps = analysis.growth.timestamps
        guard let first = timestamps.first, let last = timestamps.last, first < last else { return .time }
        return Axis(.time, domain: Interval(first.fractionalDays, last.fractionalDays))
    }

    /// `from 2 Jan 2015 to 6 Jan 2025`.
    var span: String {
        let timestamps = analysis.growth.timestamps
        guard let first = timestamps.first, let last = timestamps.last else { return "without observations" }
        return "from \(first.date.display) to \(last.date.display)"
    }

    /// The five worst drawdowns, shaded and numbered as in the table.
    var worstDrawdowns: [BandMark] {
        analysis.drawdowns.worst(5).enumerated().map { index, episode in
            BandMark(
                from: episode.peak.fractionalDays, to: episode.end.fractionalDays, label: "\(index + 1)",
                paint: .role(.loss, opacity: 0.08), labelPaint: .role(.loss))
        }
    }

    /// What one observation of daily statistics is called, in the plural.
    var sessions: String {
        switch analysis.run.calendar.cadence {
        case .weekly: "weeks"
        case .monthly: "months"
        case .quarterly: "quarters"
        case .yearly: "years"
        default: analysis.run.calendar.sessionsPerYear >= 365 ? "days" : "sessions"
        }
    }
}

extension TimeSeries {
    /// The timestamps as coordinates of a time axis.
    var days: [Double] { timestamps.map(\.fractionalDays) }
}

extension Analysis {
    /// The benchmark's name, or nil without one.
    var benchmarkName: String? { growth.benchmark == nil ? nil : run.benchmark?.name ?? "Benchmark" }
}
