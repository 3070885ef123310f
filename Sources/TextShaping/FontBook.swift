import Graphics

/// The faces of one worker thread: shapes and measures text, finds faces for characters that the main faces lack,
/// cuts web fonts, and lends its faces to the PDF and PNG writers.
///
/// One book serves any number of reports, one after another, on one thread. ``Glyph/face`` means: 0 the main face of
/// the run's weight, 1 the shipped face of that weight where the user named another family, 2 and up the faces found
/// for missing characters, in the order in which the book met them.
public final class FontBook: TextMeasurer {
    /// The family that text is set in when the user names none.
    public static let shippedFamily = "Inter"

    /// The family of the main faces.
    public let family: String
    let mainFaces: [Face]
    let shippedFaces: [Face]
    /// Faces for missing characters; only ever appended to, so indices in cached shapes stay true.
    var fallbackFaces: [Face] = []
    var fallbackIndices: [FallbackKey: Int] = [:]
    var shapes: [ShapeKey: Shape] = [:]
    var webFonts: [WebFontKey: [UInt8]] = [:]
    /// Whether the machine's fonts were ever asked for, which starts fontconfig.
    var asksSystemFonts = false
    let shaper = Shaper()
    /// What the renderer keeps with the book: its own form of the faces, which must live as long as the book does.
    package var drawingFaces: AnyObject?
    private let metricsPerEm: [FontMetrics]

    /// A book over the shipped faces and, when `family` is given, over that installed family before them.
    ///
    /// A weight without a face of its own takes the nearest one. Throws ``FontError/familyNotFound(_:nearest:)``,
    /// ``FontError/notAFont(face:)`` or ``FontError/noFaces``.
    public init(faces: [FontFaceData], family: String? = nil) throws(FontError) {
        shippedFaces = try Self.open(faces)
        var mainFaces = shippedFaces
        if let family {
            var found: [FontFaceData] = []
            for weight in Font.Weight.allCases { found.append(try Self.find(family: family, weight: weight)) }
            mainFaces = try Self.open(found)
        }
        self.mainFaces = mainFaces
        self.family = family ?? Self.shippedFamily
        asksSystemFonts = family != nil
        metricsPerEm = mainFaces.map { $0.metrics() }
    }

    /// What fontconfig said about the machine's configuration when it was started for this book; nil where it was not
    /// needed, or had nothing to say.
    public var systemFontComplaints: String? {
        asksSystemFonts && !Fontconfig.complaints.isEmpty ? Fontconfig.complaints : nil
    }

    /// Heights of a font's main face.
    public func metrics(of font: Font) -> FontMetrics {
        let unit = metricsPerEm[font.weight.ordinal]
        return FontMetrics(
            ascent: unit.ascent * font.size, descent: unit.descent * font.size, capHeight: unit.capHeight * font.size,
            xHeight: unit.xHeight * font.size)
    }

    /// The face that a glyph of a run of this weight comes from.
    func face(_ index: Int, weight: Font.Weight) -> Face {
        switch index {
        case 0: mainFaces[weight.ordinal]
        case 1: shippedFaces[weight.ordinal]
        default: fallbackFaces[index - 2]
        }
    }

    /// The face of a glyph for FreeType and Cairo; the glyph must come from this book.
    package func freeTypeFace(_ index: Int, weight: Font.Weight) throws(FontError) -> FreeTypeFace {
        precondition(index < fallbackFaces.count + 2, "a scene must be drawn with the font book that shaped it")
        return try face(index, weight: weight).openFreeType()
    }

    /// The face of a glyph for PDF files; the glyph must come from this book.
    package func embeddableFace(_ index: Int, weight: Font.Weight) -> EmbeddableFace {
        precondition(index < fallbackFaces.count + 2, "a scene must be drawn with the font book that shaped it")
        return face(index, weight: weight).embeddable
    }

    /// One face per weight, in the order of the weights.
    private static func open(_ faces: [FontFaceData]) throws(FontError) -> [Face] {
        var opened: [Face] = []
        for weight in Font.Weight.allCases {
            guard let data = nearest(to: weight, in: faces) else { throw .noFaces }
            guard let face = Face(bytes: data.bytes, index: data.index, name: "\(weight)") else {
                throw .notAFont(face: "\(weight)")
            }
            opened.append(face)
        }
        return opened
    }

    private static func nearest(to weight: Font.Weight, in faces: [FontFaceData]) -> FontFaceData? {
        func distance(_ face: FontFaceData) -> Int { abs(face.weight.rawValue - weight.rawValue) }
        return faces.min { distance($0) < distance($1) }
    }
}

extension Font.Weight {
    /// Place among the weights, lightest first.
    var ordinal: Int {
        switch self {
        case .regular: 0
        case .semibold: 1
        case .bold: 2
        }
    }
}
