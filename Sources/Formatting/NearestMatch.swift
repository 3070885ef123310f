/// Finds what the user most likely meant: the remedy in messages about unknown names.
public enum NearestMatch {
    /// The candidate with the smallest edit distance to `word`, if that is small enough to be a slip of the keys.
    ///
    /// Small enough is at most a third of the word's length, and at least one. Among equals the first candidate wins,
    /// so the answer does not depend on hash order as long as the candidates do not.
    /// Nobody mistypes a name of more than 100 bytes: there is no answer then, and no work.
    public static func of(_ word: String, in candidates: some Sequence<String>) -> String? {
        guard word.utf8.count <= longest else { return nil }
        let limit = max(1, (word.utf8.count + 1) / 3)
        var best: (distance: Int, candidate: String)?
        for candidate in candidates where abs(candidate.utf8.count - word.utf8.count) <= limit + 2 {
            let distance = editDistance(Array(word.lowercased().utf8), Array(candidate.lowercased().utf8))
            if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
        }
        return best?.candidate
    }

    private static let longest = 100

    /// Damerau–Levenshtein distance in the optimal-string-alignment form: insert, delete, replace, swap neighbours.
    static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                var cost = min(last[column + 1] + 1, current[column] + 1)
                cost = min(cost, last[column] + (left[row] == right[column] ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
