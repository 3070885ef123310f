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

/// A PNG file that Cairo has decoded.
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

    /// Its colours, three bytes a pixel and not darkened, and its opacity where any pixel is not opaque; nil for a
    /// surface of another form than Cairo makes of PNG files.
    func pixels() -> (colors: [UInt8], opacity: [UInt8]?)? {
        unsafe cairo_surface_flush(surface)
        guard let data = unsafe cairo_image_surface_get_data(surface) else { return nil }
        let format = unsafe cairo_image_surface_get_format(surface)
        guard format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24 else { return nil }
        let stride = unsafe Int(cairo_image_surface_get_stride(surface))
        var colors = [UInt8](repeating: 0, count: width * height * 3)
        var opacity = [UInt8](repeating: 255, count: width * height)
        for y in 0..<height {
            for x in 0..<width {
                let pixel = unsafe UnsafeRawPointer(data).load(fromByteOffset: y * stride + 4 * x, as: UInt32.self)
                let alpha = format == CAIRO_FORMAT_RGB24 ? 255 : pixel >> 24
                let place = y * width + x
                opacity[place] = UInt8(alpha)
                for (part, shift) in [UInt32(16), 8, 0].enumerated() {
                    colors[place * 3 + part] = PixelColor.plain(pixel >> shift & 0xFF, alpha: alpha)
                }
            }
        }
        return (colors, opacity.contains { $0 < 255 } ? opacity : nil)
    }

    deinit { unsafe cairo_surface_destroy(surface) }
}

/// Cairo's colours are multiplied by their opacity; files hold them as they are.
enum PixelColor {
    /// A part of a colour, 0…255, before it was multiplied.
    static func plain(_ part: UInt32, alpha: UInt32) -> UInt8 {
        alpha == 255 ? UInt8(part) : alpha == 0 ? 0 : UInt8(min(255, (part * 255 + alpha / 2) / alpha))
    }
}
