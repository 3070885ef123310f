import Charts
import Graphics

/// One piece of a report, in reading order.
public indirect enum Block: Sendable {
    /// Strategy, run and period at the head of the first page.
    case titleBand(TitleBand)
    /// Heads what follows; never last on a page.
    case heading(Heading)
    /// Running text.
    case paragraph(Paragraph)
    /// Points or numbered items.
    case list(List)
    /// Lines of code or of a file, as they are.
    case code(String)
    /// A row of headline figures.
    case tiles([Tile])
    /// Rows and columns.
    case table(Table)
    /// A chart with its caption; never divided.
    case figure(Figure)
    /// A picture of the template's own; never divided.
    case picture(PictureBlock)
    /// Blocks side by side, or flowing through columns.
    case grid(Grid)
    /// Blocks that belong together.
    case group(Group)
    /// A boxed remark.
    case note(Note)
    /// A horizontal hairline.
    case rule
    /// White space in steps of the theme's rhythm; vanishes at the top of a page.
    case space(Double)
    /// What follows starts a new page; at the top of a page it does nothing.
    case pageBreak
}

/// The report's head.
public struct TitleBand: Equatable, Sendable {
    /// The strategy's name.
    public var title: String
    /// Version, run, engine, period: one muted line under the title.
    public var subtitle: String
    /// Short lines at the right edge: benchmark, risk-free rate.
    public var details: [String]
    /// A small picture at the right edge.
    public var logo: ImageData?
    /// A line of the maker's own between title and subtitle; empty for none.
    public var lead: String

    /// A head.
    public init(title: String, lead: String = "", subtitle: String, details: [String], logo: ImageData? = nil) {
        self.title = title
        self.lead = lead
        self.subtitle = subtitle
        self.details = details
        self.logo = logo
    }
}

/// A heading.
public struct Heading: Equatable, Sendable {
    /// 1 for sections, 2 within them.
    public var level: Int
    /// Plain text.
    public var text: String
    /// Behind the text in muted type; empty for none.
    public var detail: String
    /// Unique in the document; bookmarks and links find it.
    public var anchor: String

    /// A heading.
    public init(level: Int, text: String, detail: String = "", anchor: String) {
        self.level = level
        self.text = text
        self.detail = detail
        self.anchor = anchor
    }
}

/// Running text.
public struct Paragraph: Equatable, Sendable {
    /// The runs of text in order.
    public var inlines: [Inline]
    /// Small muted text: footnotes, captions.
    public var isSmall: Bool

    /// A paragraph.
    public init(_ inlines: [Inline], isSmall: Bool = false) {
        self.inlines = inlines
        self.isSmall = isSmall
    }

    /// A paragraph of plain text.
    public init(_ text: String, isSmall: Bool = false) { self.init([.text(text)], isSmall: isSmall) }
}

/// A list.
public struct List: Equatable, Sendable {
    /// One item.
    public struct Item: Equatable, Sendable {
        /// Its text.
        public var paragraph: Paragraph
        /// Lists within it, below the text.
        public var lists: [List]

        /// An item.
        public init(_ paragraph: Paragraph, lists: [List] = []) {
            self.paragraph = paragraph
            self.lists = lists
        }
    }

    /// The items in order.
    public var items: [Item]
    /// The number of the first item; nil for points.
    public var start: Int?

    /// A list.
    public init(_ items: [Item], start: Int? = nil) {
        self.items = items
        self.start = start
    }

    /// Points without anything in them.
    public init(_ paragraphs: [Paragraph]) { self.init(paragraphs.map { Item($0) }) }
}

/// A run of text within a paragraph.
public enum Inline: Equatable, Sendable {
    /// Plain.
    case text(String)
    /// Semibold.
    case strong(String)
    /// Stressed: italic on screens, semibold on paper, whose faces have no italic.
    case emphasis(String)
    /// Muted.
    case muted(String)
    /// Names of files, keys, parameters.
    case code(String)
    /// A link to `#anchor` or to an address.
    case link(String, target: String)
    /// A forced line break.
    case lineBreak

    /// The words without their dress.
    public var plainText: String {
        switch self {
        case .text(let text), .strong(let text), .emphasis(let text), .muted(let text), .code(let text),
            .link(let text, _):
            text
        case .lineBreak: "\n"
        }
    }
}

