/// Searching in bytes for the plain ASCII that PDF files are written in. Of slices alone: code for any collection is slow
/// where it is not compiled with the code that calls it.
extension ArraySlice<UInt8> {
    /// The first place of a word at or after `start`.
    func firstPlace(of word: StaticString, from start: Int) -> Int? {
        let length = word.utf8CodeUnitCount
        guard length > 0, endIndex - length >= start else { return nil }
        for place in start...(endIndex - length) where hasWord(word, at: place) { return place }
        return nil
    }

    /// The last place of a word.
    func lastPlace(of word: StaticString) -> Int? {
        let length = word.utf8CodeUnitCount
        guard endIndex - length >= startIndex else { return nil }
        return (startIndex...(endIndex - length)).last { hasWord(word, at: $0) }
    }

    /// Whether a word stands at a place.
    func hasWord(_ word: StaticString, at place: Int) -> Bool {
        guard place >= startIndex, place + word.utf8CodeUnitCount <= endIndex else { return false }
        return word.withUTF8Buffer { letters in
            for offset in 0..<letters.count where unsafe letters[offset] != self[place + offset] { return false }
            return true
        }
    }

    /// The whole number at a place, and the place behind it.
    func number(at place: Int) -> (value: Int, end: Int)? {
        var end = place
        var value = 0
        while end < endIndex, (0x30...0x39).contains(self[end]), end - place < 12 {
            value = value * 10 + Int(self[end] - 0x30)
            end += 1
        }
        return end > place ? (value, end) : nil
    }
}

extension [UInt8] {
    /// The first place of a word at or after `start`.
    func firstPlace(of word: StaticString, from start: Int) -> Int? { self[...].firstPlace(of: word, from: start) }

    /// The whole number at a place, and the place behind it.
    func number(at place: Int) -> (value: Int, end: Int)? { self[...].number(at: place) }
}
