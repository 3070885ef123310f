import CairoCalls

/// Cairo, which is loaded when the first page or picture is drawn.
enum CairoLibrary {
    /// Loads it; throws where it is not installed.
    static func load() throws(PDFError) {
        guard isLoaded else { throw .noCairo }
    }

    /// Whether it is there, after trying to load it.
    static var isLoaded: Bool { cairo_calls_load() }
}
