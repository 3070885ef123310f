import Graphics
import NativeCodecs

/// The shapes of an SVG file, and nothing else of it.
///
/// Outputs never see the file: its shapes are read into paths, which are drawn or written anew, so scripts, references and
/// styles have no way into a report. What would look otherwise without something that is not drawn (text, gradients, clips,
/// filters, pictures) is refused; what shows nothing (titles, definitions, an editor's notes) is passed over.
struct SVGDrawing {
    private static let largestFile = 1 << 20
    private static let mostElements = 10_000
    private static let mostSteps = 50_000

    private struct Level {
        var style = SVGStyle()
        var transform = Transform.identity
        /// Whether all within is passed over.
        var isHidden = false
    }

    private let sheet: SVGStyleSheet
    private var levels: [Level] = []
    private var box: SVGViewBox?
    private var items: [SceneItem] = []
    private var elements = 0
    private var steps = 0

    /// The drawing as a picture at two pixels for each of CSS, so that it prints as large as a browser shows it.
    static func picture(_ bytes: [UInt8]) throws(PictureFault) -> ImageData {
        guard bytes.count <= largestFile else { throw .svgLimit("more than 1 MB") }
        var drawing = SVGDrawing(sheet: try styleSheet(bytes))
        try events(bytes) { event in
            do throws(PictureFault) { try drawing.take(event) } catch { return error }
            return nil
        }
        guard let box = drawing.box, !drawing.items.isEmpty else { throw .svgEmpty }
        return ImageData(.drawing(drawing.items), width: box.width, height: box.height)
    }

    private init(sheet: SVGStyleSheet) { self.sheet = sheet }

    /// Reads a document; the first fault that `handle` answers ends it.
    private static func events(
        _ bytes: [UInt8], _ handle: @escaping (XMLEvents.Event) -> PictureFault?
    ) throws(PictureFault) {
        var fault: PictureFault?
        do throws(XMLEvents.Failure) {
            try XMLEvents.read(bytes) { event in
                // The end of an element without content is told even where its start stopped the reading.
                if fault == nil { fault = handle(event) }
                return fault == nil
            }
        } catch { throw .svgMarkup(error.fact) }
        if let fault { throw fault }
    }

    /// Rules may stand behind what they are for, so they are read first.
    private static func styleSheet(_ bytes: [UInt8]) throws(PictureFault) -> SVGStyleSheet {
        var text = ""
        var isStyle = false
        try events(bytes) { event in
            switch event {
            case .start(let name, _): isStyle = name == "style"
            case .text(let piece): if isStyle { text += piece }
            case .end: isStyle = false
            }
            return nil
        }
        guard let sheet = SVGStyleSheet(text) else { throw .svgElement("style") }
        return sheet
    }

    private mutating func take(_ event: XMLEvents.Event) throws(PictureFault) {
        switch event {
        case .start(let name, let attributes):
            elements += 1
            guard elements <= Self.mostElements else { throw .svgLimit("more than \(Self.mostElements) elements") }
            try start(name, Dictionary(attributes.map { ($0.name, $0.value) }) { first, _ in first })
        case .end: levels.removeLast()
        case .text: break
        }
    }

    private mutating func start(_ name: String, _ attributes: [String: String]) throws(PictureFault) {
        var level = levels.last ?? Level()
        defer { levels.append(level) }
        if levels.isEmpty {
            guard name == "svg" else { throw .notSVG(root: String(name.prefix(40))) }
            box = try SVGViewBox(attributes)
            level.transform = box?.transform ?? .identity
        }
        guard !level.isHidden else { return }
        if Self.unseen.contains(name) { return level.isHidden = true }
        guard levels.isEmpty || name == "g" || SVGShape.names.contains(name) else {
            throw .svgElement(String(name.prefix(40)))
        }
        try take(attributes, of: name, into: &level)
        if level.isHidden || !SVGShape.names.contains(name) { return }
        try draw(SVGShape(name: name, attributes: attributes), level)
    }

    /// Elements that show nothing by themselves.
    private static let unseen: Set<String> = [
        "title", "desc", "metadata", "defs", "style", "namedview", "linearGradient", "radialGradient", "pattern",
        "clipPath",
        "mask", "filter", "marker", "symbol",
    ]

    private func take(
        _ attributes: [String: String], of name: String, into level: inout Level
    ) throws(PictureFault) {
        var all = attributes
        all["style"] = nil
        for (key, value) in sheet.declarations(of: attributes["class"] ?? "") { all[key] = value }
        for (key, value) in SVGStyleSheet.declarations(attributes["style"] ?? "") { all[key] = value }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
            // A call of a script paints nothing, but says that the file is more than a drawing.
            guard !key.hasPrefix("on"), !value.contains("url("), key != "href", level.style.take(key, value)
            else { throw .attribute(name, key, value) }
        }
        if !level.style.isDisplayed { level.isHidden = true }
        guard let text = all["transform"] else { return }
        guard let transform = Transform(svg: text) else { throw .attribute(name, "transform", text) }
        level.transform = level.transform.after(transform)
    }

    private mutating func draw(_ shape: SVGShape, _ level: Level) throws(PictureFault) {
        var path = try shape.path()
        steps += path.elements.count
        guard steps <= Self.mostSteps else { throw .svgLimit("more than \(Self.mostSteps) steps of paths") }
        let (fill, stroke) = (level.style.fillPaint, level.style.pen(scale: level.transform.meanScale))
        guard level.style.isVisible, fill != nil || stroke != nil, path.elements.count > 1 else { return }
        path = path.transformed(level.transform)
        guard path.lies(within: SVGScanner.largest), level.transform.meanScale <= SVGScanner.largest else {
            throw .svgLimit("places far outside of it")
        }
        path.fillRule = level.style.fillRule
        items.append(.path(path, fill: shape.name == "line" ? nil : fill, stroke: stroke))
    }
}

extension Path {
    /// Whether every coordinate, of controls too, is a number no larger than a limit.
    fileprivate func lies(within limit: Double) -> Bool {
        func isInside(_ point: Point) -> Bool { point.x.magnitude <= limit && point.y.magnitude <= limit }
        return elements.allSatisfy { element in
            switch element {
            case .move(let point), .line(let point): isInside(point)
            case .curve(let first, let second, let end): isInside(first) && isInside(second) && isInside(end)
            case .close: true
            }
        }
    }
}
