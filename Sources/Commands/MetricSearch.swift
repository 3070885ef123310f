import Analytics

/// Finds metrics by what a reader calls them: key, name, or words of name and summary.
enum MetricSearch {
    /// The metric of that key or name alone; else all that have every word, those in whose names they stand first.
    static func found(_ text: String, in declarations: [MetricDeclaration]) -> [MetricDeclaration] {
        let wanted = plain(text)
        if let exact = declarations.first(where: { plain($0.key.rawValue) == wanted || plain($0.name) == wanted }) {
            return [exact]
        }
        let words = wanted.split(separator: " ")
        guard !words.isEmpty else { return [] }
        func has(_ text: String) -> Bool {
            let parts = plain(text).split(separator: " ")
            return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
        }
        let named = declarations.filter { has($0.name + " " + $0.key.rawValue) }
        let others = declarations.filter { has([$0.name, $0.key.rawValue, $0.summary].joined(separator: " ")) }
        return named + others.filter { other in !named.contains { $0.key == other.key } }
    }

    /// Lower case, with one blank for everything that is neither a letter nor a digit.
    private static func plain(_ text: String) -> String {
        text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "²") }.joined(separator: " ")
    }
}
