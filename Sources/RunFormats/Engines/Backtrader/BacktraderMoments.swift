import RunModel
import Series

/// When each row of a writer's table was: the latest time of its feeds.
struct BacktraderMoments {
    let file: TableFile
    /// Columns of the feeds' times.
    let feeds: [Int]
    /// The column of the strategy's own time: days since the year 0, as matplotlib counts them.
    let strategy: Int?

    /// The rows that count, from 0 below the header, and their timestamps. Of rows at one moment the last one counts.
    func read() throws(RunError) -> (rows: [Int], timestamps: TimestampColumn) {
        let moments = (0..<file.count).map { moment($0 + 1) }
        tellMissing(moments)
        try file.log.checkpoint()
        let areDays = moments.allSatisfy { $0.map { Self.isEndOfDay($0.wall) } ?? true }
        if areDays {
            file.log.note("Times of 23:59:59.99 in \(file.name) are backtrader's end of a day and were read as dates.")
        }
        var rows = [Int]()
        var kept = [WrittenTimestamp]()
        for (row, moment) in moments.enumerated() {
            guard var moment else { continue }
            if areDays { moment.wall -= Timestamp(milliseconds: moment.wall).millisecondsOfDay }
            if kept.last == moment {
                rows[rows.count - 1] = row
            } else {
                rows.append(row)
                kept.append(moment)
            }
        }
        if rows.count < file.count {
            file.log.note(
                "\(Phrase.count(file.count - rows.count, "row")) of \(file.name) repeat a moment: the last row of each counts."
            )
        }
        var collector = TimestampCollector()
        for (row, moment) in zip(rows, kept) { collector.add(moment, row: row + 1) }
        return (rows, collector.finish().column)
    }

    private func moment(_ row: Int) -> WrittenTimestamp? {
        var latest: WrittenTimestamp?
        for column in feeds {
            guard let moment = TimestampText.timestamp(file.table.trimmedText(row, column)) else { continue }
            if latest.map({ $0.wall < moment.wall }) ?? true { latest = moment }
        }
        return latest ?? strategy.flatMap { day(row, $0) }
    }

    /// 719163 is 1 January 1970.
    private func day(_ row: Int, _ column: Int) -> WrittenTimestamp? {
        guard let days = file.table.number(row, column, style: .plain), (1...3_652_059).contains(days) else {
            return nil
        }
        return WrittenTimestamp(wall: Int64(((days - 719_163) * 86_400_000).rounded()), offset: nil)
    }

    /// What backtrader gives a bar of a whole day that has no time.
    private static func isEndOfDay(_ wall: Int64) -> Bool {
        Timestamp(milliseconds: wall).millisecondsOfDay >= Timestamp.day - 1000
    }

    private func tellMissing(_ moments: [WrittenTimestamp?]) {
        let missing = moments.indices.filter { moments[$0] == nil }
        for row in missing.prefix(3) {
            let text = feeds.first.map { file.table.trimmedText(row + 1, $0) } ?? ""
            file.log.add(.badTimestamp(file.name, file.line(ofRow: row + 1), "datetime", text))
        }
        if missing.count > 3 { file.log.add(.moreBadCells(file.name, "datetime", missing.count - 3)) }
    }
}
