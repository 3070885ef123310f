/// The version that every output carries.
public enum ToolVersion {
    /// Semantic version of this release.
    public static let current = "0.1.0"
}
