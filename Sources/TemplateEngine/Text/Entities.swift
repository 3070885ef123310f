/// Takes markup apart again.
enum Entities {
    /// Without tags and comments, white space collapsed, entities resolved: MarkupSafe's `striptags`.
    static func withoutTags(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var kept = [UInt8]()
        var position = 0
        while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")), let end = tagEnd(bytes, start) {
            kept += bytes[position..<start]
            position = end
        }
        kept += bytes[position...]
        return unescaped(StringMethods.words(String(decoding: kept, as: UTF8.self), -1).joined(separator: " "))
    }

    private static func tagEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        if bytes[start...].starts(with: "<!--".utf8) {
            return PythonText.find(Array("-->".utf8), in: bytes, from: start + 4).map { $0 + 3 }
        }
        return bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }

    /// Numeric entities and the common named ones as characters.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            rest = rest[mark...].dropFirst()
            let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
            if let character = character(name) {
                result += character
                rest = rest.dropFirst(name.count)
                if rest.first == ";" { rest.removeFirst() }
            } else {
                result += "&"
            }
        }
        return result + rest
    }

    private static func character(_ name: Substring) -> String? {
        guard name.first == "#" else { return named[String(name)] }
        let digits = name.dropFirst()
        let isHex = digits.first == "x" || digits.first == "X"
        guard let code = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else { return nil }
        return Unicode.Scalar(code).map { String(Character($0)) } ?? "\u{FFFD}"
    }

    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "reg": "®",
        "trade": "™", "hellip": "…", "mdash": "—", "ndash": "–", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
        "rdquo": "”", "laquo": "«", "raquo": "»", "bull": "•", "middot": "·", "times": "×", "divide": "÷",
        "plusmn": "±", "minus": "−", "deg": "°", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "sect": "§",
        "para": "¶", "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓", "alpha": "α", "beta": "β", "gamma": "γ",
        "delta": "δ", "sigma": "σ", "mu": "μ", "micro": "µ", "pi": "π", "Sigma": "Σ", "Delta": "Δ", "sup2": "²",
        "sup3": "³", "frac12": "½", "frac14": "¼", "frac34": "¾", "le": "≤", "ge": "≥", "ne": "≠", "asymp": "≈",
        "infin": "∞", "radic": "√", "sum": "∑", "prod": "∏", "permil": "‰", "dagger": "†", "ensp": "\u{2002}",
        "emsp": "\u{2003}", "thinsp": "\u{2009}", "shy": "\u{AD}", "zwj": "\u{200D}", "zwnj": "\u{200C}",
        "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é",
        "egrave": "è", "ecirc": "ê", "agrave": "à", "aacute": "á", "acirc": "â", "ccedil": "ç", "ntilde": "ñ",
        "oacute": "ó", "ocirc": "ô", "iacute": "í", "uacute": "ú", "aring": "å", "oslash": "ø", "aelig": "æ",
    ]
}
