import Graphics

/// A face handed to a ``FontBook``: a font file's bytes and the weight they stand for.
public struct FontFaceData: Sendable {
    /// The weight that the face is used for.
    public let weight: Font.Weight
    /// The file.
    public let bytes: FontBytes
    /// Which font of a collection (`.ttc`); 0 in a file of one font.
    public let index: Int

    /// A face of a file in memory.
    public init(weight: Font.Weight, bytes: FontBytes, index: Int = 0) {
        self.weight = weight
        self.bytes = bytes
        self.index = index
    }
}
