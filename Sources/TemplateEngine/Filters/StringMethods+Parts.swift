extension StringMethods {
    static let searching = [
        FunctionDefinition("startswith", ["prefix", "start", "end"], required: 1) { call throws(Fault) in
            let text = try window(call, 1)
            return .bool(try choices(call).contains { text.utf8.starts(with: $0.utf8) })
        },
        FunctionDefinition("endswith", ["suffix", "start", "end"], required: 1) { call throws(Fault) in
            let text = try window(call, 1)
            return .bool(try choices(call).contains { text.utf8.reversed().starts(with: $0.utf8.reversed()) })
        },
        FunctionDefinition("find", ["sub", "start", "end"], required: 1) { call throws(Fault) in
            .int(try position(call) ?? -1)
        },
        FunctionDefinition("rfind", ["sub", "start", "end"], required: 1) { call throws(Fault) in
            .int(try position(call, isLast: true) ?? -1)
        },
        FunctionDefinition("index", ["sub", "start", "end"], required: 1) { call throws(Fault) in
            guard let position = try position(call) else { throw call.fault("the text is not found") }
            return .int(position)
        },
        FunctionDefinition("rindex", ["sub", "start", "end"], required: 1) { call throws(Fault) in
            guard let position = try position(call, isLast: true) else { throw call.fault("the text is not found") }
            return .int(position)
        },
        FunctionDefinition("count", ["sub", "start", "end"], required: 1) { call throws(Fault) in
            let text = try window(call, 1)
            let part = try call.string(0, "")
            if part.isEmpty { return .int(PythonText.length(text) + 1) }
            return .int(pieces(text, part, -1).count - 1)
        },
    ]

    /// The prefixes or suffixes: one, or any of a tuple.
    private static func choices(_ call: FunctionCall) throws(Fault) -> [String] {
        guard case .sequence(let sequence) = call.optional(0), sequence.kind != .list else {
            return [try call.string(0, "")]
        }
        return try call.renderer.elements(.sequence(sequence)).compactMap(\.stringValue)
    }

    /// The part of the text between `start` and `end`.
    private static func window(_ call: FunctionCall, _ first: Int) throws(Fault) -> String {
        let text = owner(call)
        guard call.some(first) != nil || call.some(first + 1) != nil else { return text }
        let scalars = Array(text.unicodeScalars)
        let start = try call.some(first).map { _ throws(Fault) in try call.int(first, 0) }
        let end = try call.some(first + 1).map { _ throws(Fault) in try call.int(first + 1, 0) }
        var view = String.UnicodeScalarView()
        for index in try Renderer.indices([start, end], scalars.count) { view.append(scalars[index]) }
        return String(view)
    }

    /// The first or last position of a part, in characters.
    private static func position(_ call: FunctionCall, isLast: Bool = false) throws(Fault) -> Int? {
        let text = try window(call, 1)
        let start = try call.some(1).map { _ throws(Fault) in try call.int(1, 0) } ?? 0
        let length = PythonText.length(owner(call))
        let shift = min(max(start < 0 ? start + length : start, 0), length)
        let bytes = Array(text.utf8)
        let part = try call.string(0, "")
        guard let byte = isLast ? last(part, in: bytes) : TextSearch(part).first(in: bytes, from: 0) else { return nil }
        return shift + SourceText.scalars(bytes[..<byte])
    }

    /// The byte where a part stands last: the first place of the reversed part in the reversed text.
    private static func last(_ part: String, in bytes: [UInt8]) -> Int? {
        let search = TextSearch(part.utf8.reversed())
        return search.first(in: bytes.reversed(), from: 0).map { bytes.count - $0 - search.part.count }
    }

    static let splitting = [
        FunctionDefinition("split", ["sep", "maxsplit"]) { call throws(Fault) in
            let limit = try call.int(1, -1)
            guard call.some(0) != nil else { return parts(call, words(owner(call), limit)) }
            return parts(call, pieces(owner(call), try separator(call), limit))
        },
        FunctionDefinition("rsplit", ["sep", "maxsplit"]) { call throws(Fault) in
            let limit = try call.int(1, -1)
            guard call.some(0) != nil else {
                let turned = words(String(String.UnicodeScalarView(owner(call).unicodeScalars.reversed())), limit)
                return parts(
                    call, turned.reversed().map { String(String.UnicodeScalarView($0.unicodeScalars.reversed())) })
            }
            let separator = try separator(call)
            let all = pieces(owner(call), separator, -1)
            guard limit >= 0, all.count > limit + 1 else { return parts(call, all) }
            let head = all[..<(all.count - limit)].joined(separator: separator)
            return parts(call, [head] + all[(all.count - limit)...])
        },
        FunctionDefinition("splitlines", ["keepends"]) { call throws(Fault) in
            parts(call, PythonText.lines(owner(call), keepEnds: try call.bool(0, false)))
        },
        FunctionDefinition("partition", ["sep"], required: 1) { call throws(Fault) in
            let separator = try separator(call)
            let found = pieces(owner(call), separator, 1)
            return triple(call, found.count == 2 ? [found[0], separator, found[1]] : [owner(call), "", ""])
        },
        FunctionDefinition("rpartition", ["sep"], required: 1) { call throws(Fault) in
            let separator = try separator(call)
            let found = pieces(owner(call), separator, -1)
            let head = found.dropLast().joined(separator: separator)
            return triple(call, found.count > 1 ? [head, separator, found.last ?? ""] : ["", "", owner(call)])
        },
        FunctionDefinition("join", ["iterable"], required: 1) { call throws(Fault) in
            var parts = [String]()
            for item in try call.renderer.elements(call.optional(0) ?? .none) {
                guard let text = item.stringValue else { throw Fault(.operands("join", "string", item.typeName)) }
                parts.append(call.value.isSafe && !item.isSafe ? MarkupText.escaped(text) : text)
            }
            return call.same(try call.renderer.limited(parts.joined(separator: owner(call))))
        },
    ]

    private static func separator(_ call: FunctionCall) throws(Fault) -> String {
        let separator = try call.string(0, "")
        if separator.isEmpty { throw call.fault("the separator cannot be empty") }
        return separator
    }

    private static func parts(_ call: FunctionCall, _ parts: [String]) -> TemplateValue {
        .newList(parts.map(call.same))
    }

    private static func triple(_ call: FunctionCall, _ parts: [String]) -> TemplateValue {
        .tuple(parts.map(call.same))
    }

    /// Cut at a separator, at most `limit` times unless that is negative.
    static func pieces(_ text: String, _ separator: String, _ limit: Int) -> [String] {
        let bytes = Array(text.utf8)
        let search = TextSearch(separator)
        var pieces = [String]()
        var start = 0
        while limit < 0 || pieces.count < limit, let found = search.first(in: bytes, from: start) {
            pieces.append(String(decoding: bytes[start..<found], as: UTF8.self))
            start = found + search.part.count
        }
        return pieces + [String(decoding: bytes[start...], as: UTF8.self)]
    }

    /// Cut at white space, at most `limit` times unless that is negative.
    static func words(_ text: String, _ limit: Int) -> [String] {
        var words = [String]()
        var rest = text.unicodeScalars.drop(while: PythonText.isSpace)
        while !rest.isEmpty {
            if limit >= 0, words.count == limit {
                return words + [PythonText.strip(String(rest), start: false)]
            }
            let word = rest.prefix { !PythonText.isSpace($0) }
            words.append(String(word))
            rest = rest.dropFirst(word.count).drop(while: PythonText.isSpace)
        }
        return words
    }

    static let padding = [
        FunctionDefinition("center", ["width", "fillchar"], required: 1) { call throws(Fault) in
            try pad(call) { missing, width in missing / 2 + (missing & width & 1) }
        },
        FunctionDefinition("ljust", ["width", "fillchar"], required: 1) { call throws(Fault) in
            try pad(call) { _, _ in 0 }
        },
        FunctionDefinition("rjust", ["width", "fillchar"], required: 1) { call throws(Fault) in
            try pad(call) { missing, _ in missing }
        },
        FunctionDefinition("zfill", ["width"], required: 1) { call throws(Fault) in
            let text = owner(call)
            let missing = try call.renderer.limited(length: try call.int(0, 0)) - PythonText.length(text)
            guard missing > 0 else { return call.value }
            let hasSign = text.hasPrefix("-") || text.hasPrefix("+")
            let zeros = String(repeating: "0", count: missing)
            return call.same(hasSign ? text.prefix(1) + zeros + text.dropFirst() : zeros + text)
        },
        FunctionDefinition("expandtabs", ["tabsize"]) { call throws(Fault) in
            call.same(try expanded(owner(call), try call.int(0, 8), call.renderer))
        },
    ]

    private static func pad(_ call: FunctionCall, _ left: (_ missing: Int, _ width: Int) -> Int) throws(Fault)
        -> TemplateValue
    {
        let text = owner(call)
        let width = try call.renderer.limited(length: try call.int(0, 0))
        let fill = call.slots.count > 1 ? try call.string(1, " ") : " "
        guard PythonText.length(fill) == 1 else { throw call.fault("the filling must be one character") }
        return call.same(padded(text, width, fill, left))
    }

    /// Python's `str.center` and its relatives.
    static func padded(
        _ text: String, _ width: Int, _ fill: String = " ", _ left: (_ missing: Int, _ width: Int) -> Int
    ) -> String {
        let missing = width - PythonText.length(text)
        guard missing > 0 else { return text }
        let before = left(missing, width)
        return String(repeating: fill, count: before) + text + String(repeating: fill, count: missing - before)
    }

    private static func expanded(_ text: String, _ size: Int, _ renderer: Renderer) throws(Fault) -> String {
        var result = String.UnicodeScalarView()
        var column = 0
        var length = text.utf8.count
        for scalar in text.unicodeScalars {
            if scalar == "\t" {
                let gap = size > 0 ? size - column % size : 0
                // Each tab may be short of the limit, and all together far beyond it.
                length += try renderer.limited(length: gap)
                _ = try renderer.limited(length: length)
                result.append(contentsOf: repeatElement(" ", count: gap))
                column += gap
            } else {
                result.append(scalar)
                column = scalar == "\n" || scalar == "\r" ? 0 : column + 1
            }
        }
        return try renderer.limited(String(result))
    }
}
