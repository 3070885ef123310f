import Graphics

/// What a scene is drawn on: a page's operators, or pixels.
///
/// Colours are resolved and places are moved here; what belongs to which element is the renderer's business.
protocol DrawingSurface: ~Copyable {
    /// Fills and then strokes a path, moved by an offset.
    mutating func draw(_ path: Path, fill: Paint?, stroke: Stroke?, offset: Point)
    /// Draws a text, moved by an offset.
    mutating func draw(_ text: PlacedText, offset: Point) throws(PDFError)
    /// Draws the picture of a file, its pixels as they are: smoothing would mark it in a way PDF/A forbids.
    mutating func draw(_ image: ImageData, in rect: Rect) throws(PDFError)
    /// Draws nothing outside the rectangle until ``endClip()``; clips nest.
    mutating func clip(to rect: Rect)
    /// Ends the clip begun last.
    mutating func endClip()
    /// Marks what is drawn until ``endMark()`` as a stretch of an element, or as decoration.
    mutating func beginMark(_ mark: ContentMark)
    /// Ends the mark begun last.
    mutating func endMark()
    /// Throws what went wrong on the page being drawn.
    func check() throws(PDFError)
    /// Whether a coordinate was met that is no place at all.
    var hasBadCoordinate: Bool { get set }
}

extension DrawingSurface where Self: ~Copyable {
    /// Whether a place lies near enough to be drawn; noted where it is no place at all.
    mutating func accepts(_ place: Point) -> Bool {
        if DrawableArea.contains(place) { return true }
        if !place.x.isFinite || !place.y.isFinite { hasBadCoordinate = true }
        return false
    }

    /// Whether a rectangle lies near enough to be drawn and has an extent.
    mutating func accepts(_ rect: Rect) -> Bool {
        accepts(Point(rect.x0, rect.y0)) && accepts(Point(rect.x1, rect.y1)) && rect.width > 0 && rect.height > 0
    }
}

/// Whom a stretch of a page's content belongs to.
enum ContentMark: Equatable {
    /// Nobody: decoration.
    case artifact
    /// An element, by the standard type and the number of the stretch within its page.
    case content(type: String, number: Int)
}
