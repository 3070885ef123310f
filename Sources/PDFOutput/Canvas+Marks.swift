import CCairo

extension Canvas {
    /// The name under which every stretch of content is marked; the pass over the file puts the true ones in place.
    static let markName: StaticString = "NonStruct"

    /// Marks what is drawn until ``endMark()``; Cairo numbers the marks of a page from 0.
    mutating func beginMark() {
        unsafe cairo_tag_begin(context, Self.markName.cString, nil)
    }

    /// Ends the mark begun last.
    mutating func endMark() { unsafe cairo_tag_end(context, Self.markName.cString) }
}

extension StaticString {
    /// The text for C; static strings end with a zero byte.
    fileprivate var cString: UnsafePointer<CChar> {
        unsafe UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
    }
}