/// One headline figure.
public struct Tile: Equatable, Sendable {
    /// Stable key of the metric, `sharpe`.
    public var key: String
    /// `Sharpe`.
    public var label: String
    /// `1.54`, `n/a`.
    public var value: String
    /// Beneath the value: benchmark's value, interval, or the reason for n/a.
    public var detail: String

    /// Lines that explain the value where a reader points at it: its convention, what other profiles give. Empty for none.
    public var help: String

    /// A tile.
    public init(key: String, label: String, value: String, detail: String, help: String = "") {
        self.key = key
        self.label = label
        self.value = value
        self.detail = detail
        self.help = help
    }
}

/// A chart in the text.
public struct Figure: Sendable {
    /// Stable name, `equity`.
    public var name: String
    /// The chart.
    public var chart: Chart
    /// Beneath the chart in small type; empty for none.
    public var caption: String
    /// How high its chart is on paper.
    public var height: Height

    /// How high a chart is on paper.
    public enum Height: Equatable, Sendable {
        /// As the chart's proportions say.
        case natural
        /// In points.
        case points(Double)
        /// As high as the page, or the row of a grid, has room beside what is kept together with the figure: within these
        /// bounds in points.
        case fill(least: Double, most: Double)
    }

    /// A figure.
    public init(name: String, chart: Chart, caption: String = "", height: Height = .natural) {
        self.name = name
        self.chart = chart
        self.caption = caption
        self.height = height
    }

    /// The height of the chart in a column of a width where nothing else decides: a figure that fills has the height of
    /// its proportions, as far as its bounds allow.
    public func preferredHeight(width: Double) -> Double {
        let natural = max(
            width * (chart.aspect.isFinite && chart.aspect > 0 ? chart.aspect : 0.45), min(chart.leastHeight, 2000))
        switch height {
        case .points(let points) where points.isFinite && points > 0: return points
        case .fill(let least, let most) where least <= most: return max(least, min(natural, most))
        case .natural, .points, .fill: return natural
        }
    }
}

/// A picture with its words.
public struct PictureBlock: Equatable, Sendable {
    /// The picture.
    public var image: ImageData
    /// What it shows, for readers who cannot see it.
    public var altText: String
    /// Its width in points; nil for its own at 144 pixels an inch. Never wider than its column.
    public var width: Double?
    /// Beneath it in small type; empty for none.
    public var caption: String

    /// A picture.
    public init(image: ImageData, altText: String, width: Double? = nil, caption: String = "") {
        self.image = image
        self.altText = altText
        self.width = width
        self.caption = caption
    }

    /// Its extent in a column of a width.
    public func size(in column: Double) -> Size {
        let wanted = min(width ?? Double(image.width) / 2, max(column, 1))
        return Size(wanted, wanted * Double(image.height) / Double(max(image.width, 1)))
    }
}

/// Blocks side by side.
public struct Grid: Sendable {
    /// Relative widths of the columns.
    public var columns: [Double]
    /// Cells in reading order, row by row; the last row may be short.
    public var cells: [[Block]]
    /// Whether the blocks flow through the columns instead, one column after the other, over pages, and evened out on the
    /// last; the columns are equally wide then.
    public var isBalanced: Bool

    /// A grid.
    public init(columns: [Double], cells: [[Block]], isBalanced: Bool = false) {
        self.columns = columns
        self.cells = cells
        self.isBalanced = isBalanced
    }
}

/// Blocks that belong together.
public struct Group: Sendable {
    /// What must not be parted.
    public enum Keep: String, Sendable {
        /// May be divided anywhere.
        case none
        /// All on one page, if one page holds it.
        case together
        /// On the page of what follows.
        case withNext = "with-next"
    }

    /// What must not be parted.
    public var keep: Keep
    /// Whether this is a section of the report, and its anchor.
    public var anchor: String?
    /// The blocks in order.
    public var blocks: [Block]

    /// A group.
    public init(keep: Keep = .none, anchor: String? = nil, blocks: [Block]) {
        self.keep = keep
        self.anchor = anchor
        self.blocks = blocks
    }
}

/// A boxed remark.
public struct Note: Equatable, Sendable {
    /// How loud.
    public enum Kind: String, Sendable {
        /// By the way.
        case note
        /// Read with care.
        case caution
    }

    /// How loud.
    public var kind: Kind
    /// Semibold lead-in; empty for none.
    public var title: String
    /// The text.
    public var paragraphs: [Paragraph]

    /// A remark.
    public init(kind: Kind, title: String, paragraphs: [Paragraph]) {
        self.kind = kind
        self.title = title
        self.paragraphs = paragraphs
    }
}
