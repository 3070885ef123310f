/// Why a font could not be used. The words are in `FontError+Words.swift`.
public enum FontError: Error, Equatable, Sendable {
    /// No font of this family is installed; `nearest` is the installed family whose name is most like it.
    case familyNotFound(String, nearest: String?)
    /// The bytes are not a font with outlines; `face` names it, such as `semibold`.
    case notAFont(face: String)
    /// A font book without a single face.
    case noFaces
    /// A face could not be cut down to the characters in use; `face` names it.
    case notSubset(face: String)
}
