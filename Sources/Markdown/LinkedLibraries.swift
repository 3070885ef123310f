import CCmark

/// The library behind Markdown, as the running process has it.
public enum LinkedLibraries {
    /// Name and version.
    public static var versions: [(name: String, version: String)] {
        [("cmark", unsafe String(cString: cmark_version_string()))]
    }
}
