/// Why a picture cannot be used.
public enum PictureFault: Error, Equatable, Sendable {
    /// The bytes are of another format.
    case unknownFormat
    /// A PNG file that is damaged, or of more than 16 megapixels.
    case damagedPNG
    /// A JPEG file that ends early or has no picture.
    case damagedJPEG
    /// A JPEG file of more than 16 megapixels, or without extent.
    case jpegSize(width: Int, height: Int)
    /// A JPEG file for printing presses (four colours), of more than 8 bits, or without loss.
    case jpegKind(String)
    /// A JPEG file that its camera says to turn.
    case jpegTurned
    /// An SVG file that is no well-formed XML.
    case svgMarkup(String)
    /// An XML file that is no SVG drawing.
    case notSVG(root: String)
    /// A drawing without a size, or without anything to be seen.
    case svgEmpty
    /// More elements, steps or bytes than a logo needs.
    case svgLimit(String)
    /// An element that is not drawn.
    case svgElement(String)
    /// An attribute whose value is not drawn or not understood.
    case svgAttribute(element: String, name: String, value: String)
}

extension PictureFault {
    /// A stable name.
    public var code: String {
        switch self {
        case .unknownFormat: "picture_format"
        case .damagedPNG: "picture_png_damaged"
        case .damagedJPEG: "picture_jpeg_damaged"
        case .jpegSize: "picture_jpeg_size"
        case .jpegKind: "picture_jpeg_kind"
        case .jpegTurned: "picture_jpeg_turned"
        case .svgMarkup: "picture_svg_markup"
        case .notSVG: "picture_svg_root"
        case .svgEmpty: "picture_svg_empty"
        case .svgLimit: "picture_svg_limit"
        case .svgElement: "picture_svg_element"
        case .svgAttribute: "picture_svg_attribute"
        }
    }

    /// Fact and remedy; the place is the file, which whoever read it names.
    public var message: String {
        switch self {
        case .unknownFormat: "is no PNG, JPEG or SVG file; save it as one of them"
        case .damagedPNG: "is no undamaged PNG file of at most 16 megapixels; save it again, smaller"
        case .damagedJPEG: "is a damaged JPEG file; save it again"
        case .jpegSize(let width, let height):
            "is a JPEG file of \(width) × \(height) pixels; at most 16 megapixels can be used, so save it smaller"
        case .jpegKind(let kind): "is a JPEG file \(kind); save it in RGB with 8 bits"
        case .jpegTurned: "is a JPEG file that its camera says to turn; turn it in an editor and save it again"
        case .svgMarkup(let fact): "is no well-formed SVG file: \(fact); save it again as plain SVG"
        case .notSVG(let root): "begins with <\(root)>, not <svg>; name an SVG drawing"
        case .svgEmpty:
            "shows nothing: no viewBox, no width and height, or no shape with a colour; save it as plain SVG"
        case .svgLimit(let fact): "is too large a drawing (\(fact)); simplify it, or save it as PNG"
        case .svgElement(let name):
            "has <\(name)>, which is not drawn: only plain shapes are; turn it into paths, or save the picture as PNG"
        case .svgAttribute(let element, let name, let value):
            "has <\(element) \(name)=\"\(value)\">, which is not drawn; use plain colours and shapes, or save it as PNG"
        }
    }
}
