import DocumentModel
import Graphics

/// The foot of every page: what the report is of at the left, who made it and the page number at the right.
///
/// Its height is fixed, so it is drawn when the number of pages is known, and nothing is laid out twice.
struct RunningFooter {
    let info: DocumentInfo
    let page: PageStyle
    let measures: Measures
    let setter: TextSetter

    /// The footer of a page, in paper coordinates; nil where the page style leaves no room for one.
    func item(page number: Int, of count: Int) -> SceneItem? {
        guard page.footerHeight > 0 else { return nil }
        let area = page.textArea
        let top = area.y1 + max(0, (page.margins.bottom - page.footerHeight) / 2)
        let font = measures.small
        let baseline = top + measures.step + setter.baseline(font, leading: measures.leading(font))
        let pages = "page \(number) of \(count)"
        let right = setter.line(
            TextSpan(info.generator.isEmpty ? pages : "\(info.generator) · \(pages)", font, .role(.muted)))
        let room = area.width - right.width - measures.gutter
        let left = setter.line(TextSpan(setter.ellipsised(info.footer, font, width: room), font, .role(.muted)))
        return .group(
            SceneGroup(
                role: .artifact,
                items: [measures.rule(measures.hairline, y: top, from: area.x0, to: area.x1)]
                    + left.items(baseline: baseline, x: area.x0, width: area.width)
                    + right.items(baseline: baseline, x: area.x0, width: area.width, alignment: .right)))
    }
}
