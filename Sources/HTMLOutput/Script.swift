/// The page's only script. Everything is there without it; with it come a theme switch, sortable tables, and a crosshair
/// with values and a zoom across all time figures. It reads the groups that ``FigureParts`` describes.
enum Script {
    /// The script element's content, without the indentation that the source is read by.
    static let bytes: [UInt8] = {
        var bytes: [UInt8] = []
        var isIndentation = true
        for byte in source.utf8 {
            if isIndentation, byte == UInt8(ascii: " ") || (byte == UInt8(ascii: "\n") && !bytes.isEmpty) { continue }
            bytes.append(byte)
            isIndentation = byte == UInt8(ascii: "\n")
        }
        return bytes
    }()

    /// What the script and the style sheet write beyond ASCII: true minus, thin space, times, and the arrows of sorted columns.
    static let characters: [Unicode.Scalar] = ["\u{2212}", "\u{202F}", "×", "↑", "↓"]

    private static let source = """

        (() => {
        "use strict";
        const root = document.documentElement;
        const all = (selector, within = document) => [...within.querySelectorAll(selector)];
        const button = (name, text, act) => {
          const made = document.createElement("button");
          made.type = "button";
          made.className = name;
          made.textContent = text;
          made.addEventListener("click", act);
          return made;
        };

        \(themeSource)
        \(sortSource)
        \(figureSource)
        const start = () => { addThemeSwitch(); makeSortable(); makeLive(); };
        if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
        else start();
        })();

        """
}
