import CCairo
import Glibc
import Graphics

/// A Cairo surface with its context, owned by one drawing.
///
/// Cairo keeps the first error and ignores what follows, so the status is asked at creation, after each page and at the
/// end; errors cannot leave a `deinit`, which only frees.
@safe
struct Canvas: ~Copyable {
    let surface: OpaquePointer
    let context: OpaquePointer
    /// What Cairo writes to; nil for pictures in memory.
    let sink: ByteSink?
    /// Whether a coordinate was met that no file can hold; Cairo itself would draw it somewhere.
    private(set) var hasBadCoordinate = false
    private var source: (color: Color, opacity: Double)?
    var glyphs: [cairo_glyph_t] = []
    var clusters: [cairo_text_cluster_t] = []

    /// A canvas that writes PDF into memory; each page has a size of its own.
    static func pdf() throws(PDFError) -> Canvas {
        if Self.writesPlainContent { Self.plainContent }
        let sink = ByteSink()
        let surface = unsafe cairo_pdf_surface_create_for_stream(
            ByteSink.write, Unmanaged.passUnretained(sink).toOpaque(), 1, 1)
        // Newer versions of Cairo write PDF 1.7 and its newer forms of tables unless they are held to this.
        unsafe cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
        return unsafe try make(surface, sink: sink)
    }

    /// Has Cairo write page content as it is: the pass over the file rewrites and deflates it, and doing that twice took
    /// a sixth of a report's time.
    ///
    /// Cairo 1.16 has no other switch. What else it does in other versions is theirs to change, so it is asked of none of
    /// those: a Cairo without it deflates, which the pass reads as well. Set once in the life of the process, which never
    /// takes the variable away again.
    static let plainContent: Void = { _ = unsafe setenv("CAIRO_DEBUG_PDF", "1", 1) }()

    /// Whether the running Cairo is a 1.16.
    static var writesPlainContent: Bool { cairo_version() / 100 == 116 }

    /// Gives the file what it says of itself, for where it stays as Cairo writes it.
    mutating func describe(_ metadata: PDFMetadata) {
        let date = PDFText.timestamp(metadata.created)
        let texts: [(cairo_pdf_metadata_t, String)] = [
            (CAIRO_PDF_METADATA_TITLE, metadata.title), (CAIRO_PDF_METADATA_AUTHOR, metadata.author),
            (CAIRO_PDF_METADATA_SUBJECT, metadata.subject),
            (CAIRO_PDF_METADATA_KEYWORDS, metadata.keywords.joined(separator: ", ")),
            (CAIRO_PDF_METADATA_CREATOR, metadata.creator), (CAIRO_PDF_METADATA_CREATE_DATE, date),
            (CAIRO_PDF_METADATA_MOD_DATE, date),
        ]
        for (kind, text) in texts where !text.isEmpty { unsafe cairo_pdf_surface_set_metadata(surface, kind, text) }
    }

    /// A canvas of pixels.
    static func pixels(width: Int, height: Int) throws(PDFError) -> Canvas {
        let surface = unsafe cairo_image_surface_create(
            CAIRO_FORMAT_ARGB32, Int32(clamping: width), Int32(clamping: height))
        return unsafe try make(surface, sink: nil)
    }

    private static func make(_ surface: OpaquePointer?, sink: ByteSink?) throws(PDFError) -> Canvas {
        guard let surface = unsafe surface, let context = unsafe cairo_create(surface) else {
            throw .cairo(.create, status: Int(CAIRO_STATUS_NO_MEMORY.rawValue), reason: "out of memory")
        }
        let canvas = unsafe Canvas(surface: surface, context: context, sink: sink)
        canvas.useUnhintedText()
        try canvas.check(.create)
        return canvas
    }

    private init(surface: OpaquePointer, context: OpaquePointer, sink: ByteSink?) {
        unsafe self.surface = unsafe surface
        unsafe self.context = unsafe context
        self.sink = sink
    }

    deinit {
        unsafe cairo_destroy(context)
        unsafe cairo_surface_destroy(surface)
    }

    /// Throws what Cairo has to complain of.
    func check(_ operation: PDFError.Operation) throws(PDFError) {
        var status = unsafe cairo_status(context)
        if status == CAIRO_STATUS_SUCCESS { status = unsafe cairo_surface_status(surface) }
        guard status != CAIRO_STATUS_SUCCESS else { return }
        let reason = unsafe String(cString: cairo_status_to_string(status))
        throw .cairo(operation, status: Int(status.rawValue), reason: reason)
    }

    /// Ends the file and gives its bytes; none for pictures.
    consuming func finish() throws(PDFError) -> [UInt8] {
        unsafe cairo_surface_finish(surface)
        let status = unsafe cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else {
            let reason = unsafe String(cString: cairo_status_to_string(status))
            throw .cairo(.finish, status: Int(status.rawValue), reason: reason)
        }
        return sink?.bytes ?? []
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

    /// Begins a page of this extent.
    mutating func beginPage(_ size: Size) { unsafe cairo_pdf_surface_set_size(surface, size.width, size.height) }

    /// Ends the page.
    mutating func endPage() {
        unsafe cairo_show_page(context)
        source = nil
    }

    /// Scales what follows.
    mutating func scale(by factor: Double) { unsafe cairo_scale(context, factor, factor) }

    /// Keeps the state for ``restore()``.
    mutating func save() { unsafe cairo_save(context) }

    /// Brings the state back that was kept last.
    mutating func restore() {
        unsafe cairo_restore(context)
        source = nil
    }

    /// Draws nothing outside the rectangle until the state is restored.
    mutating func clip(to rect: Rect) {
        unsafe cairo_rectangle(context, rect.x0, rect.y0, rect.width, rect.height)
        unsafe cairo_clip(context)
    }

    /// Turns what follows clockwise about a place.
    mutating func rotate(degrees: Double, about place: Point) {
        unsafe cairo_translate(context, place.x, place.y)
        unsafe cairo_rotate(context, degrees * .pi / 180)
        unsafe cairo_translate(context, -place.x, -place.y)
    }

    /// Draws in this colour from here on.
    mutating func setSource(_ color: Color, opacity: Double) {
        if let source, source.color == color, source.opacity == opacity { return }
        source = (color, opacity)
        if opacity >= 1 {
            unsafe cairo_set_source_rgb(context, color.red, color.green, color.blue)
        } else {
            unsafe cairo_set_source_rgba(context, color.red, color.green, color.blue, opacity)
        }
    }

    /// Whether a place lies near enough to a page to be drawn; noted where it is no place at all.
    mutating func accepts(_ place: Point) -> Bool {
        if abs(place.x) < DrawableArea.reach, abs(place.y) < DrawableArea.reach { return true }
        if !place.x.isFinite || !place.y.isFinite { hasBadCoordinate = true }
        return false
    }

    /// A place moved by an offset, or the origin for one that is no place at all.
    mutating func moved(_ point: Point, by offset: Point) -> Point {
        let place = Point(point.x + offset.x, point.y + offset.y)
        if place.x.isFinite, place.y.isFinite { return place }
        hasBadCoordinate = true
        return .zero
    }
}
