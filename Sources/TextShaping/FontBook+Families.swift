import Formatting
import Graphics

extension FontBook {
    /// The face of an installed family that is nearest to a weight.
    ///
    /// Throws ``FontError/familyNotFound(_:nearest:)``, or ``FontError/notAFont(face:)`` when its file cannot be read.
    public static func find(family: String, weight: Font.Weight) throws(FontError) -> FontFaceData {
        guard let file = SystemFonts.file(family: family, weight: weight) else {
            throw .familyNotFound(family, nearest: NearestMatch.of(family, in: SystemFonts.families()))
        }
        guard let bytes = FontBytes(path: file.path) else { throw .notAFont(face: file.name) }
        return FontFaceData(weight: weight, bytes: bytes, index: file.index)
    }
}
