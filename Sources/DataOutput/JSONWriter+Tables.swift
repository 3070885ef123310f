import Analytics
import Series
import Tables

extension JSONWriter {
    /// The members `tables` and `unavailable_tables`: every table that the subject has as an object of equally long
    /// columns, and why it does not have the others.
    ///
    /// A column is written value by value; nothing of a long table is kept.
    public mutating func tables<Subject>(_ definitions: [TableDefinition<Subject>], of subject: Subject) {
        var missing: [(name: String, cause: Unavailable)] = []
        key("tables")
        object { json in
            for definition in definitions {
                do throws(Unavailable) {
                    let content = try definition.content(of: subject)
                    json.table(content, named: definition.name)
                } catch { missing.append((definition.name, error)) }
            }
        }
        key("unavailable_tables")
        object { json in
            for (name, cause) in missing {
                json.key(name)
                json.object { json in
                    json.member("reason", cause.reason)
                    json.member("reason_code", cause.code)
                }
            }
        }
    }

    /// Tables of at most so many rows are made row by row and kept while their columns are written: to make a row takes
    /// longer than to write one of its values, and there are twenty columns to a trade.
    private static let keptRows = 4096

    private mutating func table(_ content: TableContent, named name: String) {
        key(name)
        guard content.count <= Self.keptRows else { return longTable(content) }
        let rows = (0..<content.count).map(content.values(row:))
        object { json in
            for (index, column) in content.columns.enumerated() {
                json.key(column.key)
                json.array(inline: true) { json in for row in rows { json.value(row[index]) } }
            }
        }
    }

    private mutating func longTable(_ content: TableContent) {
        object { json in
            for (index, column) in content.columns.enumerated() {
                json.key(column.key)
                json.array(inline: true) { json in
                    for row in 0..<content.count { json.value(content.value(row: row, column: index)) }
                }
            }
        }
    }

    /// The member `series`: moments and values of each.
    public mutating func series(_ all: [MadeSeries]) {
        key("series")
        object { json in
            for one in all {
                let series = one.make()
                json.key(one.name)
                json.object { json in
                    json.key("time")
                    json.array(inline: true) { json in
                        for time in series.timestamps { json.time(time) }
                    }
                    json.key("value")
                    json.array(inline: true) { json in
                        for value in series.values { json.number(value) }
                    }
                }
            }
        }
    }

    private mutating func value(_ value: TableValue) {
        switch value {
        case .number(let number), .measure(let number, _, _): self.number(number)
        case .integer(let integer): self.integer(integer)
        case .text(let text): string(text)
        case .time(let time): self.time(time)
        case .date(let date): self.date(date)
        case .flag(let flag): boolean(flag)
        case .unavailable, .none: string(nil)
        }
    }
}
