import Analytics
import Formatting
import Synchronization
import Tables
import TemplateEngine

/// A table for templates: `{% for row in drawdowns %}{{ row.depth|percent }}{% endfor %}`, with the columns of data files.
/// Rows are made when a template first asks for them; a table that the run does not have has none.
final class TableObject<Subject: Sendable>: TemplateObject {
    private let definition: TableDefinition<Subject>
    private let subject: Subject
    private let rows = Mutex<[TemplateValue]?>(nil)

    init(_ definition: TableDefinition<Subject>, of subject: Subject) {
        self.definition = definition
        self.subject = subject
    }

    var typeName: String { "table \(definition.name)" }

    var elements: [TemplateValue]? {
        if let known = rows.withLock({ $0 }) { return known }
        let made = make()
        rows.withLock { $0 = made }
        return made
    }

    /// A column as a list.
    func member(_ name: String) -> TemplateValue? {
        guard memberNames.contains(name) else { return nil }
        guard let content = try? definition.content(of: subject),
            let column = content.columns.firstIndex(where: { $0.key == name })
        else { return .list([]) }
        return .list((0..<content.count).map { TemplateValue(content.value(row: $0, column: column)) })
    }

    var memberNames: [String] { definition.columns.map(\.key) }

    private func make() -> [TemplateValue] {
        guard let content = try? definition.content(of: subject) else { return [] }
        let keys = content.columns.map(\.key)
        return (0..<content.count).map { row in
            .dictionary(zip(keys, content.values(row: row)).map { ($0, TemplateValue($1)) })
        }
    }
}

/// All tables of a subject by name: `tables.monthly_returns`.
final class TablesObject<Subject: Sendable>: TemplateObject {
    private let tables: [String: TableObject<Subject>]
    let memberNames: [String]

    init(_ definitions: [TableDefinition<Subject>], of subject: Subject) {
        tables = Dictionary(
            definitions.map { ($0.name, TableObject($0, of: subject)) },
            uniquingKeysWith: { first, _ in first })
        memberNames = definitions.map(\.name)
    }

    var typeName: String { "tables" }

    func member(_ name: String) -> TemplateValue? {
        tables[String(name.map { $0 == "-" ? "_" : $0 })].map { .object($0) }
    }
}

extension TemplateValue {
    /// A value of a table as templates see it: what is counted is whole, what is missing is none, times are ISO texts.
    init(_ value: TableValue) {
        switch value {
        case .number(let number): self = .double(number)
        case .measure(let number, let unit, _):
            let whole = unit == .count || unit == .days ? Int(exactly: number) : nil
            self = whole.map { .int($0) } ?? .double(number)
        case .integer(let integer): self = .int(integer)
        case .text(let text), .words(let text): self = .string(text)
        case .time(let time): self = .string(time.description)
        case .date(let date): self = .string(date.iso)
        case .flag(let flag): self = .bool(flag)
        case .unavailable, .none: self = .none
        }
    }
}
