import Formatting

/// Names of runs, which become names of files.
enum RunID {
    /// Without separators, characters that act on terminals and file managers, and a leading dot, dash or space, which
    /// would hide the file or make it look like an option; at most 120 bytes; `run` where nothing visible is left.
    static func sanitised(_ text: String) -> String {
        var id = ""
        for character in text {
            let acts = character.unicodeScalars.contains(where: PrintableText.acts)
            let safe: Character = acts || character == "/" || character == "\\" ? "-" : character
            guard id.utf8.count + String(safe).utf8.count <= 120 else { break }
            id.append(id.isEmpty && (safe == "." || safe == "-") ? "_" : safe)
        }
        return id.allSatisfy(\.isWhitespace) ? "run" : id
    }

    /// A label as a part of a name: runs of characters that shells and file managers act on become one dash.
    ///
    /// `(8, 21)` is `8-21`.
    static func word(_ label: String) -> String {
        label.split { !($0.isLetter || $0.isNumber || "._+-".contains($0)) }.joined(separator: "-")
    }
}
