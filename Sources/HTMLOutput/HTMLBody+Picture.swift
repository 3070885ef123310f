import DocumentModel
import Graphics

/// Pictures: files as they are, drawings as lines and areas in the page's own colours.
extension HTMLBody {
    /// A picture with its words.
    mutating func write(_ picture: PictureBlock, width: Double) {
        let share = 100 * picture.size(in: width).width / max(width, 1)
        let style = names.name(of: .width(Int(exactly: share.rounded()) ?? 100))
        out.markup("<figure>\n")
        write(picture.image, style: style, altText: picture.altText)
        element("figcaption", "", picture.caption)
        out.markup("</figure>\n")
    }

    /// A picture of a class; without a description it is decoration.
    mutating func write(_ image: ImageData, style: String, altText: String) {
        let source: (type: String, bytes: [UInt8])
        switch image.content {
        case .png(let bytes): source = ("image/png", bytes)
        case .jpeg(let bytes): source = ("image/jpeg", bytes)
        case .drawing: return write(drawing: image, style: style, altText: altText)
        }
        out.markup("<img class=\"\(style)\"")
        write(extentOf: image)
        out.markup(" alt=\"")
        out.text(altText)
        out.markup("\" src=\"data:\(source.type);base64,")
        out.append(ascii: Base64.encode(source.bytes))
        out.markup("\">\n")
    }

    /// Drawn a thousand points large, so that the tenths in which figures are written are fine enough.
    private mutating func write(drawing image: ImageData, style: String, altText: String) {
        let scale = 1000 / Double(max(image.width, image.height, 1))
        let size = Size(Double(image.width) * scale, Double(image.height) * scale)
        guard let items = image.items(in: Rect(origin: .zero, size: size)) else { return }
        var svg = SVGSerializer(inline: names, defaultFontSize: theme.chart.labelSize)
        svg.out.markup("<svg class=\"\(style)\"")
        svg.out.markup(" viewBox=\"0 0 ")
        svg.coordinate(size.width)
        svg.out.markup(" ")
        svg.coordinate(size.height)
        svg.out.markup("\" fill=\"none\"")
        out.append(svg.out)
        svg.out = MarkupBuffer()
        write(extentOf: image)
        if altText.isEmpty { out.markup(" aria-hidden=\"true\"") } else { out.markup(" role=\"img\"") }
        if !altText.isEmpty { out.attribute("aria-label", altText) }
        out.markup(">")
        svg.write([items])
        out.append(svg.out)
        out.markup("</svg>\n")
    }

    private mutating func write(extentOf image: ImageData) {
        out.markup(" width=\"")
        out.integer(image.width)
        out.markup("\" height=\"")
        out.integer(image.height)
        out.markup("\"")
    }
}
