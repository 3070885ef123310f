import Containers
import RunModel
import Series

/// Results of analyzers by the names that the user gave them: what one is shows in what it holds.
struct BacktraderAnalyzers {
    let file: String
    private var results: [JSONMember]
    /// Whether results count as statistics and series, or only as the fills that another file may lack.
    private var areCounted = true

    init(_ document: JSONValue, file: String) {
        self.file = file
        results = Self.members(document).flatMap { member -> [JSONMember] in
            // The PyFolio analyzer holds four results.
            guard case .object(let inner) = member.value, inner.contains(where: { $0.name == "gross_lev" }) else {
                return [member]
            }
            return inner.filter { $0.name == "returns" || $0.name == "transactions" }
        }
    }

    var isEmpty: Bool { results.isEmpty }

    /// The same without statistics and series, which another file has with more digits.
    var withoutResults: BacktraderAnalyzers {
        var analyzers = self
        analyzers.areCounted = false
        return analyzers
    }

    private static func members(_ value: JSONValue?) -> [JSONMember] {
        if case .object(let members)? = value { members } else { [] }
    }

    // MARK: Series

    /// The returns of the account (`TimeReturn`): the longest of those that are named as such.
    var returns: RawSeries? {
        longest { !$0.contains("bench") && (["tr", "ret", "rets"].contains($0) || $0.contains("return")) }
    }

    /// The returns of a data feed that is named as a benchmark.
    var benchmark: RawSeries? { longest { $0.contains("bench") } }

    private func longest(_ isNamed: (String) -> Bool) -> RawSeries? {
        guard areCounted else { return nil }
        let others = ["log", "rolling", "annual", "period", "leverage"]
        let series = results.filter { result in
            let name = result.name.lowercased()
            return isNamed(name) && !others.contains(where: name.contains)
        }.compactMap(series)
        return series.max { $0.values.count < $1.values.count }
    }

    /// A result whose names are times and whose values are numbers.
    private func series(_ result: JSONMember) -> RawSeries? {
        let members = Self.members(result.value)
        guard members.count > 1 else { return nil }
        var (collector, values) = (TimestampCollector(), [Double]())
        for (row, member) in members.enumerated() {
            guard let moment = TimestampText.timestamp(member.name), let value = member.value.finiteNumber else {
                return nil
            }
            collector.add(moment, row: row)
            values.append(value)
        }
        return RawSeries(
            file: file, column: result.name, timestampColumn: "", content: .returns,
            timestamps: collector.finish().column, values: values, lines: Array(repeating: 0, count: values.count))
    }

    // MARK: Fills

    /// The transactions, of the analyzer of that name or of PyFolio; no fees are among them.
    var fills: RawFills? {
        for result in results {
            let rows = Self.members(result.value).flatMap { member in
                TimestampText.timestamp(member.name).map { moment in
                    BacktraderFills.transactions(member.value).map { BacktraderFills.row($0, at: moment) }
                } ?? []
            }
            if !rows.isEmpty { return RawFills(file: file, rows: rows, hasFees: false) }
        }
        return nil
    }

    // MARK: Statistics

    /// The numbers that a metric of ours measures too.
    func statistics() -> [ReportedStatistic] {
        guard areCounted else { return [] }
        return results.flatMap { result in
            BacktraderStatistic.known.compactMap { known -> ReportedStatistic? in
                guard known.isOf(result.value), let value = known.value(in: result.value) else { return nil }
                return ReportedStatistic(
                    name: ([result.name] + known.path).joined(separator: "."), text: JSONTable.cell(value),
                    value: value.finiteNumber.map(known.converted), key: known.key, note: known.note, file: file)
            }
        }
    }
}
