/// What is left when a chart or a page has been laid out: things at fixed positions. Renderers walk it and decide nothing.
public struct Scene: Equatable, Sendable {
    /// Extent in points; the origin is the top left corner.
    public var size: Size
    /// Items in drawing order.
    public var items: [SceneItem]

    /// A scene.
    public init(size: Size, items: [SceneItem] = []) {
        self.size = size
        self.items = items
    }

    /// The page's colour behind all, where a palette's is not the white of paper; decoration for readers.
    public static func background(_ palette: Palette, size: Size) -> [SceneItem] {
        guard palette[.page] != Color(hex: 0xFFFFFF) else { return [] }
        let whole = Path(Rect(origin: .zero, size: size))
        return [.group(SceneGroup(role: .artifact, items: [.path(whole, fill: .role(.page), stroke: nil)]))]
    }
}

/// One thing of a ``Scene``.
public enum SceneItem: Equatable, Sendable {
    /// A path, filled and then stroked.
    case path(Path, fill: Paint?, stroke: Stroke?)
    /// Text with its baseline's start at a place.
    case text(PlacedText)
    /// A picture in a rectangle.
    case image(ImageData, Rect)
    /// Items moved, clipped, and named.
    case group(SceneGroup)
}

/// A glyph run at its place.
public struct PlacedText: Equatable, Sendable {
    /// Which part of the text was placed: kept so that SVG can anchor text there even if its font differs a little.
    public enum Anchor: String, Sendable {
        /// The left end.
        case start
        /// The middle.
        case middle
        /// The right end.
        case end
    }

    /// The shaped text.
    public var run: GlyphRun
    /// Left end of the baseline, whatever the anchor.
    public var origin: Point
    /// Which part layout aligned.
    public var anchor: Anchor
    /// Colour.
    public var paint: Paint
    /// Clockwise rotation about the anchored point, in degrees.
    public var rotation: Double

    /// A placed text whose anchored point is `at`.
    public init(_ run: GlyphRun, at point: Point, anchor: Anchor = .start, paint: Paint, rotation: Double = 0) {
        self.run = run
        self.anchor = anchor
        self.paint = paint
        self.rotation = rotation
        origin = Point(point.x - Self.shift(anchor) * run.width, point.y)
    }

    /// The point that was aligned.
    public var anchorPoint: Point { Point(origin.x + Self.shift(anchor) * run.width, origin.y) }

    private static func shift(_ anchor: Anchor) -> Double {
        switch anchor {
        case .start: 0
        case .middle: 0.5
        case .end: 1
        }
    }
}

/// Items that belong together.
public struct SceneGroup: Equatable, Sendable {
    /// What a group means to readers of the output.
    public enum Role: Equatable, Sendable {
        /// Nothing of its own.
        case plain
        /// A part of a figure that scripts find by its name, with facts that they need: a panel's domain, a series' name.
        case part(String, attributes: [SceneAttribute])
        /// A structure element of a page, for tagged PDF.
        case tag(StructureTag)
        /// A link to an anchor of the document or to an address.
        case link(String)
        /// Decoration that readers skip: running headers, rules.
        case artifact
    }

    /// Meaning.
    public var role: Role
    /// Moves the items.
    public var offset: Point
    /// The number that the parts of one structure element share where pages divide it: a table over two pages is one
    /// table. Nil where the element is whole.
    public var element: Int?
    /// Nothing is drawn outside, in the group's own coordinates (before the offset).
    public var clip: Rect?
    /// The items in drawing order.
    public var items: [SceneItem]

    /// A group.
    public init(
        role: Role = .plain, element: Int? = nil, offset: Point = .zero, clip: Rect? = nil, items: [SceneItem]
    ) {
        self.role = role
        self.element = element
        self.offset = offset
        self.clip = clip
        self.items = items
    }
}

/// One named fact of a part of a figure; HTML writes it as a `data-` attribute.
public struct SceneAttribute: Equatable, Sendable {
    /// Lower case with hyphens: `x-min`.
    public var name: String
    /// As text.
    public var value: String

    /// A named fact.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// Structure elements of tagged PDF that reports use (ISO 32000-1, 14.8.4).
public enum StructureTag: Equatable, Sendable {
    /// A part of the document.
    case section
    /// A heading of level 1–6, with the anchor that bookmarks and links find.
    case heading(level: Int, title: String, anchor: String)
    /// A paragraph.
    case paragraph
    /// A figure with its description.
    case figure(altText: String)
    /// A caption.
    case caption
    /// A table.
    case table
    /// A row of a table.
    case tableRow
    /// A head cell; scope tells whether it heads its column or its row.
    case tableHeader(isColumn: Bool)
    /// A cell.
    case tableCell
}
