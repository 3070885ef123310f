import Containers
import RunModel

/// The text behind the table of a writer's file: lists within lists, `- SmaX:` above `- Params:` above `- fast: 10`, between
/// lines of marks.
struct BacktraderDump {
    private let strategies: [JSONMember]
    private let file: String

    init(_ bytes: ArraySlice<UInt8>, file: String) {
        self.file = file
        var reader = Reader(bytes)
        let document = JSONValue.object(reader.members(deeperThan: -1, depth: 0))
        strategies = Self.members(document["Strategies"])
    }

    private static func members(_ value: JSONValue?) -> [JSONMember] {
        if case .object(let members)? = value { members } else { [] }
    }

    /// The class of the strategy; the first of several.
    var strategy: String? { strategies.first?.name }

    /// The parameters of the strategy.
    var parameters: [RunParameter] {
        Self.members(strategies.first?.value["Params"]).flatMap { ParameterText.flattened($0, prefix: "") }
    }

    /// What the account began and ended with, to five decimals.
    var begin: Double? { strategies.first?.value["Analyzers"]?["Value"]?["Begin"]?.finiteNumber }
    var end: Double? { strategies.first?.value["Analyzers"]?["Value"]?["End"]?.finiteNumber }

    /// The analyzers of the first strategy; nil where there are none.
    var analyzers: BacktraderAnalyzers? {
        let members = Self.members(strategies.first?.value["Analyzers"])
        let results = members.compactMap { member in member.value["Analysis"].map { JSONMember(member.name, $0) } }
        return results.isEmpty ? nil : BacktraderAnalyzers(.object(results), file: file)
    }

    /// Reads the lines into lists; deeper ones than any of backtrader stay with the list above them.
    private struct Reader {
        private struct Line {
            let indent: Int
            let name: String
            let value: Substring
        }

        private var lines = [Line]()
        private var place = 0

        init(_ bytes: ArraySlice<UInt8>) {
            for line in bytes.split(separator: UInt8(ascii: "\n")) {
                let indent = line.prefix { $0 == 0x20 }.count
                let rest = line.dropFirst(indent)
                guard rest.starts(with: [UInt8(ascii: "-"), 0x20]) else { continue }
                let text = String(decoding: rest.dropFirst(2).filter { $0 != 0x0D }, as: UTF8.self)
                let (name, value) = Self.parts(text)
                lines.append(Line(indent: indent, name: name, value: value))
            }
        }

        /// `2010-01-04 00:00:00: 0.0` has its name before the last of these colons.
        private static func parts(_ text: String) -> (String, Substring) {
            let stamp = text.prefix(19)
            let from = DateFormat.isTimestamp(String(stamp)) && stamp.count == 19 ? stamp.endIndex : text.startIndex
            guard let colon = text[from...].firstIndex(of: ":") else { return (text, "") }
            return (String(text[..<colon]), text[text.index(after: colon)...].drop { $0 == " " })
        }

        mutating func members(deeperThan indent: Int, depth: Int) -> [JSONMember] {
            var members = [JSONMember]()
            while place < lines.count, lines[place].indent > indent {
                let line = lines[place]
                place += 1
                let inner = depth < 40 ? self.members(deeperThan: line.indent, depth: depth + 1) : []
                members.append(JSONMember(line.name, inner.isEmpty ? Self.value(line.value) : .object(inner)))
            }
            return members
        }

        private static func value(_ text: Substring) -> JSONValue {
            if let number = Int(text) { return .integer(number) }
            if let number = Double(text), number.isFinite { return .number(number) }
            return text.isEmpty || text == "None" ? .null : .string(String(text))
        }
    }
}
