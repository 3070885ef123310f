import Containers
import Formatting
import RunModel
import Series

/// What QSTrader writes of a strategy and of what it is compared with.
struct QSTraderResult {
    let file: String
    private let log: ReadingLog
    private let document: JSONValue

    init(_ bytes: [UInt8], file: String, log: ReadingLog) throws(RunError) {
        (self.file, self.log) = (file, log)
        do throws(JSONError) {
            document = try JSONReader.parse(bytes)
        } catch { throw log.fail(.badJSON(file, error)) }
    }

    /// A member of the strategy.
    subscript(member: String) -> JSONValue? { document["strategy"]?[member] }

    /// A number of the strategy; nil where there is none.
    func number(_ member: String) -> Double? { self[member]?.finiteNumber }

    // MARK: Series

    /// A list of moments and values of the strategy.
    func series(_ member: String, content: RawSeries.Content) throws(RunError) -> RawSeries {
        guard let series = series("strategy", member, content) else {
            throw log.fail(.missingSeries(file, "strategy", member))
        }
        return series
    }

    /// The strategy's `returns`, without the first, which QSTrader fills with 0.
    var ownReturns: RawSeries? {
        guard var series = series("strategy", "returns", .returns), series.values.count > 1 else { return nil }
        series.timestamps.walls.removeFirst()
        series.values.removeFirst()
        series.lines.removeFirst()
        return series
    }

    /// The account of the benchmark, which QSTrader runs as a strategy too; nil without one.
    var benchmark: RawSeries? { series("benchmark", "equity_curve", .levels) }

    private func series(_ subject: String, _ member: String, _ content: RawSeries.Content) -> RawSeries? {
        guard let points = points(subject, member), !points.isEmpty else { return nil }
        let days = QSTraderDays(points.map(\.moment)).dates
        return RawSeries(
            file: file, column: "\(subject).\(member)", timestampColumn: "\(subject).\(member)", content: content,
            timestamps: TimestampColumn(walls: days.map { Int64($0.day) * Timestamp.day }),
            values: points.map(\.value), lines: [UInt32](repeating: 0, count: points.count))
    }

    /// Nil where the member is no list of pairs of numbers.
    private func points(_ subject: String, _ member: String) -> [(moment: Int64, value: Double)]? {
        guard case .array(let pairs)? = document[subject]?[member] else { return nil }
        var points: [(moment: Int64, value: Double)] = []
        points.reserveCapacity(pairs.count)
        for case .array(let pair) in pairs {
            guard pair.count == 2, case .integer(let moment) = pair[0], MomentRange.known.contains(moment) else {
                return nil
            }
            points.append((Int64(moment), pair[1].finiteNumber ?? .nan))
        }
        return points.count == pairs.count ? points : nil
    }

    // MARK: What the run is

    /// Names, and what the strategy wanted to hold in the end.
    var description: RunDescription {
        var description = RunDescription()
        if let name = text("strategy_name") ?? text("strategy_id") { description.strategy = .given(name) }
        description.benchmarkName = text("benchmark_name") ?? text("benchmark_id")
        if let id = text("strategy_id") { description.parameters.append(ParameterText.parameter("strategy_id", id)) }
        description.parameters += targets
        return description
    }

    private func text(_ member: String) -> String? {
        guard case .string(let text)? = document[member], !text.isEmpty else { return nil }
        return text
    }

    /// `target BND 40 %`: the last of `target_allocations`.
    private var targets: [RunParameter] {
        guard case .array(let columns)? = self["target_allocations"] else { return [] }
        return columns.compactMap { column in
            guard case .string(let name)? = column["name"], case .array(let data)? = column["data"],
                case .array(let last)? = data.last, last.count == 2, let share = last[1].finiteNumber
            else { return nil }
            return ParameterText.parameter("last target of \(name)", DisplayNumber.percent(share, places: 1))
        }
    }

    /// Says how the days were found, where the file has other moments than midnights in UTC.
    func tellClock() {
        let minutes = QSTraderDays((points("strategy", "equity_curve") ?? []).map(\.moment)).minutes
        guard minutes != [0], !minutes.isEmpty else { return }
        let clocks = minutes.prefix(3).map { ($0 / 60).zeroPadded(to: 2) + ":" + ($0 % 60).zeroPadded(to: 2) }
        log.note(
            "The moments of \(file) are \(clocks.joined(separator: " and ")) UTC, midnight on the clock of the machine that ran "
                + "QSTrader: each is the day whose midnight it is.")
    }
}

/// Moments that a market can have.
private enum MomentRange {
    /// Milliseconds of the years 1900 to 2199.
    static let known = -2_208_988_800_000..<7_258_118_400_000
}

extension Finding {
    /// A result of QSTrader without a list that a report needs.
    static func missingSeries(_ file: String, _ subject: String, _ member: String) -> Finding {
        Finding(
            .missingMember, file, "\(subject) has no usable \(Phrase.excerpt(member))",
            "give the file as JSONStatistics.to_file wrote it")
    }
}
