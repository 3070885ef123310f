import Graphics

/// Text stays text: searchable, selectable, in the reader's colours.
extension SVGSerializer {
    /// Writes a text at the point that layout aligned, so that a slightly different font stays in place.
    mutating func write(_ text: PlacedText, _ offset: Point) {
        guard !text.run.text.isEmpty else { return }
        let point = Point(text.anchorPoint.x + offset.x, text.anchorPoint.y + offset.y)
        out.markup("<text")
        coordinate("x", point.x)
        coordinate("y", point.y)
        switch dress {
        case .classes(let size): dressWithClasses(text, defaultSize: size)
        case .literal(let palette): dressLiterally(text, palette)
        }
        if text.rotation != 0 { writeRotation(text.rotation, about: point) }
        out.markup(">")
        out.text(text.run.text)
        out.markup("</text>")
    }

    private mutating func dressWithClasses(_ text: PlacedText, defaultSize: Double) {
        var classes: [String] = []
        let font = text.run.font
        if text.anchor != .start { classes.append(text.anchor == .end ? "e" : "m") }
        if text.paint != .role(.muted) { classes.append(className(of: text.paint, isStroke: false)) }
        if font.size != defaultSize { classes.append(names.name(of: .fontSize(fixed.round(font.size)))) }
        if font.weight != .regular { classes.append(font.weight == .bold ? "b" : "sb") }
        if font.tabular { classes.append("n") }
        write(classes: classes)
        if case .role(_, let opacity) = text.paint, opacity < 1 { writeOpacity(opacity) }
    }

    private mutating func dressLiterally(_ text: PlacedText, _ palette: Palette) {
        let font = text.run.font
        let (color, opacity) = palette.resolve(text.paint)
        if text.anchor != .start { out.attribute("text-anchor", text.anchor.rawValue) }
        out.attribute("fill", color.hexText)
        if opacity < 1 { writeOpacity(opacity) }
        coordinate("font-size", font.size)
        if font.weight != .regular { out.attribute("font-weight", String(font.weight.rawValue)) }
        if font.tabular { out.markup(" class=\"n\"") }
    }

    private mutating func writeOpacity(_ opacity: Double) {
        out.markup(" fill-opacity=\"")
        out.number(max(opacity, 0))
        out.markup("\"")
    }

    private mutating func writeRotation(_ degrees: Double, about point: Point) {
        out.markup(" transform=\"rotate(")
        out.number(degrees)
        out.byte(UInt8(ascii: " "))
        coordinate(point.x)
        out.byte(UInt8(ascii: " "))
        coordinate(point.y)
        out.markup(")\"")
    }
}
