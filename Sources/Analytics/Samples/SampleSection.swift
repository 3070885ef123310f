import RunModel
import Series

/// Key statistics of the part that a strategy was fitted on, of the part after it, and of the whole.
///
/// Each part is a run of its own under the same definitions: its start value is the account's value where it begins, its
/// first peak too, and trades belong to the part in which they were closed.
public struct SampleSection: Statistic {
    /// One metric over the parts.
    public struct Row: Sendable {
        /// What it is.
        public let declaration: MetricDeclaration
        /// Before ``SampleSection/start``.
        public let inSample: MetricValue
        /// From ``SampleSection/start`` on.
        public let outOfSample: MetricValue
        /// The whole run.
        public let all: MetricValue
    }

    /// First date of the out-of-sample part.
    public let start: CalendarDate
    /// Returns before ``start``.
    public let inSampleCount: Int
    /// Returns from ``start`` on.
    public let outOfSampleCount: Int
    /// The metrics in the order of the catalogue.
    public let rows: [Row]

    /// The row of a metric, where the table has it.
    public subscript(key: MetricKey) -> Row? { rows.first { $0.declaration.key == key } }
}

extension SampleSection {
    /// The metrics of the table.
    static let keys: Set<MetricKey> = [
        .totalReturn, .cagr, .annualVolatility, .bestMonth, .worstMonth, .dailyWinRate, .monthlyWinRate,
        .sharpe, .sortino, .calmar, .maxDrawdown, .longestDrawdownDays, .timeUnderwater,
        .historicalVaR95, .historicalCVaR95, .skewness, .probabilisticSharpe,
    ]

    /// The metrics of the table for runs that record trades.
    static let tradeKeys: Set<MetricKey> = [
        .tradeCount, .tradeWinRate, .profitFactor, .payoffRatio, .expectancy,
    ]

    /// The section of a run; throws where it names no date, or one that leaves a part empty.
    init(_ context: MetricContext) throws(Unavailable) {
        let division = try context(SampleDivision.self)
        let (run, split) = (context.run, division.split)
        let parts = [0..<split, split..<run.returns.count].map {
            MetricSet(MetricContext(strategyOf: run.part($0), conventions: context.conventions))
        }
        let keys = run.trades == nil ? Self.keys : Self.keys.union(Self.tradeKeys)
        start = division.start
        (inSampleCount, outOfSampleCount) = (split, run.returns.count - split)
        rows = MetricSet(context).metrics { keys.contains($0.key) }.map { metric in
            let values = parts.map { $0[metric.declaration.key]?.value ?? .absent(.noReturns) }
            return Row(declaration: metric.declaration, inSample: values[0], outOfSample: values[1], all: metric.value)
        }
    }
}

/// Where a run is divided; throws where it names no date, or one that leaves a part empty.
struct SampleDivision: Statistic {
    /// First date of the out-of-sample part.
    let start: CalendarDate
    /// Returns before it, at least one.
    let split: Int

    init(_ context: MetricContext) throws(Unavailable) {
        guard let start = context.run.outOfSampleStart else { throw .noOutOfSampleStart }
        guard let split = context.run.returns.timestamps.firstIndex(where: { $0.date >= start }), split > 0 else {
            throw .undividedRun
        }
        (self.start, self.split) = (start, split)
    }
}

extension Analysis {
    /// First date of the out-of-sample part; nil where nothing divides the run.
    public var outOfSampleStart: CalendarDate? { (try? context(SampleDivision.self))?.start }
    /// Key statistics in and out of sample; throws where the run names no date that divides it.
    public var samples: SampleSection { get throws(Unavailable) { try context(SampleSection.self) } }
}

extension Run {
    /// The run over some of its returns, without its benchmark; trades by their exit, positions by their moment.
    func part(_ range: Range<Int>) -> Run {
        var part = self
        let (first, last) = (returns.timestamps[range.lowerBound].date, returns.timestamps[range.upperBound - 1].date)
        part.equity = TimeSeries(
            timestamps: equity.timestamps.part(range.lowerBound..<range.upperBound + 1),
            values: Array(equity.values[range.lowerBound...range.upperBound]))
        part.returns = TimeSeries(timestamps: part.equity.timestamps.afterFirst, values: Array(returns.values[range]))
        part.baselineIsAdded = baselineIsAdded && range.lowerBound == 0
        part.benchmark = nil
        if case .perPeriod(let rates, let name) = riskFree {
            part.riskFree = .perPeriod(Array(rates[range]), name: name)
        }
        // The first part has what was closed before its first return, the last what is open beyond the last.
        part.trades = trades?.filter {
            ($0.exit.date >= first || range.lowerBound == 0)
                && ($0.exit.date <= last || range.upperBound == returns.count)
        }
        part.positions = nil
        return part
    }
}
