import Glibc
import RunModel
import Series

extension ReturnHistory {
    /// The benchmark's own returns within the run's span, by its own calendar; nil where there are none.
    init?(ofBenchmarkIn run: Run, conventions: Conventions) {
        guard let benchmark = run.benchmark, !benchmark.returns.isEmpty else { return nil }
        let periodsPerYear = Self.periodsPerYear(benchmark.calendar, conventions)
        let riskFree: PeriodicRate =
            switch run.riskFree {
            case .annual(let rate):
                .constant(
                    PeriodicRate.perPeriod(
                        rate, periodsPerYear: periodsPerYear, conversion: conventions.riskFreeConversion))
            case .perPeriod(let rates, _):
                .column(Self.rates(rates, of: run.returns.timestamps, at: benchmark.returns.timestamps))
            }
        self.init(
            baseline: benchmark.start, timestamps: benchmark.returns.timestamps, returns: benchmark.returns.values,
            riskFree: riskFree, periodsPerYear: periodsPerYear,
            rounding: Rounding(ofReturns: benchmark.returns.values, written: benchmark.rounding))
    }

    /// The run's rates compounded up to each of other moments; what lies after the moment before belongs to it.
    private static func rates(_ rates: [Double], of timestamps: TimeAxis, at others: TimeAxis) -> [Double] {
        if timestamps == others { return rates }
        var (position, result) = (0, [Double]())
        result.reserveCapacity(others.count)
        for moment in others {
            var growth = 1.0
            while position < timestamps.count, timestamps[position] <= moment {
                growth *= 1 + rates[position]
                position += 1
            }
            result.append(growth - 1)
        }
        return result
    }
}
