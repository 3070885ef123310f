import Analytics
import Charts
import DocumentModel
import Graphics
import Series

/// Growth of each report of a history as small multiples over one vertical axis, with the report before it behind.
struct GrowthMultiples {
    let entries: [Archive.Place]

    /// Growth of so many reports is drawn; readers see no difference among more.
    static let most = 24
    private static let columns = 4

    /// Nothing where no report keeps its growth.
    var figure: Figure? {
        let drawn = entries.indices.suffix(Self.most).filter { Self.isDrawn(entries[$0].entry) }
        guard !drawn.isEmpty else { return nil }
        let columns = min(Self.columns, drawn.count)
        let rows = (drawn.count + columns - 1) / columns
        let left = entries.count > Self.most ? ", the last \(Self.most) reports" : ""
        let chart = Chart(
            title: "Growth of 1", subtitle: "log scale, one for all; the report before it in grey\(left)",
            altText: words(of: drawn), aspect: 0.04 + 0.7 / Double(columns) * Double(rows),
            layout: .grid(columns: columns, sharing: .y), panels: drawn.map(panel))
        return Figure(name: "growth_of_reports", chart: chart)
    }

    private static func isDrawn(_ entry: ArchiveEntry) -> Bool {
        entry.growth.count > 1 && entry.growth.allSatisfy { $0.isFinite && $0 > 0 } && days(of: entry) != nil
    }

    private func panel(_ place: Int) -> Panel {
        var marks: [Mark] = []
        if place > 0, Self.isDrawn(entries[place - 1].entry) {
            marks.append(.line(Self.line(entries[place - 1].entry, .role(.benchmark), .light)))
        }
        marks.append(.line(Self.line(entries[place].entry, .role(.accent), .strong)))
        return Panel(
            heading: heading(entries[place]), x: .time, y: Axis(.logarithmic, format: .multiple(2), including: [1]),
            marks: marks)
    }

    private func heading(_ place: Archive.Place) -> String {
        let last = place.entry.growth.last.map { NumberFormat.multiple(2).text($0) } ?? ""
        return "\(place.entry.sequence) · \(EntryCells.moment(place.entry.archived).prefix(10)) · \(last)"
    }

    private static func line(_ entry: ArchiveEntry, _ paint: Paint, _ weight: LineMark.Weight) -> LineMark {
        let span = days(of: entry) ?? 0...1
        let last = Double(entry.growth.count - 1)
        let x = entry.growth.indices.map { span.lowerBound + (span.upperBound - span.lowerBound) * Double($0) / last }
        return LineMark(entry.run, x: x, y: entry.growth, paint: paint, weight: weight)
    }

    /// The observations are evenly spaced, and so they are drawn between the run's first and last day.
    private static func days(of entry: ArchiveEntry) -> ClosedRange<Double>? {
        guard let start = CalendarDate(iso: entry.start.prefix(10)), let end = CalendarDate(iso: entry.end.prefix(10)),
            start < end
        else { return nil }
        return Double(start.day)...Double(end.day)
    }

    private func words(of drawn: [Int]) -> String {
        "Growth of 1 of each report: " + drawn.map { heading(entries[$0]) }.joined(separator: "; ") + "."
    }
}
