import Graphics
import TextShaping

/// Walks scenes and draws them on a surface; decides nothing but what belongs to which element of the structure.
struct SceneRenderer<Surface: DrawingSurface & ~Copyable>: ~Copyable {
    var surface: Surface
    private let fonts: FontBook
    /// Kept for PDF, absent for pictures.
    private(set) var structure: PageStructure?

    /// The element that is open, and whether what is drawn directly in it is read.
    private var element = 0
    private var isContent = false
    private var isArtifact = false
    private var openMark: OpenMark?

    private struct OpenMark: Equatable {
        var element: Int?
    }

    init(surface: consuming Surface, fonts: FontBook, structure: PageStructure? = nil) {
        self.surface = surface
        self.fonts = fonts
        self.structure = structure
    }

    /// Draws a scene as a page of its size. With `alternative` the whole page is one figure of that description.
    mutating func drawPage(_ scene: Scene, alternative: String?) throws(PDFError) {
        structure?.beginPage(scene.size)
        if let alternative {
            let box = Rect(origin: .zero, size: scene.size)
            element = structure?.open(.tag(.figure(altText: alternative)), in: 0, box: box) ?? 0
            isContent = true
        }
        try draw(scene.items, offset: .zero)
        closeMark()
        (element, isContent) = (0, false)
        try surface.check()
    }

    /// Draws items moved by an offset.
    mutating func draw(_ items: [SceneItem], offset: Point) throws(PDFError) {
        for item in items {
            switch item {
            case .path(let path, let fill, let stroke):
                guard fill != nil || stroke != nil, !path.elements.isEmpty else { continue }
                beginMark()
                surface.draw(path, fill: fill, stroke: stroke, offset: offset)
            case .text(let text):
                guard !text.run.glyphs.isEmpty else { continue }
                beginMark()
                try surface.draw(text, offset: offset)
            case .image(let image, let rect): try draw(image, in: rect, offset: offset)
            case .group(let group): try draw(group, offset: offset)
            }
        }
    }

    private mutating func draw(_ image: ImageData, in rect: Rect, offset: Point) throws(PDFError) {
        if let drawing = image.items(in: rect) { return try draw([drawing], offset: offset) }
        beginMark()
        try surface.draw(image, in: Rect(origin: Point(rect.x0 + offset.x, rect.y0 + offset.y), size: rect.size))
    }

    // MARK: Groups

    private mutating func draw(_ group: SceneGroup, offset: Point) throws(PDFError) {
        let moved = Point(offset.x + group.offset.x, offset.y + group.offset.y)
        let outer = (element, isContent, isArtifact)
        if structure != nil, !isArtifact { enter(group, offset: moved) }
        if let clip = group.clip {
            // Marks and clips nest: neither may end inside the other.
            closeMark()
            surface.clip(to: Rect(origin: Point(clip.x0 + moved.x, clip.y0 + moved.y), size: clip.size))
            try draw(group.items, offset: moved)
            closeMark()
            surface.endClip()
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
        if case .heading(let level, let title, let anchor) = tag, let page = structure?.page {
            let top = bounds(of: group, offset: offset)?.y0 ?? offset.y
            structure?.add(PageStructure.Heading(level: level, title: title, anchor: anchor, page: page, top: top))
        }
        if let number = group.element, !tag.holdsContent {
            element = structure?.open(.tag(tag), in: element, continuing: number) ?? element
        } else {
            element = structure?.open(.tag(tag), in: element, box: box) ?? element
        }
        isContent = tag.holdsContent
    }

    private mutating func enterLink(to target: String, _ group: SceneGroup, offset: Point) {
        guard let box = bounds(of: group, offset: offset), let page = structure?.page else { return }
        let link = PageStructure.Link(page: page, box: box, target: target, text: group.plainText)
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
        if let mark = structure?.mark(wanted.element) { surface.beginMark(mark) }
        openMark = wanted
    }

    private mutating func closeMark() {
        if openMark != nil { surface.endMark() }
        openMark = nil
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
