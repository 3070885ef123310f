/// One dimension of a panel: what kind of scale, which domain, how its ticks read.
public struct Axis: Sendable {
    /// The kinds of scales.
    public enum Kind: Sendable {
        /// Numbers.
        case linear
        /// Ratios, by their logarithm.
        case logarithmic
        /// Days since 1970.
        case time
        /// Named bands, counted from 0 to the given extent.
        case bands([AxisBand], extent: Double)
    }

    /// Kind of the scale.
    public var kind: Kind
    /// How ticks and read-off values are written.
    public var format: NumberFormat
    /// A domain to show exactly; nil takes what the marks need.
    public var domain: Interval?
    /// Numbers that the domain must reach.
    public var including: [Double]
    /// Widen the domain to round numbers.
    public var isNice: Bool
    /// The number whose grid line is drawn as an axis: usually 0.
    public var baseline: Double?
    /// Points kept free inside the plotting area at the low end.
    public var lowPadding: Double
    /// Points kept free inside the plotting area at the high end.
    public var highPadding: Double
    /// Labels of a horizontal axis stand above the panels.
    public var labelsOnTop: Bool
    /// Draw grid lines and tick labels.
    public var isShown: Bool
    /// Write the labels of the ticks: not where a neighbour of a grid shows the same.
    var isLabelled = true

    /// An axis.
    public init(
        _ kind: Kind, format: NumberFormat = .number(2), domain: Interval? = nil, including: [Double] = [],
        isNice: Bool = false, baseline: Double? = nil, lowPadding: Double = 0, highPadding: Double = 0,
        labelsOnTop: Bool = false, isShown: Bool = true
    ) {
        self.kind = kind
        self.format = format
        self.domain = domain
        self.including = including
        self.isNice = isNice
        self.baseline = baseline
        self.lowPadding = lowPadding
        self.highPadding = highPadding
        self.labelsOnTop = labelsOnTop
        self.isShown = isShown
    }

    /// A time axis.
    public static let time = Axis(.time)
    /// A plain linear axis.
    public static let linear = Axis(.linear, isNice: true)

    /// Bands of equal width, one per name; each name is given in forms from long to short.
    public static func bands(_ names: [[String]]) -> Axis {
        let bands = names.enumerated().map { AxisBand($1, start: Double($0), end: Double($0 + 1)) }
        return Axis(.bands(bands, extent: Double(names.count)))
    }

    var transform: Scale.Transform {
        if case .logarithmic = kind { .logarithmic } else { .linear }
    }

    /// The domain to show exactly, where it is one that can be shown.
    var givenDomain: Interval? {
        domain.flatMap { $0.length.isFinite && $0.length != 0 && (transform == .linear || $0.lower > 0) ? $0 : nil }
    }

    /// Whether rows have names instead of numbers.
    var isTable: Bool {
        if case .bands = kind { true } else { false }
    }

    var isTime: Bool {
        if case .time = kind { true } else { false }
    }
}

/// One named band of an axis.
public struct AxisBand: Equatable, Sendable {
    /// Where a name stands in its band.
    public enum Alignment: Sendable {
        /// In the middle.
        case middle
        /// At the end, over right-aligned numbers.
        case end
    }

    /// The name in forms from long to short.
    public var names: [String]
    /// Where the band begins.
    public var start: Double
    /// Where it ends.
    public var end: Double
    /// Where the name stands.
    public var alignment: Alignment
    /// Set in semibold.
    public var isStrong: Bool

    /// A band.
    public init(
        _ names: [String], start: Double, end: Double, alignment: Alignment = .middle, isStrong: Bool = false
    ) {
        self.names = names
        self.start = start
        self.end = end
        self.alignment = alignment
        self.isStrong = isStrong
    }
}
