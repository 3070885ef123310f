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
            let header = member.index < Self.mostColumns ? headers[member.index] : nil
            let column = TableColumn<Row>("value.\(member.id)", header, unit, places: places) { value($0, member) }
            return change(column, member)
        }
    }

    /// As many columns as a page holds beside the names of metrics; further runs are in data files.
    private static var mostColumns: Int { 12 }

    /// Whether a mark behind the best value has room; else its weight alone tells it.
    var hasRoomForMarks: Bool { members.count <= 6 }

    /// What readers must know of the columns; empty for nothing.
    var columnsNote: String {
        let numbered =
            headers == members.map { "\($0.index + 1)" } ? "Columns are numbered as in the table of runs." : ""
        let left = members.count - Self.mostColumns
        return numbered
            + (left > 0 ? " The other \(left) \(left == 1 ? "run is" : "runs are") in the JSON and CSV output." : "")
    }

    /// What stands above a run's column: its name where the paper has room for all names, else its number, which the table
    /// of runs explains.
    var headers: [String] {
        let names = members.map { Self.shortened($0.name, to: Self.room(members.count)) }
        let areTold = members.count <= 8 && Set(names).count == names.count
        return areTold ? names : members.map { "\($0.index + 1)" }
    }

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
