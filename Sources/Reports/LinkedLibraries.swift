import Markdown
import PDFOutput
import TextShaping

/// The libraries that draw reports, as the running process has them.
public enum LinkedLibraries {
    /// Name and version of each.
    public static var versions: [(name: String, version: String)] {
        PDFOutput.LinkedLibraries.versions + TextShaping.LinkedLibraries.versions + Markdown.LinkedLibraries.versions
    }
}
