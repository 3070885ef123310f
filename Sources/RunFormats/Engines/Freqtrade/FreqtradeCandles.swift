import RunModel
import Series

/// A table of freqtrade with moments of candles in its column `date`, in UTC.
struct FreqtradeCandles {
    /// A value at a moment in milliseconds since 1970.
    struct Point {
        var moment: Int64
        var value: Double
        var line: UInt32
    }

    let file: TableFile
    /// In the order of time, each moment once: the values of several rows of one moment are added.
    private(set) var points: [Point] = []

    /// - Parameter column: What is read of each row; nil where the table has no such columns.
    init?(_ file: TableFile, _ column: String) {
        guard let dates = file.header.firstIndex(of: "date"), let values = file.header.firstIndex(of: column) else {
            return nil
        }
        self.file = file
        let (column, numbers) = (file.timestamps(dates), file.numbers(values))
        let lines = file.dataLines
        let all = numbers.indices.map { row in
            Point(moment: column.instant(row), value: numbers[row], line: lines[row])
        }
        for point in all.sorted(by: { $0.moment < $1.moment }) {
            if points.last?.moment == point.moment {
                points[points.count - 1].value += point.value
            } else {
                points.append(point)
            }
        }
        // A coin without a price leaves a moment without a value.
        points.removeAll { !$0.value.isFinite }
    }

    /// The time from one candle to the next: the distance of the first two.
    var step: Int64 { points.count > 1 ? points[1].moment - points[0].moment : Timestamp.day }

    /// Some points as a series of levels.
    func series(_ points: [Point], _ column: String) -> RawSeries {
        RawSeries(
            file: file.name, column: column, timestampColumn: "date", content: .levels,
            timestamps: TimestampColumn(walls: points.map(\.moment), offsets: .uniform(0)),
            values: points.map(\.value), lines: points.map(\.line))
    }
}
