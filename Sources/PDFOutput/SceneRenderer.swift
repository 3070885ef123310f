import Graphics
import TextShaping

/// Walks scenes and draws them on a canvas; decides nothing but what belongs to which element of the structure.
struct SceneRenderer: ~Copyable {
    var canvas: Canvas
    let palette: Palette
    let fonts: FontBook
    /// Kept for PDF, absent for pictures.
    var structure: PageStructure?
    /// Whether Cairo marks what belongs to which element, and long outlines are ours: not where its file cannot be
    /// rewritten.
    let marksContent: Bool

    private let faces: DrawingFaces
    private var pictures: [(data: ImageData, picture: Picture)] = []
    private var currentFont: CurrentFont?
    /// The element that is open, and whether what is drawn directly in it is read.
    private var element = 0
    private var isContent = false
    private var isArtifact = false
    private var openMark: OpenMark?
    private var page = 1

    private struct CurrentFont: Equatable {
        var face: Int
        var font: Font
    }

    private struct OpenMark: Equatable {
        var element: Int?
    }

    init(
        canvas: consuming Canvas, palette: Palette, fonts: FontBook, structure: PageStructure? = nil,
        marksContent: Bool = true
    ) {
        self.canvas = canvas
        self.palette = palette
        self.fonts = fonts
        faces = DrawingFaces.of(fonts)
        self.structure = structure
        self.marksContent = marksContent
    }

    /// Draws a scene as a page of its size. With `alternative` the whole page is one figure of that description.
    mutating func drawPage(_ scene: Scene, number: Int, alternative: String?) throws(PDFError) {
        page = number
        canvas.beginPage(scene.size)
        structure?.beginPage(scene.size)
        if let alternative {
            let box = Rect(origin: .zero, size: scene.size)
            element = structure?.open(.tag(.figure(altText: alternative)), in: 0, box: box) ?? 0
            isContent = true
        }
        try draw(scene.items, offset: .zero)
        closeMark()
        canvas.endPage()
        (element, isContent, currentFont) = (0, false, nil)
        try check()
    }

    /// Throws what went wrong on the page.
    func check() throws(PDFError) {
        if canvas.hasBadCoordinate { throw .coordinate(page: page) }
        try canvas.check(.page(page))
    }

    /// Draws items moved by an offset.
    mutating func draw(_ items: [SceneItem], offset: Point) throws(PDFError) {
        for item in items {
            switch item {
            case .path(let path, let fill, let stroke): draw(path, fill: fill, stroke: stroke, offset: offset)
            case .text(let text): try draw(text, offset: offset)
            case .image(let image, let rect): try draw(image, in: rect, offset: offset)
            case .group(let group): try draw(group, offset: offset)
            }
        }
    }

    private mutating func draw(_ path: Path, fill: Paint?, stroke: Stroke?, offset: Point) {
        guard fill != nil || stroke != nil, !path.elements.isEmpty else { return }
        if structure != nil, marksContent, let long = LongPath(path, fill: fill, stroke: stroke, offset: offset) {
            closeMark()
            beginMark()
            structure?.replaceMark(with: long.outline)
            paint(long.standIn, fill: long.fill, stroke: long.stroke, offset: .zero)
            closeMark()
        } else {
            beginMark()
            paint(path, fill: fill, stroke: stroke, offset: offset)
        }
    }

    private mutating func paint(_ path: Path, fill: Paint?, stroke: Stroke?, offset: Point) {
        canvas.trace(path, offset: offset)
        if let fill {
            setSource(fill)
            canvas.fill()
        }
        if let stroke {
            setSource(stroke.paint)
            canvas.stroke(stroke)
        }
    }

    private mutating func draw(_ image: ImageData, in rect: Rect, offset: Point) throws(PDFError) {
        if let drawing = image.items(in: rect) { return try draw([drawing], offset: offset) }
        beginMark()
        let size = rect.size
        canvas.draw(
            try picture(of: image),
            in: Rect(origin: Point(rect.x0 + offset.x, rect.y0 + offset.y), size: size))
        currentFont = nil
    }

    private mutating func picture(of image: ImageData) throws(PDFError) -> Picture {
        if let known = pictures.first(where: { $0.data == image }) { return known.picture }
        guard let picture = made(image) else { throw .image(page: page) }
        pictures.append((image, picture))
        return picture
    }

    /// JPEG is for pages alone: pixels would take decoding it.
    private func made(_ image: ImageData) -> Picture? {
        switch image.content {
        case .png(let bytes): Picture(png: bytes)
        case .jpeg(let bytes) where structure != nil:
            Picture(jpeg: bytes, width: image.width, height: image.height)
        case .jpeg, .drawing: nil
        }
    }

    private mutating func setSource(_ paint: Paint) {
        let (color, opacity) = palette.resolve(paint)
        canvas.setSource(color, opacity: opacity)
    }

