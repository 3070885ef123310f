import Graphics

/// The characters that a page sets, by the weights that it sets them in: what its fonts must hold.
public struct PageCharacters: Equatable, Sendable {
    /// Everything that text of the page may hold, the script's included.
    public let all: Set<Unicode.Scalar>
    /// What stands in bold: a title and the values of tiles, a third of a font.
    public let bold: Set<Unicode.Scalar>

    /// The characters of a weight.
    public subscript(weight: Font.Weight) -> Set<Unicode.Scalar> { weight == .bold ? bold : all }
}
