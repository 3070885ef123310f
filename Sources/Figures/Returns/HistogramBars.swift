import Analytics
import Charts
import Formatting

/// Bars of a histogram, coloured by sign; what lies beyond its bins stands at its ends, and is counted there.
enum HistogramBars {
    /// One bar per bin, since one of the edges is zero and so every bin has one sign; then the tails.
    /// `edge` words the ends of a bin.
    static func marks(_ histogram: Histogram, edge: (Double) -> String) -> [Mark] {
        let bars = histogram.counts.enumerated().compactMap { index, count -> BarsMark.Bar? in
            let start = histogram.start + histogram.width * Double(index)
            guard count > 0 else { return nil }
            return BarsMark.Bar(
                x0: start, x1: start + histogram.width, y1: Double(count),
                paint: .role(start < -histogram.width / 2 ? .loss : .gain, opacity: 0.88),
                title: "\(edge(start)) to \(edge(start + histogram.width)): \(count)")
        }
        return [.bars(BarsMark(bars))] + tails(histogram).map { .bars(BarsMark([$0])) }
    }

    /// Paler and twice as wide as a bin, a bin away from the others: they stand for all values beyond.
    private static func tails(_ histogram: Histogram) -> [BarsMark.Bar] {
        let (width, end) = (histogram.width, histogram.start + histogram.width * Double(histogram.counts.count))
        let sides = [(histogram.below, histogram.start - 3 * width), (histogram.above, end + width)]
        return sides.filter { $0.0 > 0 }.map { count, start in
            BarsMark.Bar(
                x0: start, x1: start + 2 * width, y1: Double(count),
                paint: .role(start < -width / 2 ? .loss : .gain, opacity: 0.45),
                value: DisplayNumber.number(Double(count), places: 0))
        }
    }

    /// Says what the bars at the ends stand for: `; 13 below −2.1 % and 11 from 2.5 % on at the ends`.
    static func tails(_ histogram: Histogram, edge: (Double) -> String) -> String {
        let end = histogram.start + histogram.width * Double(histogram.counts.count)
        var parts: [String] = []
        if histogram.below > 0 { parts.append("\(histogram.below) below \(edge(histogram.start))") }
        if histogram.above > 0 { parts.append("\(histogram.above) from \(edge(end)) on") }
        return parts.isEmpty
            ? "" : "; " + parts.joined(separator: " and ") + (parts.count == 1 ? " at the end" : " at the ends")
    }
}
