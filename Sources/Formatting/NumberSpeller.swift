/// One walk over a text for ``NumberSpelling``.
struct NumberSpeller {
    private let text: [Unicode.Scalar]
    private let spelling: NumberSpelling
    private var place = 0
    private var out = String.UnicodeScalarView()

    /// A walk that has not begun.
    init(text: [Unicode.Scalar], spelling: NumberSpelling) {
        self.text = text
        self.spelling = spelling
    }

    /// The whole text, spelled.
    mutating func spelled() -> String {
        while place < text.count {
            if let name = spelling.spared.first(where: { text[place...].starts(with: $0) }) {
                copy(name.count)
            } else if isDigit(place) {
                writeDigits()
            } else {
                copy(1)
            }
        }
        return String(out)
    }

    private mutating func copy(_ count: Int) {
        out.append(contentsOf: text[place..<place + count])
        place += count
    }

    private mutating func write(_ words: String, to end: Int) {
        out.append(contentsOf: words.unicodeScalars)
        place = end
    }

    /// A date, a number, or what is neither and stays.
    private mutating func writeDigits() {
        let end = endOfToken(place)
        if isFree(before: place), let date = date() { return write(date.text, to: date.end) }
        guard isFree(before: place), let number = number(to: end) else { return copy(end - place) }
        let isPercent = (at(end) == "\u{202F}" || at(end) == " ") && at(end + 1) == "%"
        write(number + (isPercent ? spelling.language.percent : ""), to: isPercent ? end + 1 : end)
    }

    /// Digits with what stands between them and belongs to them: the whole of `1 234.50`, `0.1.0` and `2015-01-02`.
    private func endOfToken(_ start: Int) -> Int {
        var end = start
        while end < text.count {
            if isDigit(end) || "._-:/,\u{202F}".unicodeScalars.contains(text[end]) && isDigit(end + 1) {
                end += 1
            } else {
                return end
            }
        }
        return end
    }

    /// Whether nothing before a digit makes it a part of a word or of a larger number.
    private func isFree(before index: Int) -> Bool {
        guard let before = at(index - 1) else { return true }
        return !before.properties.isAlphabetic && !"_.,/:#".unicodeScalars.contains(before) && !isDigit(index - 1)
    }

    /// The digits up to `end` as a number of ours in the language; nil where they are none.
    private func number(to end: Int) -> String? {
        let token = text[place..<end]
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, isFollowedFreely(end),
            token.allSatisfy({ ("0"..."9").contains($0) || $0 == "." || $0 == "\u{202F}" })
        else { return nil }
        let groups = whole.split(separator: "\u{202F}", omittingEmptySubsequences: false)
        guard groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.count == 1 || groups[0].count <= 3 else {
            return nil
        }
        let decimals = parts.count > 1 ? spelling.language.decimal + Self.string(parts[1]) : ""
        // Digits without groups, such as those of a year, have none in any language.
        guard groups.count > 1 else { return Self.string(whole) + decimals }
        return spelling.grouped(Self.string(groups.joined())) + decimals
    }

    /// Whether what stands behind a number leaves it one: a unit may follow, `12.35M` or `5.94×`, a word may not.
    private func isFollowedFreely(_ end: Int) -> Bool {
        guard let next = at(end) else { return true }
        if next == "_" || next == "/" { return false }
        // The ending of a file's name.
        if next == ".", at(end + 1)?.properties.isAlphabetic == true { return false }
        guard next.properties.isAlphabetic else { return true }
        return "kMBTe".unicodeScalars.contains(next) && at(end + 1).map { !$0.properties.isAlphabetic } ?? true
    }

    /// `2 Jan 2015` at this place.
    private func date() -> (text: String, end: Int)? {
        let day = digits(from: place)
        guard (1...2).contains(day.count), at(place + day.count) == " " else { return nil }
        let name = place + day.count + 1
        guard let month = Self.months.firstIndex(where: { text[min(name, text.count)...].starts(with: $0) }),
            at(name + 3) == " "
        else { return nil }
        let year = digits(from: name + 4)
        guard year.count == 4, at(name + 8).map({ !$0.properties.isAlphabetic }) ?? true else { return nil }
        let words = spelling.date(
            day: Self.string(day), month: Self.string(Self.months[month]), number: month + 1, year: Self.string(year))
        return (words, name + 8)
    }

    private func digits(from start: Int) -> ArraySlice<Unicode.Scalar> {
        var end = start
        while isDigit(end) { end += 1 }
        return start < text.count ? text[start..<end] : []
    }

    private func at(_ index: Int) -> Unicode.Scalar? { text.indices.contains(index) ? text[index] : nil }

    private func isDigit(_ index: Int) -> Bool { at(index).map { ("0"..."9").contains($0) } ?? false }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static let months = MonthNames.short.map { Array($0.unicodeScalars) }
}
