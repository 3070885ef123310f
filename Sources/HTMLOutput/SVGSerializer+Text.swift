import Graphics

/// Text stays text: searchable, selectable, in the reader's colours.
extension SVGSerializer {
    /// Writes a text at the point that layout aligned, so that a slightly different font stays in place.
    mutating func write(_ text: PlacedText, _ offset: Point, isDressed: Bool = false) {
        guard !text.run.text.isEmpty else { return }
        let point = Point(text.anchorPoint.x + offset.x, text.anchorPoint.y + offset.y)
        out.markup("<text")
        place(point)
        switch dress {
        case .classes(let size):
            if !isDressed { write(classes: classes(of: text, defaultSize: size)) }
            if case .role(_, let opacity) = text.paint, opacity < 1 { writeOpacity(opacity) }
        case .literal(let palette): dressLiterally(text, palette)
        }
        if text.rotation != 0 { writeRotation(text.rotation, about: point) }
        out.markup(">")
        out.text(text.run.text)
        out.markup("</text>")
    }

    /// Where words stand. HTML, unlike XML, wants no quotes around numbers: two thousand of them in a report.
    private mutating func place(_ point: Point) {
        guard case .classes = dress else {
            coordinate("x", point.x)
            return coordinate("y", point.y)
        }
        out.markup(" x=")
        coordinate(point.x)
        out.markup(" y=")
        coordinate(point.y)
    }

    /// How many of some items, from the first, are words that look alike: those share a group that says how.
    func wordsAlike(_ items: ArraySlice<SceneItem>) -> Int {
        guard case .classes = dress, case .text(let first)? = items.first else { return 0 }
        return items.prefix { item in
            guard case .text(let text) = item, !text.run.text.isEmpty else { return false }
            return text.anchor == first.anchor && text.paint == first.paint && text.run.font == first.run.font
        }.count
    }

    /// Writes words that look alike.
    mutating func write(alike items: ArraySlice<SceneItem>, _ offset: Point) {
        guard case .classes(let size) = dress, case .text(let first)? = items.first else { return }
        let classes = classes(of: first, defaultSize: size)
        if !classes.isEmpty {
            out.markup("<g")
            write(classes: classes)
            out.markup(">")
        }
        for case .text(let text) in items { write(text, offset, isDressed: true) }
        if !classes.isEmpty { out.markup("</g>") }
    }

    private func classes(of text: PlacedText, defaultSize: Double) -> [String] {
        var classes: [String] = []
        let font = text.run.font
        if text.anchor != .start { classes.append(text.anchor == .end ? "e" : "m") }
        if text.paint != .role(.muted) { classes.append(className(of: text.paint, isStroke: false)) }
        if font.size != defaultSize { classes.append(names.name(of: .fontSize(fixed.round(font.size)))) }
        if font.weight != .regular { classes.append(font.weight == .bold ? "b" : "sb") }
        if font.tabular { classes.append("n") }
        return classes
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
