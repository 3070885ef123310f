import RunModel
import Series

/// Key statistics of several parts of a run side by side, each part a run of its own.
public struct PartsSection: Sendable {
    /// One metric over the parts.
    public struct Row: Sendable {
        /// What it is.
        public let declaration: MetricDeclaration
        /// One value for each part.
        public let values: [MetricValue]
    }

    /// When each part begins and ends; nil for a part that the run does not have.
    public let spans: [(start: CalendarDate, end: CalendarDate)?]
    /// The metrics in the order of the catalogue.
    public let rows: [Row]

    static let keys: Set<MetricKey> = [
        .totalReturn, .cagr, .annualVolatility, .sharpe, .sortino, .calmar, .maxDrawdown, .longestDrawdownDays,
        .worstMonth, .monthlyWinRate, .historicalVaR95, .probabilisticSharpe,
    ]

    /// Parts by their returns, or why there is none.
    init(_ context: MetricContext, parts: [Result<Range<Int>, Unavailable>]) {
        let run = context.run
        let declarations = MetricSet(context).declarations.filter { Self.keys.contains($0.key) }
        // One part after the other: each is a copy of a part of the run, and gone before the next is made.
        let columns = parts.map { part in
            Self.values(of: part.map { run.part($0) }, of: declarations, context.conventions)
        }
        spans = parts.map { part in
            (try? part.get()).map {
                (run.returns.timestamps[$0.lowerBound].date, run.returns.timestamps[$0.upperBound - 1].date)
            }
        }
        rows = declarations.indices.map { place in
            Row(declaration: declarations[place], values: columns.map { $0[place] })
        }
    }

    /// The values of one part.
    private static func values(
        of part: Result<Run, Unavailable>, of declarations: [MetricDeclaration], _ conventions: Conventions
    ) -> [MetricValue] {
        switch part {
        case .failure(let cause): return declarations.map { _ in .absent(cause) }
        case .success(let run):
            let metrics = MetricSet(MetricContext(strategyOf: run, conventions: conventions))
            return declarations.map { metrics[$0.key]?.value ?? .absent(.noReturns) }
        }
    }
}

/// The first half of the run's returns, the second, and all.
struct Halves: Statistic {
    let section: PartsSection

    init(_ context: MetricContext) throws(Unavailable) {
        let count = context.run.returns.count
        guard count >= 4 else { throw .fewerThan(4, "returns") }
        section = PartsSection(
            context, parts: [.success(0..<(count / 2)), .success((count / 2)..<count), .success(0..<count)])
    }
}

/// The last year, three and five years of the run, and all.
struct Horizons: Statistic {
    /// Years back.
    static let years = [1, 3, 5]
    /// A run that begins so many days later still covers the horizon.
    private static let slack = 7

    let section: PartsSection

    init(_ context: MetricContext) throws(Unavailable) {
        let run = context.run
        guard let last = run.returns.timestamps.last?.date, let first = run.equity.timestamps.first?.date else {
            throw .noReturns
        }
        let count = run.returns.count
        let parts = Self.years.map { years -> Result<Range<Int>, Unavailable> in
            let cut = last.adding(months: -12 * years)
            guard first.day <= cut.day + Self.slack else {
                return .failure(.shorter(than: years == 1 ? "1 year" : "\(years) years"))
            }
            let start = run.returns.timestamps.firstIndex { $0.date > cut } ?? count
            return start < count ? .success(start..<count) : .failure(.noReturns)
        }
        section = PartsSection(context, parts: parts + [.success(0..<count)])
    }
}

extension Analysis {
    /// Both halves of the run, and all; throws where there are fewer than four returns.
    public var halves: PartsSection { get throws(Unavailable) { try context(Halves.self).section } }
    /// The last year, three and five years, and all; throws where there is no return.
    public var horizons: PartsSection { get throws(Unavailable) { try context(Horizons.self).section } }
}
