import Graphics

/// A table's rectangles: coloured by number, with text.
public struct CellsMark: Sendable {
    /// One rectangle of a row.
    public struct Cell: Equatable, Sendable {
        /// How the text is set.
        public enum Emphasis: Sendable {
            /// As the others.
            case plain
            /// In semibold.
            case strong
            /// In muted colour.
            case muted
        }

        /// Left edge.
        public var x0: Double
        /// Right edge.
        public var x1: Double
        /// Row, 0 at the top.
        public var row: Int
        /// The number that the mark's colours show; nil leaves the cell unshaded.
        public var value: Double?
        /// The text in forms from long to short; the first form for which every cell has room is used.
        public var texts: [String]
        /// Where the text stands.
        public var alignment: AxisBand.Alignment
        /// How the text is set.
        public var emphasis: Emphasis
        /// What the cell says in full, shown where a reader points at it: `Mar 2020: −3.2 %`. Empty for none.
        public var title: String

        /// A cell.
        public init(
            x0: Double, x1: Double, row: Int, value: Double? = nil, texts: [String],
            alignment: AxisBand.Alignment = .middle, emphasis: Emphasis = .plain, title: String = ""
        ) {
            self.x0 = x0
            self.x1 = x1
            self.row = row
            self.value = value
            self.texts = texts
            self.alignment = alignment
            self.emphasis = emphasis
            self.title = title
        }
    }

    /// The rectangles.
    public var cells: [Cell]
    /// The colours of their numbers.
    public var colors: ColorScale

    /// Cells.
    public init(_ cells: [Cell], colors: ColorScale) {
        self.cells = cells
        self.colors = colors
    }
}
