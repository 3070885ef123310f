import Graphics
import TextShaping

/// Writes laid-out pages as one PDF/A-3 file: tagged, with bookmarks, metadata and searchable text.
public enum PDFWriter {
    /// The file; the same pages give the same bytes on every thread and in every process.
    ///
    /// Pages keep their own sizes. `fonts` is the book that shaped the pages. What lies outside every content tag is
    /// decoration that readers skip, except where no page has a tag at all: then each page is one figure, described
    /// by the title. A link to `#anchor` leads to the heading of that anchor, and is plain text where there is none.
    public static func write(
        pages: [Scene], metadata: PDFMetadata, palette: Palette, fonts: FontBook, attachments: [PDFAttachment] = []
    ) throws(PDFError) -> [UInt8] {
        guard !pages.isEmpty else { throw .noPages }
        for (index, page) in pages.enumerated() { try check(page.size, page: index + 1) }
        let drawn = try DrawnPages(pages, palette: palette, fonts: fonts, title: metadata.title)
        return try drawn.file(metadata: metadata, attachments: attachments)
    }

    private static func check(_ size: Size, page: Int) throws(PDFError) {
        // 14,400 units is the largest page of PDF 1.7 (annex C).
        guard (1...14_400).contains(size.width), (1...14_400).contains(size.height) else {
            throw .pageSize(page: page, width: size.width, height: size.height)
        }
    }
}
