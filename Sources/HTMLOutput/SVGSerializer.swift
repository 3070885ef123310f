import Graphics

/// Walks a scene and writes the elements of an `<svg>`: the same walk for figures within a page and for files.
///
/// Offsets of groups are added to the coordinates instead of being written as transforms: shorter, and every number in the
/// markup is in the figure's own coordinates, which the script relies on.
struct SVGSerializer {
    /// How colours and type are written.
    enum Dress {
        /// As classes of the page's style sheet, which light, dark and print resolve differently. Text of the default
        /// size carries none.
        case classes(defaultFontSize: Double)
        /// As attributes with the colours of a palette, for files of their own.
        case literal(Palette)
    }

    /// What has been written.
    var out = MarkupBuffer()
    let dress: Dress
    let fixed: FixedPoint
    let names: GeneratedClasses
    private var isInLink = false
    /// Within a line or an area that the page's script draws again from the exact data.
    private var isRefined = false
    private var clips: [[Int]: String] = [:]

    /// A writer of figures within the page whose names are given.
    init(inline names: GeneratedClasses, defaultFontSize: Double) {
        dress = .classes(defaultFontSize: defaultFontSize)
        fixed = .tenths
        self.names = names
    }

    /// A writer of a file in the colours of a palette.
    init(standalone palette: Palette) {
        dress = .literal(palette)
        fixed = .hundredths
        names = GeneratedClasses()
    }

    /// Writes items in drawing order.
    mutating func write(_ items: [SceneItem], offset: Point = .zero) {
        var index = items.startIndex
        while index < items.endIndex {
            let data = items[index...].prefix(while: Self.isDatum)
            let words = data.isEmpty ? wordsAlike(items[index...]) : 0
            if !data.isEmpty {
                write(data: data, offset: offset)
                index = data.endIndex
            } else if words > 1 {
                write(alike: items[index..<(index + words)], offset)
                index += words
            } else {
                write(items[index], offset)
                index += 1
            }
        }
    }

    private mutating func write(_ item: SceneItem, _ offset: Point) {
        switch item {
        case .path(let path, let fill, let stroke): write(path, fill, stroke, offset)
        case .text(let text): write(text, offset)
        case .image(let image, let rect): write(image, rect, offset)
        case .group(let group): write(group, offset)
        }
    }

    /// A coordinate in the figure's units.
    mutating func coordinate(_ points: Double) {
        let units = fixed.round(points)
        if fixed.writesPoints { out.hundredths(units) } else { out.integer(units) }
    }

    /// ` name="coordinate"`.
    mutating func coordinate(_ name: String, _ points: Double) {
        out.byte(UInt8(ascii: " "))
        out.markup(name)
        out.markup("=\"")
        coordinate(points)
        out.byte(UInt8(ascii: "\""))
    }

    private mutating func write(_ path: Path, _ fill: Paint?, _ stroke: Stroke?, _ offset: Point) {
        guard fill != nil || stroke != nil, path.elements.count > 1 else { return }
        if case .classes = dress, let fill, stroke == nil, let dots = DotCloud(path) {
            return write(dots, fill, offset)
        }
        out.markup("<path")
        dress(fill: fill, stroke: stroke, isRule: Self.isRule(path))
        if path.fillRule == .evenOdd { out.markup(" fill-rule=\"evenodd\"") }
        out.markup(" d=\"")
        var drawn = path
        if case .classes = dress {
            drawn = PathSimplification.simplified(
                path, tolerance: isRefined ? PathSimplification.toleranceOfRefined : PathSimplification.tolerance)
        }
        SVGPathData.write(drawn, offset: offset, fixed: fixed, to: &out)
        out.markup("\"/>")
    }

    /// Many dots of one size: strokes without length and with round ends, a third of what their outlines take.
    private mutating func write(_ dots: DotCloud, _ paint: Paint, _ offset: Point) {
        out.markup("<path")
        dress(fill: nil, stroke: dots.stroke(paint), isRule: false)
        out.markup(" d=\"")
        var last: (x: Int, y: Int)?
        for place in inBands(dots.centers, offset) {
            out.markup(last == nil ? "M" : "m")
            out.integer(place.x - (last?.x ?? 0))
            let down = place.y - (last?.y ?? 0)
            if down >= 0 { out.byte(UInt8(ascii: " ")) }
            out.integer(down)
            out.markup("h0")
            last = place
        }
        out.markup("\"/>")
    }

    /// Dots of one colour have no order: in bands from left to right, the steps between them are short.
    private func inBands(_ centers: [Point], _ offset: Point) -> [(x: Int, y: Int)] {
        let height = 40
        let places = centers.map { (x: fixed.round($0.x + offset.x), y: fixed.round($0.y + offset.y)) }
        return places.sorted { ($0.y / height, $0.x, $0.y) < ($1.y / height, $1.x, $1.y) }
    }

