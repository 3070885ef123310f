/// Rows and columns of text.
public struct Table: Equatable, Sendable {
    /// How a column's cells stand.
    public enum Alignment: String, Sendable {
        /// Text.
        case left
        /// Dates, names at the right.
        case right
        /// Numbers: right-aligned; cells of one column carry the same decimals.
        case decimal
        /// Short marks.
        case center
    }

    /// One column.
    public struct Column: Equatable, Sendable {
        /// Head cell; units belong here.
        public var title: String
        /// How cells stand.
        public var alignment: Alignment
        /// Relative share of spare width; 0 keeps the column as narrow as its content.
        public var stretch: Double

        /// A column.
        public init(_ title: String, _ alignment: Alignment = .left, stretch: Double = 0) {
            self.title = title
            self.alignment = alignment
            self.stretch = stretch
        }
    }

    /// How a cell is meant.
    public enum Tone: String, Sendable {
        /// As usual.
        case plain
        /// Semibold.
        case strong
        /// Secondary.
        case muted
        /// A positive result.
        case gain
        /// A negative result.
        case loss
    }

    /// One cell.
    public struct Cell: Equatable, Sendable {
        /// What it says.
        public var text: String
        /// How it is meant.
        public var tone: Tone
        /// What it sorts by, where that is a number.
        public var sortKey: Double?
        /// Explains the cell on hover and to screen readers: the reason for n/a, a convention. Empty for none.
        public var help: String
        /// A file beside the document that the text leads to, as a path below its folder; empty for none. On screens alone.
        public var file: String
        /// Values drawn as a small line instead of a text. On screens alone.
        public var line: [Double]
        /// The text as programs read numbers, where readers see it in a language of theirs; empty where both are one.
        public var plain = ""

        /// A cell.
        public init(
            _ text: String, tone: Tone = .plain, sortKey: Double? = nil, help: String = "", file: String = "",
            line: [Double] = []
        ) {
            self.text = text
            self.tone = tone
            self.sortKey = sortKey
            self.help = help
            self.file = file
            self.line = line
        }
    }

    /// One row.
    public struct Row: Equatable, Sendable {
        /// What a row is for.
        public enum Role: String, Sendable {
            /// Data.
            case body
            /// The name of the rows that follow; stays with them. Only its first cell is shown, across all columns.
            case group
            /// Sums the rows above; stays with the last of them.
            case total
        }

        /// What it is for.
        public var role: Role
        /// One cell per column.
        public var cells: [Cell]

        /// A row.
        public init(_ cells: [Cell], role: Role = .body) {
            self.cells = cells
            self.role = role
        }
    }

    /// Stable name, `drawdowns`.
    public var name: String
    /// Above the table in semibold; empty for none.
    public var title: String
    /// Behind the title, muted.
    public var subtitle: String
    /// The columns; a table with only empty titles shows no head.
    public var columns: [Column]
    /// The rows in order.
    public var rows: [Row]
    /// Beneath the table in small type: what was left out. Empty for none.
    public var footnote: String
    /// Whether readers may sort it on screen.
    public var isSortable: Bool
    /// Set in the size of captions: what is looked up rather than read.
    public var isSmall = false
    /// Each row is set as a paragraph, its first cell in semibold before the others, without head and rules: a list of
    /// definitions.
    public var isRunIn = false
    /// Whether readers may choose rows on screen by words and conditions.
    public var isFilterable: Bool

    /// A table.
    public init(
        name: String, title: String = "", subtitle: String = "", columns: [Column], rows: [Row], footnote: String = "",
        isSortable: Bool = false, isFilterable: Bool = false
    ) {
        self.name = name
        self.title = title
        self.subtitle = subtitle
        self.columns = columns
        self.rows = rows
        self.footnote = footnote
        self.isSortable = isSortable
        self.isFilterable = isFilterable
    }
}

extension Table {
    /// What share of spare width each column takes. Where only the first of many columns would, a wide page would tear its
    /// words and its numbers apart, so all take the same.
    public var spareShares: [Double] {
        let shares = columns.map { $0.stretch.isFinite ? max($0.stretch, 0) : 0 }
        guard columns.count > 4, let first = shares.first, first > 0, shares.dropFirst().allSatisfy({ $0 == 0 }) else {
            return shares
        }
        return shares.map { _ in 0 }
    }
}
