import Glibc
import RunModel
import Series

/// Brings a series of risk-free rates to the periods of a run.
struct RiskFreeAlignment {
    let series: MainSeries
    let content: RawSeries.Content
    let run: AccountCurve
    let periodsPerYear: Double

    /// One rate per return, and how many returns have one. Yearly rates hold until the next one; returns must stand on
    /// the run's own dates.
    func perPeriod() -> (rates: [Double], covered: Int) {
        content == .annualRates ? stepped() : matched()
    }

    /// f = (1 + rate)^(1/A) − 1 of the latest rate at or before each return.
    private func stepped() -> ([Double], Int) {
        var rates = [Double]()
        var position = -1
        for stamp in run.returns.stamps {
            while position + 1 < series.stamps.count, series.stamps[position + 1].date <= stamp.date { position += 1 }
            guard position >= 0 else { continue }
            rates.append(pow(1 + series.values[position], 1 / periodsPerYear) - 1)
        }
        return (rates, rates.count)
    }

    private func matched() -> ([Double], Int) {
        var rates = [Double]()
        var position = 0
        for stamp in run.returns.stamps {
            while position < series.stamps.count, series.stamps[position].date < stamp.date { position += 1 }
            guard position < series.stamps.count, series.stamps[position].date == stamp.date else { continue }
            rates.append(series.values[position])
        }
        return (rates, rates.count)
    }
}
