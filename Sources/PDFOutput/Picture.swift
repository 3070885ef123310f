import CCairo
import Graphics

/// Asks of a picture what only decoding it tells.
public enum PictureCheck {
    /// Whether the bytes decode as a PNG picture of the size that their head gives.
    public static func decodes(_ image: ImageData) -> Bool {
        guard case .png(let bytes) = image.content, let picture = Picture(png: bytes) else { return false }
        return picture.width == image.width && picture.height == image.height
    }
}

/// A picture as Cairo takes it: a decoded PNG file, or a JPEG file that goes into a PDF as it is.
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

    /// A surface of the picture's extent without pixels, which carries the file: nothing here decodes JPEG.
    ///
    /// Nil where there is no memory for it.
    init?(jpeg: [UInt8], width: Int, height: Int) {
        guard CairoLibrary.isLoaded,
            let surface = unsafe cairo_image_surface_create(
                CAIRO_FORMAT_RGB24, Int32(clamping: width), Int32(clamping: height))
        else { return nil }
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: jpeg.count)
        _ = unsafe bytes.initialize(from: jpeg)
        let status = unsafe cairo_surface_set_mime_data(
            surface, CAIRO_MIME_TYPE_JPEG, bytes.baseAddress, UInt(jpeg.count),
            { unsafe $0?.deallocate() }, bytes.baseAddress)
        guard status == CAIRO_STATUS_SUCCESS else {
            unsafe cairo_surface_destroy(surface)
            unsafe bytes.deallocate()
            return nil
        }
        unsafe self.surface = unsafe surface
        self.width = width
        self.height = height
    }

    deinit { unsafe cairo_surface_destroy(surface) }
}