    /// Bars or cells that say a text where a reader points at them; those of one colour in a row share it.
    private mutating func write(data items: ArraySlice<SceneItem>, offset: Point) {
        var index = items.startIndex
        while index < items.endIndex {
            guard let fill = Self.fill(ofDatum: items[index]) else {
                index += 1
                continue
            }
            let alike = items[index...].prefix { Self.fill(ofDatum: $0) == fill }
            if alike.count > 1 {
                out.markup("<g")
                dress(fill: fill, stroke: nil, isRule: false)
                out.markup(">")
            }
            for item in alike { write(datum: item, fill: alike.count > 1 ? nil : fill, offset) }
            if alike.count > 1 { out.markup("</g>") }
            index = alike.endIndex
        }
    }

    private mutating func write(datum item: SceneItem, fill: Paint?, _ offset: Point) {
        guard case .group(let group) = item, case .part(_, let attributes) = group.role,
            case .path(let path, _, _)? = group.items.first
        else { return }
        out.markup("<path")
        if let fill { dress(fill: fill, stroke: nil, isRule: false) }
        out.markup(" d=\"")
        SVGPathData.write(
            path, offset: Point(offset.x + group.offset.x, offset.y + group.offset.y), fixed: fixed, to: &out)
        out.markup("\"><title>")
        out.text(attributes.first { $0.name == "title" }?.value ?? "")
        out.markup("</title></path>")
    }

    /// The colour of a bar or cell with a text of its own.
    private static func fill(ofDatum item: SceneItem) -> Paint? {
        guard case .group(let group) = item, case .path(_, let fill, _)? = group.items.first else { return nil }
        return fill
    }

    /// Whether an item is a bar or cell with a text of its own.
    private static func isDatum(_ item: SceneItem) -> Bool {
        if case .group(let group) = item, case .part("datum", _) = group.role { true } else { false }
    }

    /// A single line along an axis, which looks better on whole pixels.
    private static func isRule(_ path: Path) -> Bool {
        guard path.elements.count == 2, case .move(let start) = path.elements[0], case .line(let end) = path.elements[1]
        else { return false }
        return start.x == end.x || start.y == end.y
    }

    private mutating func write(_ image: ImageData, _ rect: Rect, _ offset: Point) {
        switch image.content {
        case .png(let bytes): write("image/png", bytes, rect, offset)
        case .jpeg(let bytes): write("image/jpeg", bytes, rect, offset)
        case .drawing: if let drawing = image.items(in: rect) { write(drawing, offset) }
        }
    }

    private mutating func write(_ type: String, _ bytes: [UInt8], _ rect: Rect, _ offset: Point) {
        out.markup("<image")
        coordinate("x", rect.x0 + offset.x)
        coordinate("y", rect.y0 + offset.y)
        coordinate("width", rect.width)
        coordinate("height", rect.height)
        out.markup(" href=\"data:\(type);base64,")
        out.append(ascii: Base64.encode(bytes))
        out.markup("\"/>")
    }
}

/// Groups.
extension SVGSerializer {
    private mutating func write(_ group: SceneGroup, _ offset: Point) {
        guard !group.items.isEmpty else { return }
        let inner = Point(offset.x + group.offset.x, offset.y + group.offset.y)
        let clip = group.clip.map { writeClip($0, inner) }
        let end = open(group.role, clip: clip)
        let wasRefined = isRefined
        isRefined = isRefined || Self.isRefined(group.role)
        write(group.items, offset: inner)
        isRefined = wasRefined
        out.markup(end)
        if case .link = group.role { isInLink = false }
    }

    private static func isRefined(_ role: SceneGroup.Role) -> Bool {
        guard case .part(let name, let attributes) = role, ["series", "area"].contains(name) else { return false }
        return attributes.contains { $0.name == "key" }
    }

    /// Writes a group's start, if it needs an element, and returns the end that belongs to it.
    private mutating func open(_ role: SceneGroup.Role, clip: String?) -> String {
        switch role {
        case .part(let name, let attributes):
            out.markup("<g")
            out.attribute("data-part", name)
            for attribute in attributes { out.attribute("data-" + Self.safeName(attribute.name), attribute.value) }
        case .link(let target) where LinkTarget.isSafe(target) && !isInLink:
            isInLink = true
            out.markup("<a")
            out.attribute("href", target)
        case .link, .plain, .tag, .artifact:
            guard clip != nil else { return "" }
            out.markup("<g")
        }
        if let clip {
            out.markup(" clip-path=\"url(#")
            out.markup(clip)
            out.markup(")\"")
        }
        out.markup(">")
        if case .link(let target) = role, LinkTarget.isSafe(target) { return "</a>" }
        return "</g>"
    }

    /// Writes a clip, or finds the one of the same place in this figure.
    private mutating func writeClip(_ rect: Rect, _ offset: Point) -> String {
        let place = [rect.x0 + offset.x, rect.y0 + offset.y, rect.x1 + offset.x, rect.y1 + offset.y].map(fixed.round)
        if let known = clips[place] { return known }
        let id = names.nextClipID()
        clips[place] = id
        out.markup("<clipPath id=\"")
        out.markup(id)
        out.markup("\"><path d=\"")
        SVGPathData.write(Path(rect), offset: offset, fixed: fixed, to: &out)
        out.markup("\"/></clipPath>")
        return id
    }

    /// An attribute's name with nothing but lower-case letters, digits and hyphens.
    private static func safeName(_ name: String) -> String {
        let kept = name.utf8.filter { byte in
            byte == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        return String(decoding: Array(kept), as: UTF8.self)
    }
}
