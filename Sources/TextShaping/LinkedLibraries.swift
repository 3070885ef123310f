import CFontconfig
import CFreeType
import CHarfBuzz

/// The libraries behind text, as the running process has them.
public enum LinkedLibraries {
    /// What finds faces and shapes text.
    public static var shaping: [(name: String, version: String)] {
        [("HarfBuzz", unsafe String(cString: hb_version_string())), ("fontconfig", dotted(FcGetVersion()))]
    }

    /// What draws glyphs in pictures.
    public static var drawing: [(name: String, version: String)] { [("FreeType", freeType)] }

    private static var freeType: String {
        var library: FT_Library?
        guard unsafe FT_Init_FreeType(&library) == 0 else { return "unknown" }
        defer { unsafe FT_Done_FreeType(library) }
        var (major, minor, patch): (FT_Int, FT_Int, FT_Int) = (0, 0, 0)
        unsafe FT_Library_Version(library, &major, &minor, &patch)
        return "\(major).\(minor).\(patch)"
    }

    /// fontconfig counts 21401 for 2.14.1.
    private static func dotted(_ number: Int32) -> String { "\(number / 10000).\(number / 100 % 100).\(number % 100)" }
}
