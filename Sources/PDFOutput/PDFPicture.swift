import CCairo
import Graphics
import NativeCodecs

/// The picture of a file as PDF holds it (ISO 32000-1, 8.9): a JPEG file as it is, or pixels with their opacity apart.
struct PDFPicture {
    private enum Content {
        case jpeg([UInt8], isGray: Bool)
        /// Three bytes a pixel, and one of opacity where any pixel is not opaque.
        case pixels(colors: [UInt8], opacity: [UInt8]?)
    }

    private let content: Content
    private let width: Int
    private let height: Int

    /// Nil where the file cannot be decoded.
    init?(_ image: ImageData) {
        switch image.content {
        case .png(let bytes):
            guard let picture = Picture(png: bytes), let pixels = picture.pixels() else { return nil }
            (width, height) = (picture.width, picture.height)
            content = .pixels(colors: pixels.colors, opacity: pixels.opacity)
        case .jpeg(let bytes):
            guard let frame = Self.frame(ofJPEG: bytes) else { return nil }
            (width, height) = (frame.width, frame.height)
            content = .jpeg(bytes, isGray: frame.components == 1)
        case .drawing: return nil
        }
    }

    /// Adds the picture; returns its object.
    func add(to objects: inout PDFObjects) -> Int {
        let size = "/Type /XObject /Subtype /Image /Width \(width) /Height \(height) /BitsPerComponent 8"
        switch content {
        case .jpeg(let bytes, let isGray):
            let space = isGray ? "/DeviceGray" : "/DeviceRGB"
            return objects.addStream(head: size + " /ColorSpace \(space) /Filter /DCTDecode", bytes)
        case .pixels(let colors, let opacity):
            var head = size + " /ColorSpace /DeviceRGB /Filter /FlateDecode"
            if let opacity {
                let mask = objects.addStream(
                    head: size + " /ColorSpace /DeviceGray /Filter /FlateDecode", ZlibFrame.deflate(opacity[...]))
                head += " /SMask \(mask) 0 R"
            }
            return objects.addStream(head: head, ZlibFrame.deflate(colors[...]))
        }
    }

    /// The extent of a JPEG file and how many parts its colours have (ITU-T T.81, B.2.2).
    private static func frame(ofJPEG bytes: [UInt8]) -> (width: Int, height: Int, components: Int)? {
        func word(_ place: Int) -> Int { Int(bytes[place]) << 8 + Int(bytes[place + 1]) }
        var place = 2
        while place + 9 < bytes.count, bytes[place] == 0xFF {
            let marker = bytes[place + 1]
            let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame { return (word(place + 7), word(place + 5), Int(bytes[place + 9])) }
            place += marker == 0xFF ? 1 : 2 + word(place + 2)
        }
        return nil
    }
}
