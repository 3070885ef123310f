import CCairo
import Graphics
import TextShaping

/// Writes one scene as a PNG picture.
public enum PNGWriter {
    /// The picture's bytes; the same scene gives the same bytes.
    ///
    /// `scale` is pixels per point: 1 for 72 dots per inch, 2 for sharp screens. Without a background the picture is
    /// transparent where nothing is drawn. `fonts` is the book that shaped the scene.
    public static func write(
        scene: Scene, palette: Palette, fonts: FontBook, scale: Double = 1, background: Paint? = .role(.page)
    ) throws(PDFError) -> [UInt8] {
        try CairoLibrary.load()
        guard let width = pixels(scene.size.width * scale), let height = pixels(scene.size.height * scale) else {
            throw .pageSize(page: 1, width: scene.size.width * scale, height: scene.size.height * scale)
        }
        var renderer = SceneRenderer(
            surface: try PixelSurface.make(width: width, height: height, palette: palette, fonts: fonts), fonts: fonts)
        renderer.surface.scale(by: scale)
        if let background { renderer.surface.fill(with: background) }
        try renderer.drawPage(scene, alternative: nil)
        let isOpaque = background.map { palette.resolve($0).opacity >= 1 } ?? false
        let rows = renderer.surface.rows(width: width, height: height, isOpaque: isOpaque)
        return PNGFile.bytes(rows: rows, width: width, height: height, isOpaque: isOpaque, dotsPerPoint: scale)
    }

    /// A whole number of pixels; nil for none, or more than Cairo's 32,767.
    private static func pixels(_ extent: Double) -> Int? {
        guard extent > 0, extent <= 32_767 else { return nil }
        return Int(exactly: extent.rounded(.up))
    }
}

extension PixelSurface {
    /// The picture's rows for PNG: each begins with its filter (none) and holds red, green, blue and, unless the picture
    /// is opaque, alpha. Cairo's pixels are words of alpha, red, green, blue, the colours multiplied by alpha.
    func rows(width: Int, height: Int, isOpaque: Bool) -> [UInt8] {
        unsafe cairo_surface_flush(surface)
        guard let data = unsafe cairo_image_surface_get_data(surface) else { return [] }
        let stride = unsafe Int(cairo_image_surface_get_stride(surface))
        let channels = isOpaque ? 3 : 4
        var rows = [UInt8](repeating: 0, count: height * (1 + width * channels))
        var place = 0
        for y in 0..<height {
            place += 1
            for x in 0..<width {
                let pixel = unsafe UnsafeRawPointer(data).load(fromByteOffset: y * stride + 4 * x, as: UInt32.self)
                let alpha = isOpaque ? 255 : pixel >> 24
                for shift: UInt32 in [16, 8, 0] {
                    let part = pixel >> shift & 0xFF
                    rows[place] = PixelColor.plain(part, alpha: alpha)
                    place += 1
                }
                if !isOpaque {
                    rows[place] = UInt8(alpha)
                    place += 1
                }
            }
        }
        return rows
    }
}
