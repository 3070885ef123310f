/// Short names for what a script declares, which its readers know by long ones.
///
/// A name is changed at all its places or at none: names that also stand for members of objects without saying so
/// (`{ name }`, `{ name: 1 }`) or within a template stay as they are, and so do names that browsers give a meaning of their
/// own, which a script may use in one place and declare in another.
struct ScriptNames {
    /// One name, wherever it stands.
    private struct Name {
        let spelling: Range<Int>
        /// Tells it from others (FNV-1a).
        let digest: UInt64
        /// How often it stands for something else than a member.
        var count = 0
        var isDeclared = false
        var isFixed = false
    }

    private let source: [UInt8]
    /// Where names stand that are not members', with their places in ``names``.
    private var words: [(range: Range<Int>, name: Int)] = []
    private var names: [Name] = []
    /// Places among the names by the digest of the spelling, or by the next free one; −1 where there is none. Every cold
    /// start reads eight thousand words, for which a dictionary takes three times as long.
    private var table: [Int32]
    private var brackets: [UInt8] = []

    /// The script with short names. It must be as ``PageSource/tight(_:)`` makes it.
    static func shortened(_ script: [UInt8]) -> [UInt8] {
        var names = ScriptNames(source: script)
        names.read()
        return names.rewritten()
    }

    private init(source: [UInt8]) {
        self.source = source
        // A name takes two bytes at least, with what divides it from the next: there is always room.
        var size = 16
        while size < source.count { size *= 2 }
        table = [Int32](repeating: -1, count: size)
    }

    private mutating func read() {
        var index = 0
        while index < source.count {
            let byte = source[index]
            if PageSource.isWord(byte) {
                let end = endOfWord(from: index)
                if !(0x30...0x39).contains(byte) { take(index..<end) }
                index = end
            } else if PageSource.beginsLiteral(source, at: index) {
                let end = PageSource.endOfLiteral(source, from: index)
                if byte == UInt8(ascii: "`") { fixWords(in: (index + 1)..<end) }
                index = end + 1
            } else {
                follow(bracket: byte)
                index += 1
            }
        }
    }

    private mutating func follow(bracket byte: UInt8) {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "["): brackets.append(byte)
        case UInt8(ascii: ")"), UInt8(ascii: "}"), UInt8(ascii: "]"): _ = brackets.popLast()
        default: break
        }
    }

    private func endOfWord(from start: Int) -> Int {
        var end = start
        while end < source.count, PageSource.isWord(source[end]) { end += 1 }
        return end
    }

    /// The place of a spelling among the names.
    private mutating func place(of range: Range<Int>) -> Int {
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in range { digest = (digest ^ UInt64(source[index])) &* 0x100_0000_01B3 }
        let mask = table.count - 1
        var slot = Int(truncatingIfNeeded: digest) & mask
        while table[slot] >= 0, names[Int(table[slot])].digest != digest { slot = (slot + 1) & mask }
        if table[slot] < 0 {
            table[slot] = Int32(names.count)
            names.append(Name(spelling: range, digest: digest))
        }
        return Int(table[slot])
    }

    /// Words of a template may be names within `${…}`; they are not looked at.
    private mutating func fixWords(in range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let end = min(endOfWord(from: index), range.upperBound)
            if end > index { names[place(of: index..<end)].isFixed = true }
            index = max(end, index + 1)
        }
    }

    private mutating func take(_ range: Range<Int>) {
        let before = byteBefore(range.lowerBound)
        guard before != UInt8(ascii: ".") || isSpread(before: range.lowerBound) else { return }
        let place = place(of: range)
        names[place].count += 1
        let begins = before == UInt8(ascii: "{") || before == UInt8(ascii: ",")
        if begins, brackets.last == UInt8(ascii: "{"), endsMember(range.upperBound) { names[place].isFixed = true }
        if let last = words.last?.range, last.upperBound + 1 == range.lowerBound, isDeclaring(last) {
            names[place].isDeclared = true
        }
        words.append((range, place))
    }

    private func byteBefore(_ index: Int) -> UInt8 {
        var place = index - 1
        while place >= 0, source[place] == UInt8(ascii: " ") || source[place] == UInt8(ascii: "\n") { place -= 1 }
        return place >= 0 ? source[place] : 0
    }

    /// Whether what follows a word makes it an object's member, if it stands in an object.
    private func endsMember(_ index: Int) -> Bool {
        let next = source[index...].first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") } ?? 0
        return ":,}=(".utf8.contains(next)
    }

    private func isSpread(before index: Int) -> Bool {
        index >= 3 && source[(index - 3)..<index].allSatisfy { $0 == UInt8(ascii: ".") }
    }

    private func isDeclaring(_ word: Range<Int>) -> Bool {
        let spelling = source[word]
        return spelling.elementsEqual("const".utf8) || spelling.elementsEqual("let".utf8)
    }

    private func rewritten() -> [UInt8] {
        let short = shortNames()
        var result: [UInt8] = []
        result.reserveCapacity(source.count)
        var copied = 0
        for (range, name) in words where !short[name].isEmpty {
            result += source[copied..<range.lowerBound]
            result += short[name]
            copied = range.upperBound
        }
        return result + source[copied...]
    }

    /// By name the shortest names for those that stand most often, of equals for the first; nothing for the others.
    private func shortNames() -> [[UInt8]] {
        let taken = Set(names.lazy.filter { $0.spelling.count < 4 }.map { Array(source[$0.spelling]) })
        let chosen = names.indices.filter { isChosen(names[$0]) }.sorted {
            (names[$1].count, $0) < (names[$0].count, $1)
        }
        var short = [[UInt8]](repeating: [], count: names.count)
        var next = 0
        for index in chosen {
            repeat {
                short[index] = Self.name(next)
                next += 1
            } while taken.contains(short[index])
        }
        return short
    }

    private func isChosen(_ name: Name) -> Bool {
        guard name.isDeclared, !name.isFixed, name.spelling.count > 2 else { return false }
        return !Self.browsers.contains { $0.utf8.elementsEqual(source[name.spelling]) }
    }

    private static let browsers = [
        "close", "closed", "document", "event", "external", "find", "focus", "frames", "history", "length", "location",
        "menubar", "name", "navigator", "open", "opener", "origin", "parent", "performance", "print", "screen",
        "scroll",
        "scrollX", "scrollY", "self", "status", "stop", "toolbar", "top", "window",
    ]

    /// `A` … `Z`, then `A0`, `B0` …: names that the script's writers do not use.
    private static func name(_ index: Int) -> [UInt8] {
        let letter = UInt8(ascii: "A") + UInt8(index % 26)
        return index < 26 ? [letter] : [letter] + String(index / 26 - 1).utf8
    }
}
