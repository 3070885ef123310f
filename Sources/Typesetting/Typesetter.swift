import DocumentModel
import Graphics

/// Lays a document out on pages.
///
/// Three steps: the blocks become pieces of known height, the pieces are distributed over pages, and the pages are
/// composed into scenes with their running footers. Each text is shaped once.
public struct Typesetter {
    private let document: Document
    private let measurer: any TextMeasurer
    private let evensPages: Bool

    /// A typesetter for one document; the measurer decides in which faces.
    ///
    /// - Parameter evensPages: Draws figures somewhat lower or higher where a page would be left emptier than a third.
    public init(document: Document, measurer: any TextMeasurer, evensPages: Bool = false) {
        self.document = document
        self.measurer = measurer
        self.evensPages = evensPages
    }

    /// The laid out pages; never fails. What did not fit is told in the warnings.
    public func pages() -> TypesetDocument {
        let measures = Measures(document.theme)
        let setter = TextSetter(measurer)
        let area = document.page.textArea
        let paginator = bestLayout(setter)

        let composer = PageComposer(theme: document.theme, measurer: measurer)
        let footer = RunningFooter(info: document.info, page: document.page, measures: measures, setter: setter)
        let count = paginator.pages.count
        let background = Scene.background(document.theme.palette, size: document.page.paper.size)
        let pages = paginator.pages.enumerated().map { index, placed in
            let content = SceneGroup(offset: Point(area.x0, area.y0), items: composer.items(of: placed))
            let foot = footer.item(page: index + 1, of: count)
            let items = background + [.group(content)] + (foot.map { [$0] } ?? [])
            return Page(scene: Scene(size: document.page.paper.size, items: items), number: index + 1)
        }
        return TypesetDocument(pages: pages, warnings: paginator.warnings)
    }

    /// How much lower or higher figures are drawn, in the order tried, where a page would be left emptier than a third.
    private static let figureScales = [0.95, 0.9, 0.85, 1.06, 1.12, 0.8, 1.18, 1.24]

    /// The layout with figures as they want to be, or nearly so, if that leaves no page emptier than a third.
    private func bestLayout(_ setter: TextSetter) -> Paginator {
        var best = layout(setter, figureScale: 1)
        guard evensPages, best.pages.count > 1, best.emptiest < 1 / 3 else { return best }
        for scale in Self.figureScales {
            let tried = layout(setter, figureScale: scale)
            guard tried.emptiest > best.emptiest, tried.warnings.count <= best.warnings.count else { continue }
            best = tried
            if best.emptiest >= 1 / 3 { break }
        }
        return best
    }

    private func layout(_ setter: TextSetter, figureScale: Double) -> Paginator {
        let area = document.page.textArea
        let measures = Measures(document.theme, figureScale: figureScale)
        // Margins wider than the paper still leave a column to write in.
        let size = Size(max(area.width, 36), max(area.height, 36))
        var builder = PieceBuilder(setter: setter, measures: measures, width: size.width)
        builder.add(document.blocks)
        var paginator = Paginator(pageHeight: size.height)
        paginator.fill(builder.pieces)
        return paginator
    }
}
