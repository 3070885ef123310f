import RunModel
import Series

/// Regime labels: a column of moments and one of labels.
enum RegimesReader {
    private static let labelColumns = ["regime", "label", "state", "name"]

    /// Labels as written, by time; throws where the file has no column of them.
    static func read(_ file: TableFile) throws(RunError) -> RawRegimes {
        let header = file.header.map(ColumnNames.normalised)
        let named = labelColumns.compactMap { header.firstIndex(of: $0) }.first
        guard named != nil || header.count == 2 else { throw file.log.fail(.noRegimeColumn(file.name, file.header)) }
        let time = try file.timestampColumn()
        let column = named ?? 1 - time
        guard column != time else { throw file.log.fail(.noRegimeColumn(file.name, file.header)) }
        guard file.count > 0 else { throw file.log.fail(.noRows(file.name)) }
        let table = TradeTable(file: file, exit: nil)
        let times = table.timestamps(time)
        let rows = (0..<file.count).compactMap { index -> RawRegimes.Row? in
            guard let moment = times[index], let label = table.text(index + 1, column) else { return nil }
            return RawRegimes.Row(time: moment, label: label)
        }
        return RawRegimes(file: file.name, rows: rows)
    }
}

/// Regime labels before their moments have a zone.
struct RawRegimes {
    /// One label.
    struct Row {
        var time: WrittenTimestamp
        var label: String
    }

    var file: String
    var rows: [Row]

    /// The labels on a run's clock; of equal moments the last stands.
    func labels(_ clock: WallClock) -> RegimeLabels {
        var (timestamps, labels) = ([Timestamp](), [String]())
        let order = rows.enumerated().map { (clock.timestamp($1.time), $0, $1.label) }.sorted {
            ($0.0, $0.1) < ($1.0, $1.1)
        }
        for (moment, _, label) in order {
            if timestamps.last == moment { labels[labels.count - 1] = label; continue }
            timestamps.append(moment)
            labels.append(label)
        }
        return RegimeLabels(file: file, timestamps: timestamps, labels: labels)
    }
}
