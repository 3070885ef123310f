import Graphics

/// A line through points whose x do not decrease; a y that is not finite interrupts it.
public struct LineMark: Sendable {
    /// How heavy a line is.
    public enum Weight: Sendable {
        /// The subject.
        case strong
        /// What it is compared with.
        case light
    }

    /// Name of the series, for scripts: `Strategy`.
    public var label: String
    /// Under which name data files hold the series, so that a page can show its exact values; empty for none.
    public var key: String
    /// Horizontal places.
    public var x: [Double] { columns.x.values }
    /// One value per place.
    public var y: [Double] { columns.y.values }
    let columns: (x: MarkColumn, y: MarkColumn)
    /// Colour.
    public var paint: Paint
    /// How heavy.
    public var weight: Weight
    /// Lengths of dashes and gaps; empty for a solid line.
    public var dashes: [Double]
    /// Words at the line's last point, in the right margin.
    public var ending: EndLabel?

    /// A line; both columns must have the same length (a programmer's mistake otherwise).
    public init(
        _ label: String, key: String = "", x: [Double], y: [Double], paint: Paint, weight: Weight = .light,
        dashes: [Double] = [],
        ending: EndLabel? = nil
    ) {
        self.init(
            label, key: key, columns: (MarkColumn(x), MarkColumn(y)), paint: paint, weight: weight, dashes: dashes,
            ending: ending)
    }

    /// A line through columns that may be long; both must have the same length (a programmer's mistake otherwise).
    public init(
        _ label: String, key: String = "", columns: (x: MarkColumn, y: MarkColumn), paint: Paint,
        weight: Weight = .light, dashes: [Double] = [], ending: EndLabel? = nil
    ) {
        precondition(columns.x.count == columns.y.count, "a line needs one y per x")
        self.label = label
        self.key = key
        self.columns = columns
        self.paint = paint
        self.weight = weight
        self.dashes = dashes
        self.ending = ending
    }
}

/// Words in the right margin at the height of a line's end or of a rule: the direct label that replaces a legend.
public struct EndLabel: Equatable, Sendable {
    /// What the line is; shortened with an ellipsis where the margin is narrow.
    public var name: String
    /// Its last value; never shortened before the name is. Empty for none.
    public var value: String
    /// Colour of the words: text needs more contrast than a line.
    public var paint: Paint
    /// Set in semibold.
    public var isStrong: Bool

    /// Words at a line's end.
    public init(_ name: String, value: String = "", paint: Paint = .role(.muted), isStrong: Bool = false) {
        self.name = name
        self.value = value
        self.paint = paint
        self.isStrong = isStrong
    }
}
