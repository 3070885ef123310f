extension FontError: CustomStringConvertible {
    /// One line without a full stop: the fact and, where there is one, the remedy.
    public var message: String {
        switch self {
        case .familyNotFound(let family, let nearest?):
            "no font family '\(family)' is installed; did you mean '\(nearest)'?"
        case .familyNotFound(let family, nil):
            "no font family '\(family)' is installed; 'fc-list : family' lists those that are"
        case .notAFont(let face): "the \(face) face is not an OpenType or TrueType font with outlines"
        case .noFaces: "no font face was given"
        case .notSubset(let face): "the \(face) face cannot be cut down to the characters in use"
        }
    }

    /// The message.
    public var description: String { message }
}
