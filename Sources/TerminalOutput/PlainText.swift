/// Our typographic characters in ASCII; letters of names stay as they are.
public enum PlainText {
    /// `−3.2 %` → `-3.2 %`, `2015 – 2020` → `2015 - 2020`.
    public static func of(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        return text.unicodeScalars.reduce(into: "") { result, scalar in
            if let plain = replacement(scalar) { result += plain } else { result.unicodeScalars.append(scalar) }
        }
    }

    private static func replacement(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "\u{2212}", "–", "—", "‐", "‑": "-"
        case "\u{202F}", "\u{00A0}", "\u{2009}", "\u{2007}": " "
        case "…": "..."
        case "°": "*"
        case "·": "|"
        case "•", "●": "*"
        case "×": "x"
        case "✓": "holds:"
        case "✗": "fails:"
        case "≥": ">="
        case "≤": "<="
        case "≈": "~"
        case "±": "+-"
        case "→": "->"
        case "‘", "’": "'"
        case "“", "”": "\""
        case "σ": "sigma"
        case "α": "alpha"
        case "β": "beta"
        case "√": "sqrt"
        case "²": "^2"
        default: nil
        }
    }
}
