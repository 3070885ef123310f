import DocumentModel
import Graphics

/// Lays a document out on pages.
///
/// Three steps: the blocks become pieces of known height, the pieces are distributed over pages, and the pages are
/// composed into scenes with their running footers. Each text is shaped once.
public struct Typesetter {
    private let document: Document
    private let measurer: any TextMeasurer

    /// A typesetter for one document; the measurer decides in which faces.
    public init(document: Document, measurer: any TextMeasurer) {
        self.document = document
        self.measurer = measurer
    }

    /// The laid out pages; never fails. What did not fit is told in the warnings.
    public func pages() -> TypesetDocument {
        let measures = Measures(document.theme)
        let setter = TextSetter(measurer)
        let area = document.page.textArea
        // Margins wider than the paper still leave a column to write in.
        let size = Size(max(area.width, 36), max(area.height, 36))
        var builder = PieceBuilder(setter: setter, measures: measures, width: size.width)
        builder.add(document.blocks)
        var paginator = Paginator(pageHeight: size.height)
        paginator.fill(builder.pieces)

        let composer = PageComposer(theme: document.theme, measurer: measurer)
        let footer = RunningFooter(info: document.info, page: document.page, measures: measures, setter: setter)
        let count = paginator.pages.count
        let pages = paginator.pages.enumerated().map { index, placed in
            let content = SceneGroup(offset: Point(area.x0, area.y0), items: composer.items(of: placed))
            let foot = footer.item(page: index + 1, of: count)
            let items = [.group(content)] + (foot.map { [$0] } ?? [])
            return Page(scene: Scene(size: document.page.paper.size, items: items), number: index + 1)
        }
        return TypesetDocument(pages: pages, warnings: paginator.warnings)
    }
}
