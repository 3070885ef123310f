import ShippedFiles

/// The page's only script, from the files in `Page/`. Everything is there without it; with it come a theme switch, tables
/// that sort and can be copied, and figures whose values can be read and whose time can be zoomed. It reads the groups that
/// ``FigureParts`` describes and the numbers that ``DataBlock`` writes.
enum Script {
    /// What figures whose numbers the page holds need beyond `page.js`, in the order in which the files build on each other.
    private static let figureFiles = [
        "data", "words", "selection", "scales", "figures", "redraw", "zoom", "pointer", "touch", "keyboard", "start",
    ]

    /// The script element's content for a page with or without figures that can be read and tables that can be filtered.
    static func bytes(withFigures: Bool, withFilter: Bool = false) -> [UInt8] {
        if withFilter { return assembled(["page"] + (withFigures ? figureFiles : []) + ["menu", "filter"]) }
        return withFigures ? complete : plain
    }

    private static let complete = assembled(["page"] + figureFiles + ["menu"])
    private static let plain = assembled(["page", "menu"])

    /// The files within one function, without what only their readers need.
    private static func assembled(_ files: [String]) -> [UInt8] {
        var text = "\n(() => {\n\"use strict\";\n"
        for file in files { text += PageSource.compact(ShippedFiles.text(of: "Page/\(file).js") ?? "", comment: "//") }
        return ScriptNames.shortened(PageSource.tight(text + "})();\n"))
    }

    /// What the script writes beyond ASCII and what it writes by number: true minus, thin space, times, dash, ellipsis.
    static let characters: Set<Unicode.Scalar> = PageSource.characters(of: complete).union(["\u{202F}"])
}
