import CCairo
import Graphics
import TextShaping

/// Writes laid-out pages as one PDF/A-3 file: tagged, with bookmarks, metadata and searchable text.
public enum PDFWriter {
    /// The file; the same pages give the same bytes on every thread and in every process.
    ///
    /// Pages keep their own sizes. `fonts` is the book that shaped the pages. What lies outside every content tag is
    /// decoration that readers skip, except where no page has a tag at all: then each page is one figure, described
    /// by the title. A link to `#anchor` leads to the heading of that anchor, and is plain text where there is none.
    ///
    /// Where the running Cairo writes files in an unknown way, the pages are drawn again without tags, and the file's
    /// warning says so: a PDF always appears.
    public static func write(
        pages: [Scene], metadata: PDFMetadata, palette: Palette, fonts: FontBook, attachments: [PDFAttachment] = []
    ) throws(PDFError) -> PDFFile {
        try write(pages: pages, metadata: metadata, palette: palette, fonts: fonts, attachments: attachments) { $0 }
    }

    /// The same with a change to what Cairo wrote: how tests make the files of other versions.
    static func write(
        pages: [Scene], metadata: PDFMetadata, palette: Palette, fonts: FontBook, attachments: [PDFAttachment] = [],
        changing change: ([UInt8]) -> [UInt8]
    ) throws(PDFError) -> PDFFile {
        try CairoLibrary.load()
        guard !pages.isEmpty else { throw .noPages }
        for (index, page) in pages.enumerated() { try check(page.size, page: index + 1) }
        let drawing = PDFDrawing(pages: pages, metadata: metadata, palette: palette, fonts: fonts)
        func assembled(_ drawn: PDFDrawing.Result, isTagged: Bool) throws(UnexpectedFile) -> [UInt8] {
            let assembly = PDFAssembly(
                source: try CairoFile(change(drawn.file)), structure: drawn.structure, metadata: metadata,
                attachments: attachments, isTagged: isTagged)
            return try assembly.bytes()
        }
        let version = unsafe String(cString: cairo_version_string())
        let tagged = try drawing.result(isTagged: true)
        do throws(UnexpectedFile) {
            return PDFFile(bytes: try assembled(tagged, isTagged: true), warning: nil)
        } catch let problem {
            let plain = try drawing.result(isTagged: false)
            guard let bytes = try? assembled(plain, isTagged: false) else {
                return PDFFile(bytes: plain.file, warning: .bare(part: problem.part, cairo: version))
            }
            return PDFFile(bytes: bytes, warning: .untagged(part: problem.part, cairo: version))
        }
    }

    private static func check(_ size: Size, page: Int) throws(PDFError) {
        // 14,400 units is the largest page of PDF 1.7 (annex C).
        guard (1...14_400).contains(size.width), (1...14_400).contains(size.height) else {
            throw .pageSize(page: page, width: size.width, height: size.height)
        }
    }
}

/// Pages to be drawn by Cairo.
struct PDFDrawing {
    /// What Cairo wrote, and what is known of its structure.
    typealias Result = (file: [UInt8], structure: PageStructure)

    let pages: [Scene]
    let metadata: PDFMetadata
    let palette: Palette
    let fonts: FontBook

    /// The pages with their content marked for the pass over the file, or as they are.
    func result(isTagged: Bool) throws(PDFError) -> Result {
        let hasTags = pages.contains { $0.items.contains(where: \.hasTag) }
        var renderer = SceneRenderer(
            canvas: try Canvas.pdf(), palette: palette, fonts: fonts, structure: PageStructure(), marksContent: isTagged
        )
        if !isTagged { renderer.canvas.describe(metadata) }
        for (index, page) in pages.enumerated() {
            try renderer.drawPage(page, number: index + 1, alternative: hasTags ? nil : metadata.title)
        }
        return try renderer.finish()
    }
}

extension SceneItem {
    /// Whether the item is or holds an element of the structure.
    fileprivate var hasTag: Bool {
        guard case .group(let group) = self else { return false }
        if case .tag = group.role { return true }
        return group.items.contains(where: \.hasTag)
    }
}
