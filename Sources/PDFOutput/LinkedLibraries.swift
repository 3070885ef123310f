import CCairo

/// The library behind pictures, as the running process has it.
public enum LinkedLibraries {
    /// Name and version.
    public static var versions: [(name: String, version: String)] {
        CairoLibrary.isLoaded ? [("Cairo", unsafe String(cString: cairo_version_string()))] : []
    }
}
