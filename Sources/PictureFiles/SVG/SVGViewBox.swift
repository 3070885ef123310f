import Graphics

/// The extent of a drawing: its `viewBox` fitted into `width` and `height` and centred there (SVG 2, 8.2).
struct SVGViewBox {
    /// In pixels, two for each of CSS.
    let width: Int
    let height: Int
    /// From the drawing's space into that of the picture.
    let transform: Transform

    private static let largest = 4000.0

    /// Nil where neither gives an extent.
    init?(_ attributes: [String: String]) throws(PictureFault) {
        let view = try Self.viewBox(attributes["viewBox"])
        let given = (try Self.side("width", attributes), try Self.side("height", attributes))
        guard let size = Self.size(given, view?.size) else { return nil }
        let scale = min(2, Self.largest / max(size.width, size.height))
        let box = Size(max(1, (size.width * scale).rounded()), max(1, (size.height * scale).rounded()))
        guard let width = Int(exactly: box.width), let height = Int(exactly: box.height) else { return nil }
        (self.width, self.height) = (width, height)
        let seen = view ?? Rect(origin: .zero, size: size)
        let (across, up) = (box.width / seen.width, box.height / seen.height)
        let fit = min(across, up)
        if let text = attributes["preserveAspectRatio"], !["xMidYMid", "xMidYMid meet"].contains(text),
            max(across, up) > 1.02 * fit
        {
            throw .attribute("svg", "preserveAspectRatio", text)
        }
        transform = Transform(
            fit, 0, 0, fit, box.width / 2 - fit * seen.center.x, box.height / 2 - fit * seen.center.y)
    }

    /// What is given, and what follows from the shape of the view.
    private static func size(_ given: (Double?, Double?), _ view: Size?) -> Size? {
        let size: Size? =
            switch (given.0, given.1, view) {
            case (let width?, let height?, _): Size(width, height)
            case (let width?, nil, let view?): Size(width, width * view.height / view.width)
            case (nil, let height?, let view?): Size(height * view.width / view.height, height)
            case (_, _, let view): view
            }
        guard let size, size.width > 0, size.height > 0, size.width / size.height < 1000,
            size.height / size.width < 1000
        else { return nil }
        return size
    }

    private static func viewBox(_ text: String?) throws(PictureFault) -> Rect? {
        guard let text else { return nil }
        var scanner = SVGScanner(text)
        let numbers = scanner.numbers()
        guard numbers.count == 4, scanner.isAtEnd(), numbers[2] > 0, numbers[3] > 0 else {
            throw .attribute("svg", "viewBox", text)
        }
        return Rect(origin: Point(numbers[0], numbers[1]), size: Size(numbers[2], numbers[3]))
    }

    /// A share of a page is none of its own.
    private static func side(_ name: String, _ attributes: [String: String]) throws(PictureFault) -> Double? {
        guard let text = attributes[name], !text.hasSuffix("%"), text != "auto" else { return nil }
        guard let pixels = SVGLength.pixels(text) else { throw .attribute("svg", name, text) }
        return pixels
    }
}
