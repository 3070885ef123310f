import Containers
import Formatting

/// Which of a user's files and columns are which parts and fields of a run: `--map`.
///
/// A file in TOML has a table for each part, with the file that it lies in and a line for each field whose column has
/// another name:
///
/// ```toml
/// [equity]
/// file = "account.csv"        # left out for the file that was named
/// date = "Datum"
/// equity = "Kontostand"
///
/// [trades]
/// file = "deals.csv"
/// symbol = "Wertpapier"
/// ```
public struct ColumnMapping: Sendable, Equatable {
    /// The file and columns of one part of a run.
    public struct Part: Sendable, Equatable {
        /// `equity`, `trades`.
        public var name: String
        /// The file's name in the run's folder; nil for the file that the user named.
        public var file: String?
        /// Our name of a field, and the column that holds it.
        public var columns: [Column]
    }

    /// One field.
    public struct Column: Sendable, Equatable {
        /// Our name: `entry_time`.
        public var field: String
        /// The column's name in the file.
        public var column: String
    }

    /// The parts in the order written.
    public var parts: [Part]

    /// The part of a name.
    func part(_ name: String) -> Part? { parts.first { $0.name == name } }
}

extension ColumnMapping {
    /// The fields of each part.
    static let fields: [(part: String, fields: [String])] = [
        ("equity", ["date", "time", "equity", "benchmark", "benchmark_returns"]),
        (
            "returns",
            ["date", "time", "returns", "returns_pct", "log_returns", "cum_returns", "benchmark", "benchmark_returns"]
        ),
        ("benchmark", ["date", "close", "returns", "returns_pct"]),
        (
            "trades",
            [
                "id", "symbol", "side", "qty", "entry_time", "entry_price", "exit_time", "exit_price", "fees", "pnl",
                "gross_pnl", "multiplier", "return", "mae", "mfe", "tag", "exit_reason", "open", "status",
            ]
        ),
        ("fills", ["time", "symbol", "side", "qty", "price", "fee", "multiplier", "order_id", "tag"]),
        ("positions", ["date", "symbol", "quantity", "price", "multiplier", "value", "cash"]),
        ("risk_free", ["date", "annual_rate", "rate_pct", "returns"]),
    ]

    /// The mapping in a TOML file; throws what is wrong with it and what to write.
    public static func read(_ bytes: [UInt8], file: String) throws(ColumnMappingError) -> ColumnMapping {
        let value: JSONValue
        do throws(TOMLReader.Failure) {
            value = try TOMLReader.parse(bytes)
        } catch {
            guard case .syntax(let mistake) = error else { throw ColumnMappingError("\(file): nested too deeply") }
            throw ColumnMappingError("\(file):\(mistake.line):\(mistake.column): not TOML: \(mistake.fact)")
        }
        guard case .object(let members) = value, !members.isEmpty else {
            throw ColumnMappingError("\(file): no part of a run; write a table such as [equity]")
        }
        var parts = [Part]()
        for member in members { parts.append(try part(member, file)) }
        return try ColumnMapping(parts: parts).checked(file)
    }

    /// The mapping of fields given one by one, of the file that the user named: `equity=Kontostand`.
    public static func of(_ pairs: [String]) throws(ColumnMappingError) -> ColumnMapping {
        var columns = [Column]()
        for pair in pairs {
            guard let equals = pair.firstIndex(of: "="), equals != pair.startIndex else {
                throw ColumnMappingError("'\(pair)' is neither a file nor FIELD=COLUMN")
            }
            let column = String(pair[pair.index(after: equals)...])
            columns.append(Column(field: String(pair[..<equals]), column: column))
        }
        let isReturns = columns.contains { $0.field.contains("returns") && !$0.field.hasPrefix("benchmark") }
        let part = Part(name: isReturns ? "returns" : "equity", columns: columns)
        for column in columns { try check(column.field, of: part.name, "--map") }
        return try ColumnMapping(parts: [part]).checked("--map")
    }

    private static func part(_ member: JSONMember, _ file: String) throws(ColumnMappingError) -> Part {
        guard fields.contains(where: { $0.part == member.name }) else {
            throw unknown(member.name, "part of a run", fields.map(\.part), file)
        }
        guard case .object(let lines) = member.value else {
            throw ColumnMappingError("\(file): '\(member.name)' must be a table: write [\(member.name)]")
        }
        var part = Part(name: member.name, columns: [])
        for line in lines {
            guard case .string(let text) = line.value, !text.isEmpty else {
                throw ColumnMappingError("\(file): \(member.name).\(line.name) must be the name of a column, a text")
            }
            if line.name == "file" {
                part.file = text
            } else {
                try check(line.name, of: member.name, file)
                part.columns.append(Column(field: line.name, column: text))
            }
        }
        return part
    }

    private static func check(_ field: String, of part: String, _ file: String) throws(ColumnMappingError) {
        let known = fields.first { $0.part == part }?.fields ?? []
        if !known.contains(field) { throw unknown(field, "field of \(part)", known, file) }
    }

    private static func unknown(
        _ name: String, _ kind: String, _ known: [String], _ file: String
    ) -> ColumnMappingError {
        let near = NearestMatch.of(name, in: known).map { "did you mean '\($0)'?" }
        return ColumnMappingError(
            "\(file): '\(name)' is no \(kind); " + (near ?? "known are " + known.joined(separator: ", ")))
    }

    private func checked(_ file: String) throws(ColumnMappingError) -> ColumnMapping {
        guard part("equity") != nil || part("returns") != nil else {
            throw ColumnMappingError("\(file): neither [equity] nor [returns]; say where the account's values are")
        }
        return self
    }
}

/// Why a mapping cannot be used.
public struct ColumnMappingError: Error, Equatable, Sendable {
    /// Place, fact, remedy.
    public let message: String

    init(_ message: String) { self.message = message }
}
