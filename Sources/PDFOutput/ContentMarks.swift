/// Puts the true names of marks into a page's content: the element's, or `Artifact`; and true outlines into the marks
/// that hold a stand-in.
enum ContentMarks {
    /// The content with each of Cairo's marks replaced in order; nil when there are not as many as `marks`, or when a
    /// stand-in is not drawn where it was asked for.
    static func rename(
        in content: [UInt8], marks: [PageStructure.Owner], outlines: [Int: PageStructure.Outline],
        names: (Int) -> String
    ) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(content.count + outlines.values.reduce(256) { $0 + $1.operators.count })
        var next = 0
        var copied = 0
        var place = 0
        while place < content.count {
            switch content[place] {
            case UInt8(ascii: "("), UInt8(ascii: "%"): place = endOfStringOrComment(in: content, from: place)
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
                    guard begins(content[standIn], at: outline) else { return nil }
                    output += content[copied..<standIn.lowerBound]
                    output += outline.operators
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

    /// The place behind `/NonStruct << /MCID 7 >> BDC`, however it is spaced.
    private static func endOfMark(in content: [UInt8], at place: Int) -> Int? {
        guard content.hasWord("/NonStruct", at: place) else { return nil }
        var scanner = PDFScanner(content[...], at: place)
        guard scanner.name()?.elementsEqual("/NonStruct".utf8) == true, let value = scanner.value(),
            let properties = PDFDictionary(content[value]), properties.integer("/MCID") != nil, scanner.take("BDC")
        else { return nil }
        return scanner.place
    }

    /// Whether the stand-in's numbers are those that were asked for: a version of Cairo that moves or scales them would
    /// have to do the same to the outline.
    private static func begins(_ standIn: ArraySlice<UInt8>, at outline: PageStructure.Outline) -> Bool {
        let numbers = standIn.split(separator: 0x20, maxSplits: 2).prefix(2).compactMap {
            Double(String(decoding: $0, as: UTF8.self))
        }
        // Cairo keeps places in steps of 1/256.
        return numbers.count == 2 && abs(numbers[0] - outline.start.x) < 0.02
            && abs(numbers[1] - outline.start.y) < 0.02
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

    /// The place behind a literal string or a comment.
    private static func endOfStringOrComment(in content: [UInt8], from start: Int) -> Int {
        var scanner = PDFScanner(content[...], at: start)
        if content[start] == UInt8(ascii: "(") { _ = scanner.skipString() } else { scanner.skipSpace() }
        return max(scanner.place, start + 1)
    }
}
