import RunModel
import Series

/// What the run would have been where everything bought or sold had cost more.
public struct CostStep: Equatable, Sendable {
    /// Further cost, in hundredths of a percent of the value bought or sold, one way.
    public let basisPoints: Double
    /// Total return, CAGR, Sharpe ratio and maximum drawdown at this cost; n/a once the account is used up.
    public let totalReturn: MetricValue
    /// CAGR.
    public let cagr: MetricValue
    /// Sharpe ratio.
    public let sharpe: MetricValue
    /// Maximum drawdown.
    public let maxDrawdown: MetricValue
}

/// The run at further costs from 0 to 50 basis points; throws where nothing was traded.
struct CostSweep: Statistic {
    let steps: [CostStep]

    static let basisPoints: [Double] = [0, 1, 2, 3, 5, 8, 10, 12, 15, 20, 25, 30, 40, 50]

    init(_ context: MetricContext) throws(Unavailable) {
        let growth = try context(GrowthAtCosts.self)
        guard growth.activity.totalTraded > 0 else { throw .noTrade }
        steps = Self.basisPoints.map { points in
            let returns = growth.returns(atCost: points / 10_000)
            guard returns.allSatisfy({ $0 > -1 }) else {
                let absent = MetricValue.absent(.ruined)
                return CostStep(
                    basisPoints: points, totalReturn: absent, cagr: absent, sharpe: absent, maxDrawdown: absent)
            }
            let metrics = MetricSet(
                MetricContext(strategyOf: context.run.with(returns: returns), conventions: context.conventions))
            func value(_ key: MetricKey) -> MetricValue { metrics[key]?.value ?? .absent(.noReturns) }
            return CostStep(
                basisPoints: points, totalReturn: value(.totalReturn), cagr: value(.cagr), sharpe: value(.sharpe),
                maxDrawdown: value(.maxDrawdown))
        }
    }
}

extension Run {
    /// The same moments with other returns, and nothing but its calendar and rate beside.
    fileprivate func with(returns values: [Double]) -> Run {
        var run = self
        var level = equity.values.first ?? 1
        run.returns = TimeSeries(timestamps: returns.timestamps, values: values)
        run.equity = TimeSeries(
            timestamps: equity.timestamps,
            values: [level]
                + values.map { value in
                    level *= 1 + value
                    return level
                })
        run.equityDigits = nil
        (run.benchmark, run.trades, run.fills, run.positions) = (nil, nil, nil, nil)
        return run
    }
}

extension Analysis {
    /// The run at further costs from 0 to 50 basis points of what it bought and sold.
    public var costSweep: [CostStep] { get throws(Unavailable) { try context(CostSweep.self).steps } }
}
