import Graphics
import PDFOutput

/// The picture in the title band.
public enum Logo {
    /// Whether the whole picture can be decoded, not only its head.
    public static func canBeDrawn(_ image: ImageData) -> Bool { PictureCheck.decodes(image) }
}
