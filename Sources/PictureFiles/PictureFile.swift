import Graphics

/// Reads pictures that users bring: PNG, JPEG, and the drawings of SVG.
public enum PictureFile {
    /// The endings of such files, in lower case.
    public static let endings = ["png", "jpg", "jpeg", "svg"]

    /// The picture of a file, by what its bytes are and not by its name.
    ///
    /// A PNG file is only measured: whoever draws it decodes it. Of a JPEG file everything is left out that its pixels do not
    /// need. Of an SVG file the shapes are kept, see ``SVGDrawing``.
    public static func picture(_ bytes: [UInt8]) throws(PictureFault) -> ImageData {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            guard let image = ImageData(png: bytes) else { throw .damagedPNG }
            return image
        }
        if bytes.starts(with: [0xFF, 0xD8]) { return try JPEGFile.picture(bytes) }
        guard looksLikeXML(bytes) else { throw .unknownFormat }
        return try SVGDrawing.picture(bytes)
    }

    /// Whether the first visible byte opens an element, behind a mark of UTF-8 as well.
    private static func looksLikeXML(_ bytes: [UInt8]) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return bytes.dropFirst(start).first { $0 > 0x20 } == UInt8(ascii: "<")
    }
}
