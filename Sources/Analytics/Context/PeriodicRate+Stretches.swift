import RunModel

extension PeriodicRate {
    /// The rate over stretches of a run, each from one equity point to another: the yearly rate over one of so many a
    /// year, or the run's rates compounded over it.
    init(of run: Run, from starts: [Int], to ends: [Int], periodsPerYear: Double, conventions: Conventions) {
        switch run.riskFree {
        case .annual(let annual):
            self = .constant(
                Self.perPeriod(annual, periodsPerYear: periodsPerYear, conversion: conventions.riskFreeConversion))
        case .perPeriod(let rates, _):
            self = .column(
                zip(starts, ends).map { start, end in
                    if end == start + 1 { return rates[start] }
                    var growth = 1.0
                    for index in start..<end { growth *= 1 + rates[index] }
                    return growth - 1
                })
        }
    }
}