    // MARK: Text

    private mutating func draw(_ text: PlacedText, offset: Point) throws(PDFError) {
        guard !text.run.glyphs.isEmpty else { return }
        beginMark()
        let isTurned = text.rotation != 0
        if isTurned {
            canvas.save()
            let anchor = text.anchorPoint
            canvas.rotate(degrees: text.rotation, about: Point(anchor.x + offset.x, anchor.y + offset.y))
            currentFont = nil
        }
        setSource(text.paint)
        try draw(text.run, at: Point(text.origin.x + offset.x, text.origin.y + offset.y))
        if isTurned {
            canvas.restore()
            currentFont = nil
        }
    }

    /// Draws a run piece by piece: a piece has one face and one direction.
    private mutating func draw(_ run: GlyphRun, at origin: Point) throws(PDFError) {
        for piece in TextPiece.pieces(of: run) {
            try setFont(run.font, face: piece.face)
            var text = run.text
            text.withUTF8 { bytes in
                unsafe canvas.show(
                    piece, of: run.glyphs[piece.glyphs], text: UnsafeBufferPointer(rebasing: bytes[piece.bytes]),
                    at: origin)
            }
        }
    }

    private mutating func setFont(_ font: Font, face: Int) throws(PDFError) {
        let wanted = CurrentFont(face: face, font: font)
        if currentFont == wanted { return }
        canvas.setFont(try faces.face(face, weight: font.weight, of: fonts), size: font.size)
        currentFont = wanted
    }

    // MARK: Groups

    private mutating func draw(_ group: SceneGroup, offset: Point) throws(PDFError) {
        let moved = Point(offset.x + group.offset.x, offset.y + group.offset.y)
        let outer = (element, isContent, isArtifact)
        if structure != nil, !isArtifact { enter(group, offset: moved) }
        if let clip = group.clip {
            canvas.save()
            canvas.clip(to: Rect(origin: Point(clip.x0 + moved.x, clip.y0 + moved.y), size: clip.size))
            try draw(group.items, offset: moved)
            canvas.restore()
            currentFont = nil
        } else {
            try draw(group.items, offset: moved)
        }
        (element, isContent, isArtifact) = outer
    }

    /// Makes the group's element the open one.
    private mutating func enter(_ group: SceneGroup, offset: Point) {
        switch group.role {
        case .plain, .part: break
        case .artifact: (isContent, isArtifact) = (false, true)
        case .tag(let tag): enter(tag, group, offset: offset)
        case .link(let target): enterLink(to: target, group, offset: offset)
        }
    }

    private mutating func enter(_ tag: StructureTag, _ group: SceneGroup, offset: Point) {
        var box: Rect?
        if case .figure = tag { box = bounds(of: group, offset: offset) }
        if case .heading(let level, let title, let anchor) = tag {
            let top = bounds(of: group, offset: offset)?.y0 ?? offset.y
            structure?.add(
                PageStructure.Heading(level: level, title: title, anchor: anchor, page: page - 1, top: top))
        }
        if let number = group.element, !tag.holdsContent {
            element = structure?.open(.tag(tag), in: element, continuing: number) ?? element
        } else {
            element = structure?.open(.tag(tag), in: element, box: box) ?? element
        }
        isContent = tag.holdsContent
    }

    private mutating func enterLink(to target: String, _ group: SceneGroup, offset: Point) {
        guard let box = bounds(of: group, offset: offset) else { return }
        let link = PageStructure.Link(page: page - 1, box: box, target: target, text: group.plainText)
        guard let number = structure?.add(link) else { return }
        element = structure?.open(.link(number), in: element) ?? element
        isContent = true
    }

    private func bounds(of group: SceneGroup, offset: Point) -> Rect? {
        var bounds = SceneBounds(fonts: fonts)
        bounds.add(group.items, offset: offset)
        return bounds.box
    }

    /// Sees to it that what is drawn next is marked as the open element's, or as decoration.
    private mutating func beginMark() {
        guard structure != nil else { return }
        let wanted = OpenMark(element: isContent ? element : nil)
        if openMark == wanted { return }
        closeMark()
        structure?.mark(wanted.element)
        if marksContent { canvas.beginMark() }
        openMark = wanted
    }

    private mutating func closeMark() {
        if openMark != nil, marksContent { canvas.endMark() }
        openMark = nil
    }

    /// Ends the drawing and gives Cairo's file and what is known of its structure.
    consuming func finish() throws(PDFError) -> (file: [UInt8], structure: PageStructure) {
        let structure = structure ?? PageStructure()
        return (try canvas.finish(), structure)
    }
}

extension SceneGroup {
    /// The words inside, in drawing order.
    var plainText: String {
        items.map { item in
            switch item {
            case .text(let text): text.run.text
            case .group(let group): group.plainText
            case .path, .image: ""
            }
        }
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
}
