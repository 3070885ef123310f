import Graphics
import PDFOutput
import PictureFiles

/// The picture in the title band, and those that a template shows.
public enum Logo {
    /// The endings of files that can be one, in lower case.
    public static let endings = PictureFile.endings

    /// The picture of a file; throws where its head, its pixels or its shapes cannot be drawn.
    public static func read(_ bytes: [UInt8]) throws(PictureFault) -> ImageData {
        let image = try PictureFile.picture(bytes)
        if case .png = image.content, !PictureCheck.decodes(image) { throw .damagedPNG }
        return image
    }
}
