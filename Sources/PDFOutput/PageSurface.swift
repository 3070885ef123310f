import Graphics
import TextShaping

/// Writes a scene as the operators of one page after another (ISO 32000-1, 8 and 9).
///
/// Cairo drew PDF pages until it took two fifths of their time: it prints every number through C's `printf`, walks each
/// path three times and writes a file that had to be read and rewritten to become a report. What reports draw, these few
/// operators say.
struct PageSurface: DrawingSurface, ~Copyable {
    let palette: Palette
    let fonts: FontBook
    var resources = PageResources()
    /// The page's operators so far.
    var content = PageContent()
    private var state = State()
    private var outerStates: [State] = []
    private var page = 0
    var hasBadCoordinate = false

    /// What is set for what is painted next; it is written only where it changes.
    private struct State {
        var fill = Color(hex: 0)
        var line = Color(hex: 0)
        var opacity = 1.0
        var width = 1.0
        var dashes: [Double] = []
        var join = Stroke.Join.miter
        var cap = Stroke.Cap.butt
        var font: (number: Int, size: Double)?
    }

    /// The page's operators so far, to write more.
    var syntax: PDFSyntax {
        _read { yield content.syntax }
        _modify { yield &content.syntax }
    }

    init(palette: Palette, fonts: FontBook) {
        self.palette = palette
        self.fonts = fonts
    }

    /// Begins a page of this height, with y down.
    mutating func beginPage(height: Double) {
        page += 1
        content = PageContent()
        syntax.reserve(1 << 16)
        (state, outerStates) = (State(), [])
        syntax.write("1 0 0 -1 0 ")
        syntax.write(place: height)
        syntax.write("cm\n")
    }

    func check() throws(PDFError) { if hasBadCoordinate { throw .coordinate(page: page) } }

    // MARK: Marks and clips

    mutating func beginMark(_ mark: ContentMark) {
        switch mark {
        case .artifact: syntax.write("/Artifact BMC\n")
        case .content(let type, let number):
            syntax.write("/")
            syntax.write(type)
            syntax.write(" <</MCID ")
            syntax.write(number)
            syntax.write(">> BDC\n")
        }
    }

    mutating func endMark() { syntax.write("EMC\n") }

    mutating func clip(to rect: Rect) {
        outerStates.append(state)
        let (low, high) = (DrawableArea.clamped(Point(rect.x0, rect.y0)), DrawableArea.clamped(Point(rect.x1, rect.y1)))
        syntax.write("q ")
        writeRectangle(Rect(x0: low.x, y0: low.y, x1: high.x, y1: high.y))
        syntax.write("W n\n")
    }

    mutating func endClip() {
        state = outerStates.popLast() ?? State()
        syntax.write("Q\n")
    }

    // MARK: State

    /// Fills in a colour from here on.
    mutating func setFill(_ paint: Paint) {
        let (color, opacity) = palette.resolve(paint)
        setOpacity(opacity)
        guard color != state.fill else { return }
        state.fill = color
        write(color)
        syntax.write("rg\n")
    }

    /// Strokes with a pen from here on.
    mutating func setStroke(_ stroke: Stroke) {
        let (color, opacity) = palette.resolve(stroke.paint)
        setOpacity(opacity)
        if color != state.line {
            state.line = color
            write(color)
            syntax.write("RG\n")
        }
        setPen(stroke)
    }

    private mutating func setPen(_ stroke: Stroke) {
        if stroke.width != state.width {
            state.width = stroke.width
            syntax.write(fine: DrawableArea.clamped(stroke.width))
            syntax.write("w\n")
        }
        if stroke.join != state.join {
            state.join = stroke.join
            syntax.write(stroke.join.operation)
        }
        if stroke.cap != state.cap {
            state.cap = stroke.cap
            syntax.write(stroke.cap.operation)
        }
        if stroke.dashes != state.dashes {
            state.dashes = stroke.dashes
            syntax.write("[")
            for dash in stroke.dashes { syntax.write(fine: DrawableArea.clamped(dash)) }
            syntax.write("] 0 d\n")
        }
    }

    private mutating func setOpacity(_ opacity: Double) {
        let opacity = min(max(opacity, 0), 1)
        guard opacity != state.opacity else { return }
        state.opacity = opacity
        syntax.write("/G")
        syntax.write(resources.number(ofOpacity: opacity))
        syntax.write(" gs\n")
    }

    /// Sets text in a face and size from here on.
    mutating func setFont(_ number: Int, size: Double) {
        if let font = state.font, font == (number, size) { return }
        state.font = (number, size)
        syntax.write("/F")
        syntax.write(number)
        syntax.write(" ")
        syntax.write(fine: size)
        syntax.write("Tf\n")
    }

    private mutating func write(_ color: Color) {
        for part in [color.red, color.green, color.blue] { syntax.write(fine: min(max(part, 0), 1)) }
    }

    // MARK: Pictures

    mutating func draw(_ image: ImageData, in rect: Rect) throws(PDFError) {
        guard accepts(rect) else { return }
        guard let number = resources.number(of: image) else { throw .image(page: page) }
        setOpacity(1)
        syntax.write("q ")
        syntax.write(place: rect.width)
        syntax.write("0 0 ")
        syntax.write(place: -rect.height)
        syntax.write(place: rect.x0)
        syntax.write(place: rect.y1)
        syntax.write("cm /I")
        syntax.write(number)
        syntax.write(" Do Q\n")
    }
}

extension Stroke.Join {
    fileprivate var operation: StaticString {
        switch self {
        case .miter: "0 j\n"
        case .round: "1 j\n"
        case .bevel: "2 j\n"
        }
    }
}

extension Stroke.Cap {
    fileprivate var operation: StaticString {
        switch self {
        case .butt: "0 J\n"
        case .round: "1 J\n"
        case .square: "2 J\n"
        }
    }
}
