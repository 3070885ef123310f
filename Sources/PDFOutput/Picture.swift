import CCairo
import Graphics

/// Asks of a picture what only decoding it tells.
public enum PictureCheck {
    /// Whether the bytes decode as a PNG picture of the size that their head gives.
    public static func decodes(_ image: ImageData) -> Bool {
        guard let picture = Picture(png: image.png) else { return false }
        return picture.width == image.width && picture.height == image.height
    }
}

/// A decoded PNG picture.
@safe
final class Picture {
    let surface: OpaquePointer
    let width: Int
    let height: Int

    /// Nil when the bytes are not a PNG file.
    init?(png: [UInt8]) {
        guard CairoLibrary.isLoaded else { return nil }
        let source = ByteSource(png)
        let decoded = unsafe withExtendedLifetime(source) {
            unsafe cairo_image_surface_create_from_png_stream(
                ByteSource.read, Unmanaged.passUnretained(source).toOpaque())
        }
        guard let surface = unsafe decoded else { return nil }
        guard unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
            unsafe cairo_surface_destroy(surface)
            return nil
        }
        unsafe self.surface = unsafe surface
        width = unsafe Int(cairo_image_surface_get_width(surface))
        height = unsafe Int(cairo_image_surface_get_height(surface))
    }

    deinit { unsafe cairo_surface_destroy(surface) }
}
