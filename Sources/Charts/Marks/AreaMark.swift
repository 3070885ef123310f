import Graphics

/// The area between a line and a base: a number, or a second line over the same x.
public struct AreaMark: Sendable {
    /// Where the area ends that begins at the line.
    public enum Base: Sendable {
        /// One number.
        case constant(Double)
        /// One number per x.
        case line([Double])

        var values: [Double] {
            switch self {
            case .constant(let value): [value]
            case .line(let values): values
            }
        }
    }

    /// The line along the area.
    public struct Edge: Sendable {
        /// Name of the series, for scripts: `Drawdown`.
        public var label: String
        /// Under which name data files hold the series; empty for none.
        public var key: String
        /// Colour of the line.
        public var paint: Paint

        /// A line along an area.
        public init(_ label: String, key: String = "", paint: Paint) {
            self.label = label
            self.key = key
            self.paint = paint
        }
    }

    /// Horizontal places, not decreasing.
    public var x: [Double] { columns.x.values }
    /// One value per place; what is not finite interrupts the area.
    public var y: [Double] { columns.y.values }
    let columns: (x: MarkColumn, y: MarkColumn)
    /// The other side.
    public var base: Base
    /// Colour.
    public var paint: Paint
    /// Drawn as a light line over the area, from the same reduced points; nil for none.
    public var edge: Edge?
    /// Words in the right margin, at the middle of the area's last height.
    public var ending: EndLabel?

    /// An area; the columns must have the same length (a programmer's mistake otherwise).
    public init(
        x: [Double], y: [Double], base: Base = .constant(0), paint: Paint, edge: Edge? = nil, ending: EndLabel? = nil
    ) {
        self.init(columns: (MarkColumn(x), MarkColumn(y)), base: base, paint: paint, edge: edge, ending: ending)
    }

    /// An area along columns that may be long; they must have the same length (a programmer's mistake otherwise).
    public init(
        columns: (x: MarkColumn, y: MarkColumn), base: Base = .constant(0), paint: Paint, edge: Edge? = nil,
        ending: EndLabel? = nil
    ) {
        precondition(columns.x.count == columns.y.count, "an area needs one y per x")
        if case .line(let values) = base {
            precondition(values.count == columns.x.count, "an area needs one base per x")
        }
        self.columns = columns
        self.base = base
        self.paint = paint
        self.edge = edge
        self.ending = ending
    }

    /// Halfway between line and base at the last place that has both; nil where none has.
    var lastMiddle: Double? {
        switch base {
        case .constant(let value): y.last(where: \.isFinite).map { ($0 + value) / 2 }
        case .line(let values): zip(y, values).map { ($0 + $1) / 2 }.last(where: \.isFinite)
        }
    }
}
