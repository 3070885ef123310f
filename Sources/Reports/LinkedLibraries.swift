import Markdown
import PDFOutput
import TextShaping

/// The libraries that make reports and pictures, as the running process has them.
public enum LinkedLibraries {
    /// Name and version of each.
    public static var versions: [(name: String, version: String)] {
        PDFOutput.LinkedLibraries.versions + TextShaping.LinkedLibraries.drawing + ofReports
    }

    /// Those that decide the bytes of reports. Not those that draw pictures: to ask Cairo for its version loads it.
    public static var ofReports: [(name: String, version: String)] {
        TextShaping.LinkedLibraries.shaping + Markdown.LinkedLibraries.versions
    }
}
