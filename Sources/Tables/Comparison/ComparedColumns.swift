import Comparison
import Formatting

/// Columns of the runs that are compared: one each, under `value.` and the run's id.
extension Comparison {
    /// A column for every run.
    func columns<Row>(
        unit: ValueUnit?, places: Int = 0,
        _ change: (TableColumn<Row>, Member) -> TableColumn<Row> = { column, _ in column },
        value: @escaping @Sendable (Row, Member) -> TableValue
    ) -> [TableColumn<Row>] {
        let headers = headers
        return members.map { member in
            let column = TableColumn<Row>("value.\(member.id)", headers[member.index], unit, places: places) {
                value($0, member)
            }
            return change(column, member)
        }
    }

    /// What stands above a run's column: its name where the paper has room for all names, else its number, which the table
    /// of runs explains.
    var headers: [String] {
        let names = members.map { Self.shortened($0.name, to: Self.room(members.count)) }
        let areTold = members.count <= 8 && Set(names).count == names.count
        return areTold ? names : members.map { "\($0.index + 1)" }
    }

    /// Whether columns are headed by numbers.
    var hasNumberedHeaders: Bool { headers != members.map { Self.shortened($0.name, to: Self.room(members.count)) } }

    /// Characters that a head may have.
    private static func room(_ runs: Int) -> Int {
        switch runs {
        case ...3: 22
        case 4: 16
        case 5...6: 11
        default: 8
        }
    }

    private static func shortened(_ name: String, to count: Int) -> String {
        name.count <= count ? name : name.prefix(count - 1) + "…"
    }
}
