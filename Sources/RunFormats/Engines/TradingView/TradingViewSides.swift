import RunModel

/// Which rows of a list are entries, and which trades are long.
///
/// English words say it. In other languages the two rows of a trade say which is the entry, and what was earned from which
/// move says the side: a word that fits neither way is an error.
struct TradingViewSides {
    private var entryWords = Set<String>()
    private var longWords = Set<String>()
    private let words: [String]

    func isEntry(_ row: Int) -> Bool { entryWords.contains(words[row - 1]) }
    func isLong(_ row: Int) -> Bool { longWords.contains(words[row - 1]) }

    init(
        file: TableFile, columns: TradingViewColumns, times: [WrittenTimestamp?], prices: [Double], profits: [Double]
    ) throws(RunError) {
        words = (1..<max(1, file.table.rowCount)).map { file.table.trimmedText($0, columns.type).lowercased() }
        var known = [String]()
        for word in words where !known.contains(word) {
            known.append(word)
            // The list has four words; a column of others is none of types.
            if known.count > 8 { break }
        }
        let isEnglish = known.allSatisfy { $0.contains("entry") || $0.contains("exit") }
        for word in known where isEnglish {
            if word.contains("entry") { entryWords.insert(word) }
            if word.contains("long") { longWords.insert(word) }
            if !word.contains("long"), !word.contains("short") { try Self.refuse(word, words, file, columns) }
        }
        if !isEnglish { try learn(file, columns, times, prices, profits) }
    }

    /// How often a word stood for one thing and for the other.
    private struct Votes {
        var yes = 0
        var no = 0
        var isClear: Bool { max(yes, no) > 0 && min(yes, no) * 10 <= max(yes, no) }
    }

    private mutating func learn(
        _ file: TableFile, _ columns: TradingViewColumns, _ times: [WrittenTimestamp?], _ prices: [Double],
        _ profits: [Double]
    ) throws(RunError) {
        var (entries, longs) = ([String: Votes](), [String: Votes]())
        for index in stride(from: 0, to: words.count - 1, by: 1)
        where file.table.trimmedText(index + 1, columns.number) == file.table.trimmedText(index + 2, columns.number) {
            guard let first = times[index]?.wall, let second = times[index + 1]?.wall else { continue }
            // Rows of one moment stand as all rows do: the exit above the entry.
            let (entry, exit) = first < second ? (index, index + 1) : (index + 1, index)
            entries[words[entry], default: Votes()].yes += 1
            entries[words[exit], default: Votes()].no += 1
            let profit = profits.isEmpty || profits[exit].isNaN ? 0 : profits[exit]
            let move = prices[exit] - prices[entry]
            guard profit != 0, move != 0, !move.isNaN else { continue }
            if profit * move > 0 {
                longs[words[entry], default: Votes()].yes += 1
            } else {
                longs[words[entry], default: Votes()].no += 1
            }
        }
        for word in Set(words).sorted() {
            guard let votes = entries[word], votes.isClear else { try Self.refuse(word, words, file, columns) }
            guard votes.yes > votes.no else { continue }
            entryWords.insert(word)
            guard let side = longs[word], side.isClear else { try Self.refuse(word, words, file, columns) }
            if side.yes > side.no { longWords.insert(word) }
        }
        file.log.note(
            "Words of column '\(file.header[columns.type])' of \(file.name) were learned from times, prices and profits: "
                + "entries are \(Phrase.list(entryWords.sorted())), long ones \(Phrase.list(longWords.sorted())).")
    }

    private static func refuse(
        _ word: String, _ words: [String], _ file: TableFile, _ columns: TradingViewColumns
    ) throws(RunError) -> Never {
        let row = (words.firstIndex(of: word) ?? 0) + 1
        throw file.log.fail(.badSide(file.name, file.line(ofRow: row), file.header[columns.type], word))
    }
}
