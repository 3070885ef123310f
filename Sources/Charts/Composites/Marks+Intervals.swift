import Graphics

/// An estimate and the range in which it may lie.
public struct EstimateInterval: Equatable, Sendable {
    /// Where it stands, across the direction of its numbers.
    public var place: Double
    /// Lower end.
    public var low: Double
    /// The estimate; not finite where there is none to show.
    public var middle: Double
    /// Upper end.
    public var high: Double

    /// A range around an estimate.
    public init(at place: Double, low: Double, middle: Double, high: Double) {
        self.place = place
        self.low = low
        self.middle = middle
        self.high = high
    }
}

extension Marks {
    /// Error bars: a line with caps from the lower to the upper end, and a dot at the estimate.
    public static func intervals(
        _ intervals: [EstimateInterval], direction: Direction = .vertical, paint: Paint = .role(.accent)
    ) -> [Mark] {
        let lines = intervals.map {
            SegmentsMark.Segment.along(direction, at: $0.place, from: $0.low, to: $0.high)
        }
        let dots = DotsMark(
            direction, places: intervals.map(\.place), values: intervals.map(\.middle), paint: paint, radius: 2)
        return [.segments(SegmentsMark(lines, paint: paint, cap: 4)), .dots(dots)]
    }

    /// A fan: bands between quantiles over x, from the widest and palest to the narrowest, and a line at the middle.
    ///
    /// A cone of forecasts is a fan whose bands have no width where it begins.
    ///
    /// - Parameters:
    ///   - x: places, not decreasing.
    ///   - bands: pairs of columns from the outermost inwards, each with one number per place.
    ///   - middle: the line, usually the median.
    public static func fan(
        x: [Double], bands: [(low: [Double], high: [Double])], middle: LineMark, role: ColorRole = .accent
    ) -> [Mark] {
        let areas = bands.map { band -> Mark in
            .area(AreaMark(x: x, y: band.high, base: .line(band.low), paint: .role(role, opacity: 0.16)))
        }
        return areas + [.line(middle)]
    }
}
