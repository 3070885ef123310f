/// Puts the true names of marks into a page's content: the element's, or `Artifact`; and true outlines into the marks
/// that hold a stand-in.
enum ContentMarks {
    /// The content with each of Cairo's marks replaced in order; nil when there are not as many as `marks`.
    static func rename(
        in content: [UInt8], marks: [PageStructure.Owner], outlines: [Int: [UInt8]], names: (Int) -> String
    ) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(content.count + outlines.values.reduce(256) { $0 + $1.count })
        var next = 0
        var copied = 0
        var place = 0
        while place < content.count {
            switch content[place] {
            case UInt8(ascii: "("): place = endOfString(in: content, from: place)
            case UInt8(ascii: "/"):
                guard let end = endOfMark(in: content, at: place) else {
                    place += 1
                    continue
                }
                guard next < marks.count else { return nil }
                output += content[copied..<place]
                output += opening(marks[next], names: names).utf8
                (place, copied) = (end, end)
                if let outline = outlines[next], let standIn = pathUnderMark(in: content, from: end) {
                    output += content[copied..<standIn.lowerBound]
                    output += outline
                    (place, copied) = (standIn.upperBound, standIn.upperBound)
                }
                next += 1
            default: place += 1
            }
        }
        output += content[copied...]
        return next == marks.count ? output : nil
    }

    private static func opening(_ owner: PageStructure.Owner, names: (Int) -> String) -> String {
        switch owner {
        case .artifact: "/Artifact BMC"
        case .element(let element, let number): "/\(names(element)) <</MCID \(number)>> BDC"
        }
    }

    /// The place behind `/NonStruct << /MCID 7 >> BDC`.
    private static func endOfMark(in content: [UInt8], at place: Int) -> Int? {
        let opening: StaticString = "/NonStruct << /MCID "
        guard content.hasWord(opening, at: place),
            let number = content.number(at: place + opening.utf8CodeUnitCount),
            content.hasWord(" >> BDC", at: number.end)
        else { return nil }
        return number.end + 7
    }

    /// The construction of the path that is painted last in a mark without text; nil where nothing is, since it lies
    /// outside of the page.
    private static func pathUnderMark(in content: [UInt8], from start: Int) -> Range<Int>? {
        var found: Range<Int>?
        var pathStart: Int?
        var (beforeLast, last) = (start, start)
        var place = start
        while place < content.count {
            while place < content.count, content[place] <= 0x20 { place += 1 }
            let word = place
            while place < content.count, content[place] > 0x20 { place += 1 }
            if content.hasWord("EMC", at: word) { return found }
            if place == word + 1 || content[place - 1] == UInt8(ascii: "*") {
                switch content[word] {
                // Behind a closed figure Cairo writes one more place to move to.
                case UInt8(ascii: "m"): pathStart = pathStart ?? beforeLast
                case UInt8(ascii: "n"): pathStart = nil
                case UInt8(ascii: "S"), UInt8(ascii: "f"):
                    found = pathStart.map { $0..<word }
                    pathStart = nil
                default: break
                }
            }
            (beforeLast, last) = (last, word)
        }
        return nil
    }

    /// The place behind a literal string, in which parentheses nest and a backslash escapes.
    private static func endOfString(in content: [UInt8], from start: Int) -> Int {
        var depth = 0
        var place = start
        while place < content.count {
            switch content[place] {
            case UInt8(ascii: "\\"): place += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return place + 1 }
            default: break
            }
            place += 1
        }
        return place
    }
}
