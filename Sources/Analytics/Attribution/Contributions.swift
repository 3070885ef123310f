import Glibc
import RunModel
import Series

/// What one symbol, or one sector, contributed to the total return.
public struct Contribution: Equatable, Sendable {
    /// `AAPL`; of what no symbol explains, `Not in positions`.
    public let name: String
    /// Sector or asset class of a symbol, where the run says it.
    public let sector: String?
    /// Its part of the total return, linked over time: the parts of a table sum to the return of its span.
    public let contribution: Double
    /// What it earned, money, fees included.
    public let profit: Double
    /// Mean weight at the moments of the positions, negative where short on average.
    public let meanWeight: Double
    /// Whether it is what no symbol explains.
    public let isRest: Bool
}

/// Contributions of symbols over a span, which sum to its return.
public struct ContributionSection: Equatable, Sendable {
    /// First moment.
    public let start: Timestamp
    /// Last moment.
    public let end: Timestamp
    /// Symbols, the largest size first, then what none of them explains.
    public let symbols: [Contribution]
    /// The sum of the contributions: the return of the span.
    public let total: Double
}

extension ContributionSection {
    /// The contributions between two places of the moments; throws after a total loss.
    init(_ results: AssetResults, _ range: ClosedRange<Int>, sectors: [String: String]) throws(Unavailable) {
        let periods = range.lowerBound..<range.upperBound
        let returns = periods.map { results.equity[$0 + 1] / results.equity[$0] - 1 }
        guard let factors = Linking.factors(returns) else { throw .ruined }
        func linked(_ amounts: [Double]) -> Double {
            var sum = StableSum()
            for (place, period) in periods.enumerated() {
                sum.add(amounts[period] / results.equity[period] * factors[place])
            }
            return sum.value
        }
        let moments = Double(periods.count + 1)
        var rows = results.symbols.indices.map { asset -> Contribution in
            let weights = range.map { results.values[asset][$0] / results.equity[$0] }
            return Contribution(
                name: results.symbols[asset], sector: sectors[results.symbols[asset]],
                contribution: linked(results.results[asset]),
                profit: StableSum.of(Array(results.results[asset][periods])),
                meanWeight: StableSum.of(weights) / moments, isRest: false)
        }
        rows.sort {
            $0.contribution.magnitude != $1.contribution.magnitude
                ? $0.contribution.magnitude > $1.contribution.magnitude
                : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        }
        rows.append(
            Contribution(
                name: "Not in positions", sector: nil, contribution: linked(results.rest),
                profit: StableSum.of(Array(results.rest[periods])), meanWeight: 0, isRest: true))
        (start, end) = (results.timestamps[range.lowerBound], results.timestamps[range.upperBound])
        symbols = rows
        total = results.equity[range.upperBound] / results.equity[range.lowerBound] - 1
    }

    /// Contributions of sectors, the largest size first, then what no symbol explains; symbols without a sector together.
    public var sectors: [Contribution] {
        var names = [String]()
        var groups = [String: [Contribution]]()
        for row in symbols where !row.isRest {
            let name = row.sector ?? "(none)"
            if groups[name] == nil { names.append(name) }
            groups[name, default: []].append(row)
        }
        let rows = names.map { name -> Contribution in
            let members = groups[name] ?? []
            return Contribution(
                name: name, sector: name, contribution: StableSum.of(members.map(\.contribution)),
                profit: StableSum.of(members.map(\.profit)), meanWeight: StableSum.of(members.map(\.meanWeight)),
                isRest: false)
        }
        let sorted = rows.sorted {
            ($1.contribution.magnitude, $0.name) < ($0.contribution.magnitude, $1.name)
        }
        return sorted + symbols.filter(\.isRest)
    }
}

/// Contributions over the whole run, and in each calendar year.
struct Contributions: Statistic {
    let whole: ContributionSection
    let years: [ContributionSection]

    init(_ context: MetricContext) throws(Unavailable) {
        let results = try context(AssetResults.self)
        let sectors = Dictionary(
            context.run.instruments.compactMap { instrument in instrument.sector.map { (instrument.symbol, $0) } },
            uniquingKeysWith: { first, _ in first })
        let last = results.timestamps.count - 1
        whole = try ContributionSection(results, 0...last, sectors: sectors)
        var (parts, first) = ([ContributionSection](), 0)
        while first < last {
            // A year's first result ends in it.
            let year = results.timestamps[first + 1].date.year
            var end = first + 1
            while end < last, results.timestamps[end + 1].date.year == year { end += 1 }
            parts.append(try ContributionSection(results, first...end, sectors: sectors))
            first = end
        }
        years = parts
    }
}

extension Analysis {
    /// What every symbol contributed to the return of the time that positions cover; throws where positions or what was
    /// traded between them are not recorded.
    public var contributions: ContributionSection { get throws(Unavailable) { try context(Contributions.self).whole } }

    /// The same for every calendar year.
    public var contributionsByYear: [ContributionSection] {
        get throws(Unavailable) { try context(Contributions.self).years }
    }
}
