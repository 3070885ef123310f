import NativeShims

/// The libraries behind JSON and TOML.
public enum LinkedLibraries {
    /// Name and version of each.
    public static var versions: [(name: String, version: String)] {
        [
            ("simdjson", unsafe String(cString: tearsheet_simdjson_version())),
            ("toml++", unsafe String(cString: tearsheet_toml_version())),
        ]
    }
}
