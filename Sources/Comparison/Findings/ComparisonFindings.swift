import Analytics
import RunModel
import Series

/// What the reader of a comparison should mind: how the runs differ in what they are made of.
struct ComparisonFindings {
    let members: [Member]
    let span: CommonSpan
    let correlations: CorrelationMatrix

    /// In the order of their weight.
    func all() -> [Finding] {
        [currencies, frequencies, fewReturns, riskFree, benchmarks, sameReturns].compactMap { $0 } + shortShares
            + [calendars, sameIDs].compactMap { $0 }
    }

    private var runs: [Run] { members.map(\.whole.run) }

    private func finding(
        _ severity: Finding.Severity, _ layer: Finding.Layer, _ code: String, _ fact: String, _ remedy: String? = nil
    ) -> Finding {
        Finding(severity: severity, layer: layer, code: code, fact: fact, remedy: remedy)
    }

    private var currencies: Finding? {
        let named = Grouping(members) { $0.whole.run.currency.value }
        guard named.groups.count > 1 else { return nil }
        return finding(
            .warning, .relations, "different_currencies",
            "the runs are in different currencies (\(named.text)): returns are compared as they are, and amounts of money "
                + "cannot be", "convert the runs into one currency before comparing them")
    }

    private var frequencies: Finding? {
        let named = Grouping(members) { $0.whole.run.calendar.cadence.rawValue }
        guard named.groups.count > 1 else { return nil }
        return finding(
            .warning, .time, "different_frequencies",
            "the runs observe at different frequencies (\(named.text)): what is seen less often shows milder drawdowns; "
                + "returns are compared between the moments of \(members[span.base].name)",
            "compare runs that observe equally often")
    }

    private var fewReturns: Finding? {
        guard span.count < SharpeTest.leastReturns else { return nil }
        return finding(
            .warning, .time, "few_common_returns",
            "the runs have only \(span.count) \(span.count == 1 ? "return" : "returns") in common, from "
                + "\(span.start.date.iso) to \(span.end.date.iso)", "compare runs that overlap for longer")
    }

    private var riskFree: Finding? {
        let named = Grouping(members) { $0.whole.run.riskFree.text }
        guard named.groups.count > 1 else { return nil }
        return finding(
            .warning, .relations, "different_risk_free",
            "the runs have different risk-free rates (\(named.text)), which moves their Sharpe ratios",
            "give one rate for all with --rf")
    }

    private var benchmarks: Finding? {
        let named = Grouping(members) { $0.whole.run.benchmark?.name }
        guard named.groups.count > 1 || (named.groups.count == 1 && named.hasMissing) else { return nil }
        return finding(
            .warning, .relations, "different_benchmarks",
            "the runs have different benchmarks (\(named.text)): alpha, beta and the like are not comparable",
            "give one benchmark for all with --benchmark")
    }

    /// The same returns twice are most often the same run under two names.
    private var sameReturns: Finding? {
        for row in members.indices {
            for column in members.indices where column > row && span.returns[row] == span.returns[column] {
                return finding(
                    .warning, .relations, "same_returns",
                    "\(members[row].name) and \(members[column].name) have the same returns from "
                        + "\(span.start.date.iso) to \(span.end.date.iso)", "check that they are two runs")
            }
        }
        return nil
    }

    /// Of a run's own time less than half is compared.
    private var shortShares: [Finding] {
        members.compactMap { member in
            let timestamps = member.whole.run.equity.timestamps
            guard let first = timestamps.first, let last = timestamps.last else { return nil }
            let own = last.fractionalDays - first.fractionalDays
            guard own > 0, span.days < own / 2 else { return nil }
            return finding(
                .warning, .time, "short_share",
                "of \(member.name), which is from \(first.date.iso) to \(last.date.iso), less than half is compared: "
                    + "\(span.start.date.iso) to \(span.end.date.iso)")
        }
    }

    private var calendars: Finding? {
        let some = members.filter { span.unmatched[$0.index] > 0 }
        guard !some.isEmpty else { return nil }
        let counts = some.map { "\(span.unmatched[$0.index]) of \($0.name)" }
        return finding(
            .note, .time, "different_calendars",
            "\(span.timestamps.count) moments are common to all; what happened at the others (\(counts.joined(separator: ", "))) "
                + "lies inside the returns between them")
    }

    private var sameIDs: Finding? {
        let renamed = members.filter { $0.id != $0.whole.run.identity.id }
        guard !renamed.isEmpty else { return nil }
        let names = renamed.map { "\($0.whole.run.identity.id) is \($0.id)" }
        return finding(
            .note, .relations, "same_ids", "several runs have the same id: here \(names.joined(separator: ", "))")
    }
}

/// Runs by something that they should have in common.
struct Grouping {
    /// The values that are there, in the order of the runs, each with the names of its runs.
    private(set) var groups: [(value: String, names: [String])] = []
    /// Whether a run has none.
    private(set) var hasMissing = false

    init(_ members: [Member], by value: (Member) -> String?) {
        for member in members {
            guard let value = value(member) else { hasMissing = true; continue }
            if let place = groups.firstIndex(where: { $0.value == value }) {
                groups[place].names.append(member.name)
            } else {
                groups.append((value, [member.name]))
            }
        }
    }

    /// `USD: trend; EUR: carry, value`; of more than three runs a number.
    var text: String {
        groups.map { group in
            let names = group.names.count > 3 ? "\(group.names.count) runs" : group.names.joined(separator: ", ")
            return "\(group.value): \(names)"
        }.joined(separator: "; ")
    }
}

extension RiskFreeRate {
    /// As findings tell it.
    fileprivate var text: String {
        switch self {
        case .annual(let rate): "\(rate) a year"
        case .perPeriod(_, let name): name
        }
    }
}
