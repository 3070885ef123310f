import Graphics

/// Colours, lines and type: as classes in a page, as attributes in a file.
extension SVGSerializer {
    /// Writes what paints a path.
    mutating func dress(fill: Paint?, stroke: Stroke?, isRule: Bool) {
        switch dress {
        case .classes: dressWithClasses(fill, stroke, isRule)
        case .literal(let palette): dressLiterally(fill, stroke, isRule, palette)
        }
        if let stroke { writeEnds(of: stroke) }
    }

    /// Corners and ends that only drawings of users have; round ends have a class within a page, where dots have them too.
    private mutating func writeEnds(of stroke: Stroke) {
        if stroke.join == .bevel { out.markup(" stroke-linejoin=\"bevel\"") }
        switch (stroke.cap, dress) {
        case (.butt, _), (.round, .classes): break
        case (.round, .literal): out.markup(" stroke-linecap=\"round\"")
        case (.square, _): out.markup(" stroke-linecap=\"square\"")
        }
    }

    private mutating func dressWithClasses(_ fill: Paint?, _ stroke: Stroke?, _ isRule: Bool) {
        var classes: [String] = []
        if let fill { classes.append(className(of: fill, isStroke: false)) }
        if let stroke {
            classes.append(className(of: stroke.paint, isStroke: true))
            classes.append(names.name(of: .strokeWidth(fixed.round(stroke.width))))
            if !stroke.dashes.isEmpty { classes.append(names.name(of: .dashes(stroke.dashes.map(fixed.round)))) }
            if stroke.join == .round { classes.append("j") }
            if isRule { classes.append("x") }
            if stroke.cap == .round { classes.append("o") }
        }
        write(classes: classes)
        if let fill { opacity("fill", of: fill) }
        if let stroke { opacity("stroke", of: stroke.paint) }
    }

    private mutating func dressLiterally(_ fill: Paint?, _ stroke: Stroke?, _ isRule: Bool, _ palette: Palette) {
        out.attribute("fill", fill.map { palette.resolve($0).color.hexText } ?? "none")
        if let fill { opacity("fill", of: fill) }
        guard let stroke else { return }
        out.attribute("stroke", palette.resolve(stroke.paint).color.hexText)
        opacity("stroke", of: stroke.paint)
        coordinate("stroke-width", stroke.width)
        if stroke.join == .round { out.markup(" stroke-linejoin=\"round\"") }
        if !stroke.dashes.isEmpty { write(dashes: stroke.dashes) }
    }

    private mutating func write(dashes: [Double]) {
        out.markup(" stroke-dasharray=\"")
        for (index, length) in dashes.enumerated() {
            if index > 0 { out.byte(UInt8(ascii: " ")) }
            coordinate(length)
        }
        out.byte(UInt8(ascii: "\""))
    }

    /// ` fill-opacity=".2"`, unless opaque.
    private mutating func opacity(_ property: String, of paint: Paint) {
        guard let opacity = paint.opacity, opacity < 1 else { return }
        out.byte(UInt8(ascii: " "))
        out.markup(property)
        out.markup("-opacity=\"")
        out.number(max(opacity, 0))
        out.byte(UInt8(ascii: "\""))
    }

    /// ` class="a b"`, unless there is none.
    mutating func write(classes: [String]) {
        guard !classes.isEmpty else { return }
        out.markup(" class=\"")
        for (index, name) in classes.enumerated() {
            if index > 0 { out.byte(UInt8(ascii: " ")) }
            out.markup(name)
        }
        out.byte(UInt8(ascii: "\""))
    }

    /// The class that gives a paint's colour.
    func className(of paint: Paint, isStroke: Bool) -> String {
        switch paint {
        case .role(let role, _): (isStroke ? "s-" : "f-") + role.cssName
        case .mix(let from, let to, let fraction):
            names.name(of: .mix(from, to, percent: Self.percent(fraction), isStroke: isStroke))
        case .readable(let from, let to, let fraction):
            names.name(of: .readable(on: from, to, percent: Self.percent(fraction)))
        case .color(let color, _): names.name(of: .color(hex: color.hexText, isStroke: isStroke))
        }
    }

    private static func percent(_ fraction: Double) -> Int {
        Int(exactly: (min(max(fraction, 0), 1) * 100).rounded()) ?? 0
    }
}

extension Paint {
    /// Opacity where it is less than whole by nature; nil for mixes, which are opaque.
    fileprivate var opacity: Double? {
        switch self {
        case .role(_, let opacity), .color(_, let opacity): opacity
        case .mix, .readable: nil
        }
    }
}

extension ColorRole {
    /// The role in style sheets: `onStrong` → `on-strong`.
    var cssName: String { self == .onStrong ? "on-strong" : rawValue }
}
