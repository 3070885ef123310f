import Graphics

/// Five numbers of a distribution at one place, and what lies beyond them.
public struct QuantileBox: Equatable, Sendable {
    /// The middle of the box, across the direction of its numbers.
    public var place: Double
    /// End of the lower whisker.
    public var low: Double
    /// Lower end of the box.
    public var lower: Double
    /// The line in the box.
    public var middle: Double
    /// Upper end of the box.
    public var upper: Double
    /// End of the upper whisker.
    public var high: Double
    /// Observations beyond the whiskers.
    public var outliers: [Double]
    /// What the box says in full, shown where a reader points at it. Empty for none.
    public var title: String

    /// A box; the quantiles are the caller's choice and should be named in the chart's subtitle.
    public init(
        at place: Double, low: Double, lower: Double, middle: Double, upper: Double, high: Double,
        outliers: [Double] = [], title: String = ""
    ) {
        self.place = place
        self.low = low
        self.lower = lower
        self.middle = middle
        self.upper = upper
        self.high = high
        self.outliers = outliers
        self.title = title
    }
}

extension Marks {
    /// Boxes with whiskers, a line at the middle and dots for outliers; `width` is theirs across, in numbers of the axis
    /// on which they stand. A box without five finite numbers is left out.
    public static func boxes(
        _ boxes: [QuantileBox], width: Double = 0.5, direction: Direction = .vertical, paint: Paint = .role(.accent)
    ) -> [Mark] {
        let drawn = boxes.filter { ($0.place + $0.low + $0.lower + $0.middle + $0.upper + $0.high).isFinite }
        let whiskers = drawn.flatMap { box in
            [
                SegmentsMark.Segment.along(direction, at: box.place, from: box.lower, to: box.low),
                SegmentsMark.Segment.along(direction, at: box.place, from: box.upper, to: box.high),
            ]
        }
        let middles = drawn.map {
            SegmentsMark.Segment.across(
                direction, at: $0.middle, from: $0.place - width / 2, to: $0.place + width / 2)
        }
        let outliers = drawn.flatMap { box in box.outliers.map { (box.place, $0) } }
        var marks: [Mark] = [
            .segments(SegmentsMark(whiskers, paint: paint)),
            .bars(
                BarsMark(
                    drawn.map { bar($0, width, direction, paint.faded) },
                    orientation: direction == .vertical ? .vertical : .horizontal, gap: 0)),
            .segments(SegmentsMark(middles, paint: paint, weight: .strong)),
        ]
        if !outliers.isEmpty {
            marks.append(
                .dots(
                    DotsMark(
                        direction, places: outliers.map(\.0), values: outliers.map(\.1), paint: paint, radius: 1.1)))
        }
        return marks
    }

    private static func bar(
        _ box: QuantileBox, _ width: Double, _ direction: Direction, _ paint: Paint
    ) -> BarsMark.Bar {
        let (start, end) = (box.place - width / 2, box.place + width / 2)
        return direction == .vertical
            ? BarsMark.Bar(x0: start, x1: end, y0: box.lower, y1: box.upper, paint: paint, title: box.title)
            : BarsMark.Bar(x0: box.lower, x1: box.upper, y0: start, y1: end, paint: paint, title: box.title)
    }
}

extension Paint {
    /// A light tint of the colour, for areas inside of lines of it.
    var faded: Paint {
        switch self {
        case .role(let role, let opacity): .role(role, opacity: opacity * 0.25)
        case .color(let color, let opacity): .color(color, opacity: opacity * 0.25)
        case .mix(let from, let to, let fraction): .mix(from, to, fraction: fraction * 0.25)
        case .readable: self
        }
    }
}
