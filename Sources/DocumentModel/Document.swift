/// A report as a tree of values: no fonts, no coordinates, no HTML. Both writers start from it.
public struct Document: Sendable {
    /// Title and what else describes the document as a whole.
    public var info: DocumentInfo
    /// Paper and margins.
    public var page: PageStyle
    /// Colours, type and spacing.
    public var theme: Theme
    /// The content in order.
    public var blocks: [Block]
    /// The numbers behind the figures, for readers who point at them; nil leaves figures as pictures.
    public var data: FigureData?

    /// A document.
    public init(info: DocumentInfo, page: PageStyle, theme: Theme, blocks: [Block], data: FigureData? = nil) {
        self.info = info
        self.page = page
        self.theme = theme
        self.blocks = blocks
        self.data = data
    }
}

/// What describes a document as a whole.
public struct DocumentInfo: Equatable, Sendable {
    /// Shown by browsers and PDF readers.
    public var title: String
    /// What tells it from other documents in a row of tabs: `Trend · run a41c · Tearsheet`; empty takes the title.
    public var tabTitle: String
    /// Who made it; empty for none.
    public var author: String
    /// One line on the content.
    public var subject: String
    /// Words to find it by.
    public var keywords: [String]
    /// BCP 47 tag.
    public var language: String
    /// `2025-01-06` or `2025-01-06 16:00`: from the run, never the clock.
    public var created: String
    /// Left part of the running footer: strategy, run id, digest.
    public var footer: String
    /// Right part of the running footer before the page number: `Tearsheet 0.1`.
    public var generator: String

    /// A description.
    public init(
        title: String, tabTitle: String = "", author: String = "", subject: String = "", keywords: [String] = [],
        language: String = "en",
        created: String, footer: String, generator: String
    ) {
        self.title = title
        self.tabTitle = tabTitle
        self.author = author
        self.subject = subject
        self.keywords = keywords
        self.language = language
        self.created = created
        self.footer = footer
        self.generator = generator
    }
}
