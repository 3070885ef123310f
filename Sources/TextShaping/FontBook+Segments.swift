import Graphics

/// A stretch of a text that one face sets.
struct Segment: Equatable {
    /// The bytes.
    var range: Range<Int>
    /// The face, as in ``Glyph/face``.
    var face: Int
    /// What is drawn in place of the text; nil for the text itself.
    var substitute: String?
    /// Whether the text runs from right to left.
    var isBackward = false
}

extension FontBook {
    /// Cuts a text into stretches of one face and one direction each.
    ///
    /// A user-perceived character is never cut, so marks stay on their letters.
    func segments(of text: String, weight: Font.Weight) -> [Segment] {
        var segments: [Segment] = []
        var offset = 0
        for character in text {
            let range = offset..<(offset + character.utf8.count)
            offset = range.upperBound
            var next = segment(character, range: range, weight: weight)
            next.isBackward = next.substitute == nil && WritingDirection.isBackward(character)
            if let last = segments.last, last.face == next.face, last.isBackward == next.isBackward,
                last.substitute == nil, next.substitute == nil
            {
                segments[segments.count - 1].range = last.range.lowerBound..<range.upperBound
            } else {
                segments.append(next)
            }
        }
        return segments
    }

    private func segment(_ character: Character, range: Range<Int>, weight: Font.Weight) -> Segment {
        if character.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            return Segment(range: range, face: 0, substitute: " ")
        }
        if mainFaces[weight.ordinal].covers(character) { return Segment(range: range, face: 0, substitute: nil) }
        if shippedFaces[weight.ordinal].covers(character) { return Segment(range: range, face: 1, substitute: nil) }
        if let face = fallback(for: character, weight: weight) {
            return Segment(range: range, face: face, substitute: nil)
        }
        if let face = fallback(for: "\u{FFFD}", weight: weight) {
            return Segment(range: range, face: face, substitute: "\u{FFFD}")
        }
        return Segment(range: range, face: 0, substitute: "?")
    }

    /// The index of a face that has the character: one already met, else one that fontconfig finds; nil for none.
    private func fallback(for character: Character, weight: Font.Weight) -> Int? {
        let key = FallbackKey(character: ExactText(String(character)), weight: weight)
        if let known = fallbackIndices[key] { return known < 0 ? nil : known }
        let index = findFallback(for: character, weight: weight)
        fallbackIndices[key] = index ?? -1
        return index
    }

    private func findFallback(for character: Character, weight: Font.Weight) -> Int? {
        asksSystemFonts = true
        guard let file = SystemFonts.file(covering: character, weight: weight) else { return nil }
        let name = file.name
        if let known = fallbackFaces.firstIndex(where: { $0.name == name }) {
            return fallbackFaces[known].covers(character) ? known + 2 : nil
        }
        guard let bytes = FontBytes(path: file.path), let face = Face(bytes: bytes, index: file.index, name: name),
            face.covers(character)
        else { return nil }
        fallbackFaces.append(face)
        return fallbackFaces.count + 1
    }
}

/// What the choice of a fallback face depends on.
///
/// Not on the faces met before: the same character has the same face in every report of a worker's life.
struct FallbackKey: Hashable {
    var character: ExactText
    var weight: Font.Weight
}
