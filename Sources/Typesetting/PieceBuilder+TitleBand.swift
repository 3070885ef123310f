import DocumentModel
import Graphics

/// The report's head: title and subtitle at the left, details and logo at the right, a strong rule beneath.
extension PieceBuilder {
    func titleBand(_ band: TitleBand) -> Piece {
        let logo = band.logo.flatMap { LogoBox($0, maximum: Size(width / 4, 8 * measures.step)) }
        let logoWidth = logo.map { $0.size.width + measures.gutter } ?? 0
        let font = measures.body
        let leading = measures.leading(font)
        let room = max(width - logoWidth, 1)
        let detailWidth = min(band.details.reduce(0) { max($0, setter.width($1, font)) }, room * 0.42)
        let details = band.details.filter { !$0.isEmpty }.flatMap { detail in
            setter.lines([TextSpan(detail, font, .role(.muted))], width: detailWidth)
        }
        let gutter = details.isEmpty ? 0 : measures.gutter
        let left = leftLines(band, width: max(room - detailWidth - gutter, 1))
        let textHeight = max(left.height, Double(details.count) * leading)
        let height = max(textHeight, logo?.size.height ?? 0)

        var items = left.items(height - left.height)
        let right = height - Double(details.count) * leading
        items += paragraph(
            self.items(of: details, font: font, leading: leading, y: right, width: room, alignment: .right))
        if let logo { items.append(logo.item(right: width, bottom: height)) }
        let ruleY = height + 1.5 * measures.step
        items.append(measures.rule(measures.strongLine, y: ruleY, from: 0, to: width))
        var piece = Piece(items: items, height: ruleY + measures.step / 2, name: "title band")
        piece.after = 2 * measures.step
        return piece
    }

    /// Title, lead and subtitle: their height, and their items from a top edge on.
    private func leftLines(_ band: TitleBand, width: Double) -> (height: Double, items: (Double) -> [SceneItem]) {
        let titleFont = Font(size: measures.theme.type.title, weight: .bold)
        let title = setter.lines([TextSpan(band.title, titleFont, .role(.ink))], width: width)
        let titleLeading = measures.leading(titleFont)
        let font = measures.body
        let leading = measures.leading(font)
        let lead = band.lead.isEmpty ? [] : setter.lines([TextSpan(band.lead, font, .role(.ink))], width: width)
        let subtitle =
            band.subtitle.isEmpty ? [] : setter.lines([TextSpan(band.subtitle, font, .role(.muted))], width: width)
        let titleHeight = Double(title.count) * titleLeading
        let leadHeight = Double(lead.count) * leading
        let height = titleHeight + leadHeight + Double(subtitle.count) * leading
        return (
            height,
            { top in
                paragraph(items(of: title, font: titleFont, leading: titleLeading, y: top))
                    + paragraph(items(of: lead, font: font, leading: leading, y: top + titleHeight))
                    + paragraph(items(of: subtitle, font: font, leading: leading, y: top + titleHeight + leadHeight))
            }
        )
    }

    private func paragraph(_ items: [SceneItem]) -> [SceneItem] {
        items.isEmpty ? [] : [.group(SceneGroup(role: .tag(.paragraph), items: items))]
    }
}

/// A logo scaled down into its room; never up, and never out of proportion.
private struct LogoBox {
    let image: ImageData
    let size: Size

    init?(_ image: ImageData, maximum: Size) {
        guard image.width > 0, image.height > 0 else { return nil }
        let scale = min(maximum.width / Double(image.width), maximum.height / Double(image.height))
        self.image = image
        size = Size(Double(image.width) * scale, Double(image.height) * scale)
    }

    func item(right: Double, bottom: Double) -> SceneItem {
        .group(
            SceneGroup(
                role: .artifact,
                items: [.image(image, Rect(x0: right - size.width, y0: bottom - size.height, x1: right, y1: bottom))]))
    }
}
