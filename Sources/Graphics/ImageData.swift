/// A picture: a file that outputs embed as it is, or paths that they draw.
public struct ImageData: Equatable, Sendable {
    /// What the picture is made of.
    public enum Content: Equatable, Sendable {
        /// The bytes of a PNG file.
        case png([UInt8])
        /// The bytes of a JPEG file, grey or in colours of three parts.
        case jpeg([UInt8])
        /// Items in the picture's own space, from the origin to width and height.
        case drawing([SceneItem])
    }

    /// What it is made of.
    public var content: Content
    /// Width in pixels of 1/144 inch.
    public var width: Int
    /// Height in pixels of 1/144 inch.
    public var height: Int

    /// A picture of an extent.
    public init(_ content: Content, width: Int, height: Int) {
        self.content = content
        self.width = width
        self.height = height
    }

    /// A PNG picture.
    public init(png: [UInt8], width: Int, height: Int) {
        self.init(.png(png), width: width, height: height)
    }

    /// What is drawn in a rectangle: the items of a drawing, scaled and clipped; nil for the bytes of a file.
    public func items(in rect: Rect) -> SceneItem? {
        guard case .drawing(let items) = content, width > 0, height > 0 else { return nil }
        let scale = Transform.scale(rect.width / Double(width), rect.height / Double(height))
        return .group(
            SceneGroup(
                offset: Point(rect.x0, rect.y0), clip: Rect(origin: .zero, size: rect.size),
                items: items.map { $0.transformed(scale) }))
    }
}

extension SceneItem {
    /// A path in another space, its stroke in proportion; what is no path stays as it is, since drawings have none.
    fileprivate func transformed(_ transform: Transform) -> SceneItem {
        guard case .path(let path, let fill, var stroke) = self else { return self }
        stroke?.width *= transform.meanScale
        if let dashes = stroke?.dashes { stroke?.dashes = dashes.map { $0 * transform.meanScale } }
        return .path(path.transformed(transform), fill: fill, stroke: stroke)
    }
}
