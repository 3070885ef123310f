/// Makes links of the addresses in a text, as Jinja's `urlize`.
struct LinkText {
    /// The `rel` attribute; empty for none.
    let relations: String
    var target: String?
    /// How many characters of an address are shown.
    var limit: Int?
    /// Beginnings beside `http://` that make an address.
    var schemes: [String] = []

    /// Escaped text with links.
    func linked(_ text: String) -> String {
        var result = ""
        var rest = text.unicodeScalars[...]
        while !rest.isEmpty {
            let space = rest.prefix(while: PythonText.isSpace)
            result += String(space)
            rest = rest.dropFirst(space.count)
            let word = rest.prefix { !PythonText.isSpace($0) }
            result += linkedWord(String(word))
            rest = rest.dropFirst(word.count)
        }
        return result
    }

    private func linkedWord(_ word: String) -> String {
        var middle = word
        var head = ""
        while let mark = ["(", "<", "&lt;"].first(where: { middle.hasPrefix($0) }) {
            head += mark
            middle = String(middle.dropFirst(mark.count))
        }
        var tail = ""
        while let mark = [")", ">", ".", ",", "&gt;"].first(where: { middle.hasSuffix($0) }) {
            tail = mark + tail
            middle = String(middle.dropLast(mark.count))
        }
        for (open, close) in [("(", ")"), ("<", ">"), ("&lt;", "&gt;")] { balance(&middle, &tail, open, close) }
        return head + (link(middle) ?? middle) + tail
    }

    /// Gives closing brackets back to an address that holds their openings.
    private func balance(_ middle: inout String, _ tail: inout String, _ open: String, _ close: String) {
        let opened = Self.count(open, in: middle)
        guard opened > Self.count(close, in: middle) else { return }
        for _ in 0..<min(opened, Self.count(close, in: tail)) {
            let parts = StringMethods.pieces(tail, close, 1)
            guard parts.count == 2 else { return }
            middle += parts[0] + close
            tail = parts[1]
        }
    }

    private static func count(_ part: String, in text: String) -> Int { StringMethods.pieces(text, part, -1).count - 1 }

    private func link(_ address: String) -> String? {
        if WebAddress.isWeb(address) {
            let isFull = address.hasPrefix("https://") || address.hasPrefix("http://")
            return anchor(isFull ? address : "https://" + address, shown(address))
        }
        if address.hasPrefix("mailto:"), WebAddress.isMail(String(address.dropFirst(7))) {
            return "<a href=\"\(address)\">\(address.dropFirst(7))</a>"
        }
        if address.contains("@"), !address.hasPrefix("www."), !address.hasPrefix("@"), !address.contains(":"),
            WebAddress.isMail(address)
        {
            return "<a href=\"mailto:\(address)\">\(address)</a>"
        }
        guard schemes.contains(where: { address != $0 && address.hasPrefix($0) }) else { return nil }
        return anchor(address, address)
    }

    private func anchor(_ address: String, _ text: String) -> String {
        let relation = relations.isEmpty ? "" : " rel=\"\(MarkupText.escaped(relations))\""
        let target = target.map { " target=\"\(MarkupText.escaped($0))\"" } ?? ""
        return "<a href=\"\(address)\"\(relation)\(target)>\(text)</a>"
    }

    private func shown(_ address: String) -> String {
        guard let limit, PythonText.length(address) > limit else { return address }
        return String(address.unicodeScalars.prefix(max(limit, 0))) + "..."
    }
}

/// What counts as an address on the web or of a mailbox, as in `jinja2/utils.py`.
enum WebAddress {
    /// A host behind `http://`, `https://` or `www.`, or a bare one below a well-known top domain.
    static func isWeb(_ text: String) -> Bool {
        let lower = text.lowercased()
        var rest = lower[...]
        var hasScheme = false
        for scheme in ["https://", "http://", "www."] where rest.hasPrefix(scheme) {
            rest = rest.dropFirst(scheme.count)
            hasScheme = true
            break
        }
        let host = rest.prefix { !"/?#:".contains($0) }
        guard isTail(rest.dropFirst(host.count)) else { return false }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard let top = labels.last, !host.isEmpty, labels.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isHostCharacter) })
        else { return false }
        if labels.count == 4, hasScheme, labels.allSatisfy({ $0.count <= 3 && $0.allSatisfy(\.isNumber) }) {
            return true
        }
        if hasScheme {
            return top.count >= 2 && top.count <= 63
                && (top.allSatisfy { $0 >= "a" && $0 <= "z" } || top.hasPrefix("xn--"))
        }
        return labels.count > 1 && labels.dropLast().allSatisfy { $0.count >= 2 && $0.count <= 63 }
            && ["com", "net", "int", "edu", "gov", "org", "info", "mil"].contains(top)
    }

    private static func isHostCharacter(_ character: Character) -> Bool {
        character == "-" || character == "%" || character.unicodeScalars.allSatisfy(PythonText.isWord)
    }

    /// A port and a path, both optional.
    private static func isTail(_ text: Substring) -> Bool {
        var rest = text
        if rest.first == ":" {
            let port = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            guard !port.isEmpty, port.count <= 5 else { return false }
            rest = rest.dropFirst(1 + port.count)
        }
        return rest.first.map { "/?#".contains($0) } ?? true
    }

    /// `someone@host.domain`.
    static func isMail(_ text: String) -> Bool {
        guard let at = text.lastIndex(of: "@"), at > text.startIndex else { return false }
        let host = text[text.index(after: at)...]
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, let top = labels.last, !top.isEmpty,
            let first = host.unicodeScalars.first, PythonText.isWord(first)
        else { return false }
        return top.unicodeScalars.allSatisfy(PythonText.isWord)
            && host.unicodeScalars.allSatisfy { PythonText.isWord($0) || $0 == "." || $0 == "-" }
    }
}
