import CCairo
import Graphics
import TextShaping

/// A Cairo surface of pixels with its context, owned by one drawing.
///
/// Cairo keeps the first error and ignores what follows, so the status is asked at creation and at the end; errors cannot
/// leave a `deinit`, which only frees.
@safe
struct PixelSurface: DrawingSurface, ~Copyable {
    let surface: OpaquePointer
    let context: OpaquePointer
    let palette: Palette
    let fonts: FontBook
    let faces: DrawingFaces
    /// Whether a coordinate was met that is no place at all; Cairo itself would draw it somewhere.
    var hasBadCoordinate = false
    private var source: (color: Color, opacity: Double)?
    var font: CurrentFont?
    private var pictures: [(data: ImageData, picture: Picture)] = []
    var glyphs: [cairo_glyph_t] = []

    /// What text is set in until another face is.
    struct CurrentFont: Equatable {
        var face: Int
        var font: Font
    }

    /// A surface on which nothing is drawn yet.
    static func make(
        width: Int, height: Int, palette: Palette, fonts: FontBook
    ) throws(PDFError) -> PixelSurface {
        let surface = unsafe cairo_image_surface_create(
            CAIRO_FORMAT_ARGB32, Int32(clamping: width), Int32(clamping: height))
        guard let surface = unsafe surface, let context = unsafe cairo_create(surface) else {
            throw .cairo(.create, status: Int(CAIRO_STATUS_NO_MEMORY.rawValue), reason: "out of memory")
        }
        let made = unsafe PixelSurface(surface: surface, context: context, palette: palette, fonts: fonts)
        made.useUnhintedText()
        try made.check(.create)
        return made
    }

    private init(surface: OpaquePointer, context: OpaquePointer, palette: Palette, fonts: FontBook) {
        unsafe self.surface = unsafe surface
        unsafe self.context = unsafe context
        self.palette = palette
        self.fonts = fonts
        faces = DrawingFaces.of(fonts)
    }

    deinit {
        unsafe cairo_destroy(context)
        unsafe cairo_surface_destroy(surface)
    }

    func check() throws(PDFError) {
        if hasBadCoordinate { throw .coordinate(page: 1) }
        try check(.draw)
    }

    /// Throws what Cairo has to complain of.
    private func check(_ operation: PDFError.Operation) throws(PDFError) {
        var status = unsafe cairo_status(context)
        if status == CAIRO_STATUS_SUCCESS { status = unsafe cairo_surface_status(surface) }
        guard status != CAIRO_STATUS_SUCCESS else { return }
        let reason = unsafe String(cString: cairo_status_to_string(status))
        throw .cairo(operation, status: Int(status.rawValue), reason: reason)
    }

    /// Glyphs as designed, whatever the resolution: layout has measured them so.
    private func useUnhintedText() {
        let options = unsafe cairo_font_options_create()
        unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        unsafe cairo_set_font_options(context, options)
        unsafe cairo_font_options_destroy(options)
    }

    // MARK: State

    /// Scales what follows.
    mutating func scale(by factor: Double) { unsafe cairo_scale(context, factor, factor) }

    /// Fills all of it.
    mutating func fill(with paint: Paint) {
        setSource(paint)
        unsafe cairo_paint(context)
    }

    mutating func clip(to rect: Rect) {
        unsafe cairo_save(context)
        unsafe cairo_rectangle(context, rect.x0, rect.y0, rect.width, rect.height)
        unsafe cairo_clip(context)
    }

    mutating func endClip() { restore() }

    /// Pixels belong to nobody.
    mutating func beginMark(_ mark: ContentMark) {}

    mutating func endMark() {}

    /// Brings the state back that was saved last.
    mutating func restore() {
        unsafe cairo_restore(context)
        (source, font) = (nil, nil)
    }

    /// Draws in this colour from here on.
    mutating func setSource(_ paint: Paint) {
        let (color, opacity) = palette.resolve(paint)
        if let source, source.color == color, source.opacity == opacity { return }
        source = (color, opacity)
        if opacity >= 1 {
            unsafe cairo_set_source_rgb(context, color.red, color.green, color.blue)
        } else {
            unsafe cairo_set_source_rgba(context, color.red, color.green, color.blue, opacity)
        }
    }

    // MARK: Pictures

    mutating func draw(_ image: ImageData, in rect: Rect) throws(PDFError) {
        guard accepts(rect) else { return }
        let picture = try picture(of: image)
        unsafe cairo_save(context)
        unsafe cairo_translate(context, rect.x0, rect.y0)
        unsafe cairo_scale(context, rect.width / Double(picture.width), rect.height / Double(picture.height))
        unsafe cairo_set_source_surface(context, picture.surface, 0, 0)
        unsafe cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD)
        unsafe cairo_rectangle(context, 0, 0, Double(picture.width), Double(picture.height))
        unsafe cairo_fill(context)
        restore()
    }

    /// JPEG is for pages alone: pixels would take decoding it.
    private mutating func picture(of image: ImageData) throws(PDFError) -> Picture {
        if let known = pictures.first(where: { $0.data == image }) { return known.picture }
        guard case .png(let bytes) = image.content, let picture = Picture(png: bytes) else { throw .image(page: 1) }
        pictures.append((image, picture))
        return picture
    }
}
