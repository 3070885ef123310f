/// The rules of a drawing's `<style>`: classes alone, which is what drawing programs write.
struct SVGStyleSheet {
    /// Declarations by class, later ones behind.
    private(set) var rules: [(name: String, declarations: [(String, String)])] = []

    /// Nil for any other selector, for rules within rules, and for imports.
    init?(_ text: String) {
        for rule in Self.withoutComments(text).split(separator: "}") {
            let parts = rule.split(separator: "{", omittingEmptySubsequences: false)
            if parts.count == 1, Self.trimmed(parts[0]).isEmpty { continue }
            guard parts.count == 2 else { return nil }
            for selector in parts[0].split(separator: ",").map(Self.trimmed) {
                guard selector.hasPrefix("."),
                    selector.dropFirst().allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) })
                else { return nil }
                rules.append((String(selector.dropFirst()), Self.declarations(String(parts[1]))))
            }
        }
    }

    /// What a `class` attribute of some names asks for, in the order of the rules.
    func declarations(of classes: String) -> [(String, String)] {
        guard !rules.isEmpty, !classes.isEmpty else { return [] }
        let names = classes.split { $0.isWhitespace }.map(String.init)
        return rules.filter { names.contains($0.name) }.flatMap(\.declarations)
    }

    /// `fill:red;stroke:none` as pairs.
    static func declarations(_ text: String) -> [(String, String)] {
        text.split(separator: ";").compactMap { part in
            guard let colon = part.firstIndex(of: ":") else { return nil }
            var value = trimmed(part[part.index(after: colon)...])
            if value.hasSuffix("!important") { value = trimmed(value.dropLast(10)) }
            return (trimmed(part[..<colon]).lowercased(), value)
        }
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        var scanner = SVGScanner(String(text))
        return scanner.rest()
    }

    private static func withoutComments(_ text: String) -> String {
        var rest = text[...]
        var kept = ""
        while let start = rest.firstRange(of: "/*") {
            kept += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            rest = rest.firstRange(of: "*/").map { rest[$0.upperBound...] } ?? ""
        }
        return kept + rest
    }
}
