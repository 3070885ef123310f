/// A mistake in report markup: what is wrong and where; the words are in `MarkupError+Words.swift`.
public struct MarkupError: Error, Equatable, Sendable {
    /// What is wrong.
    public var code: Code
    /// The name under which the markup was given: a template's.
    public var source: String
    /// From 1.
    public var line: Int
    /// From 1, in characters.
    public var column: Int
    /// The line and what is marked in it.
    public var excerpt: Excerpt
    /// Where the marked stretch begins in the markup, in bytes.
    public private(set) var offset = 0
    /// Bytes that are marked.
    private var length = 1

    /// A mistake.
    public init(code: Code, source: String, line: Int, column: Int, excerpt: Excerpt) {
        self.code = code
        self.source = source
        self.line = line
        self.column = column
        self.excerpt = excerpt
    }

    /// A line of markup, cut to a readable length, with a stretch of it marked.
    public struct Excerpt: Equatable, Sendable {
        /// The line before, if there is one.
        public var previous: String?
        /// The line itself.
        public var line: String
        /// Characters of ``line`` before the mark.
        public var markStart: Int
        /// Characters that are marked; at least one.
        public var markLength: Int
    }

    /// The same mistake at a byte of another text: of the template that gave the markup.
    public func moved(to offset: Int, in text: String, source: String) -> MarkupError {
        MarkupError(
            MarkupFault(code, MarkupMark(offset: offset, length: length)), in: text, source: source)
    }

    /// Notes which stretch of the markup is marked.
    mutating func mark(_ mark: MarkupMark) { (offset, length) = (mark.offset, mark.length) }

    /// What names refer to.
    public enum Reference: String, Sendable {
        /// A tile's key.
        case metric
        /// A figure's name.
        case figure
        /// A table's name.
        case table
        /// A series, a table or a file that a figure of the template's own shows.
        case data = "series, table or file"
        /// A column of it.
        case column
        /// A file beside the template.
        case picture
    }

    /// What is wrong.
    public enum Code: Equatable, Sendable {
        /// A `<` that starts no tag.
        case strayAngle
        /// A tag without its `>`.
        case unfinishedTag(String)
        /// A comment without its `-->`.
        case unfinishedComment
        /// An `&` that starts no entity.
        case strayAmpersand
        /// `&name;` that we do not know.
        case unknownEntity(String, nearest: String?)
        /// `&#…;` that is no character.
        case invalidCharacterReference(String)
        /// `name=value` without quotes.
        case unquotedValue(attribute: String)
        /// `name="value` without the second quote, or with a `<` in it.
        case unclosedValue(attribute: String)
        /// The same attribute twice in a tag.
        case duplicateAttribute(String)
        /// An element that is never closed.
        case unclosedElement(String)
        /// An end tag that closes something else than what is open: that is where the mistake is.
        case mismatchedEndTag(found: String, open: String)
        /// An end tag where nothing is open.
        case strayEndTag(String)
        /// Elements within elements beyond any use.
        case tooDeep(limit: Int)
        /// An element that is not part of the vocabulary.
        case unknownElement(String, nearest: String?, allowed: [String])
        /// An element of the vocabulary in the wrong place.
        case misplacedElement(String, parent: String, allowed: [String])
        /// Text where only elements may stand, and the element that could hold it.
        case strayText(parent: String, holder: String?)
        /// Content in an element that has none.
        case contentNotAllowed(element: String)
        /// An element that must stand in another.
        case missingChild(String, parent: String)
        /// A second child where there may be one.
        case repeatedChild(String, parent: String)
        /// An attribute that the element does not have.
        case unknownAttribute(String, element: String, nearest: String?, allowed: [String])
        /// An attribute that the element must have.
        case missingAttribute(String, element: String)
        /// An attribute that needs a value.
        case missingValue(attribute: String)
        /// `rows` on a table that brings its rows along.
        case rowsOfLiteralTable
        /// An attribute of figures of one's own on a figure of the analysis.
        case partOfOwnFigure(String)
        /// Data that a figure of one's own cannot show, and why.
        case unsuitableData(String)
        /// A picture that cannot be drawn, and why.
        case unusablePicture(String, reason: String)
        /// `metrics` on a table whose rows are none.
        case metricsOfOtherTable(String)
        /// `balance` on columns of several widths.
        case balanceOfUnequalColumns
        /// `least` or `most` on a figure that does not fill its page.
        case boundOfFixedHeight
        /// A value that is not one of the choices.
        case invalidChoice(String, attribute: String, nearest: String?, allowed: [String])
        /// A value that is not such a number.
        case invalidNumber(String, attribute: String, expected: String)
        /// An anchor with other characters than letters, digits, `-`, `_` and `.`.
        case invalidAnchor(String)
        /// The same anchor twice in a document.
        case duplicateAnchor(String)
        /// A link that is neither `#anchor` nor a web or mail address.
        case invalidTarget(String)
        /// A row with too few or too many cells.
        case cellCount(found: Int, expected: Int)
        /// A name that the analysis does not have.
        case unknownName(String, Reference, nearest: String?, allowed: [String])
    }
}
