/// Puts the true names of marks into a page's content: the element's, or `Artifact`.
enum ContentMarks {
    /// The content with each of Cairo's marks replaced in order; nil when there are not as many as `marks`.
    static func rename(in content: [UInt8], marks: [PageStructure.Owner], names: (Int) -> String) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(content.count + 256)
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
                next += 1
                (place, copied) = (end, end)
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
