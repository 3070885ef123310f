import Glibc
import RunModel
import Series

/// The risk-free return of every period: f in the formulas.
enum PeriodicRate: Equatable, Sendable {
    /// The same in every period.
    case constant(Double)
    /// One for each period.
    case column([Double])

    /// The rate of a run per period, under a convention; a column has one rate for each period, as readers guarantee.
    init(_ rate: RiskFreeRate, periods: Int, periodsPerYear: Double, conversion: RiskFreeConversion) {
        switch rate {
        case .annual(let annual):
            self = .constant(Self.perPeriod(annual, periodsPerYear: periodsPerYear, conversion: conversion))
        case .perPeriod(let values, _):
            precondition(values.count == periods, "a risk-free series has one return per period")
            self = .column(values)
        }
    }

    /// f from a rate per year.
    static func perPeriod(_ annual: Double, periodsPerYear: Double, conversion: RiskFreeConversion) -> Double {
        switch conversion {
        case .geometric: expm1(log1p(annual) / periodsPerYear)
        case .arithmetic: annual / periodsPerYear
        }
    }

    /// f of one period.
    subscript(index: Int) -> Double {
        switch self {
        case .constant(let rate): rate
        case .column(let rates): rates[index]
        }
    }

    /// The arithmetic mean of the rates, per period; 0 for none.
    var mean: Double {
        switch self {
        case .constant(let rate): rate
        case .column(let rates): rates.isEmpty ? 0 : StableSum.of(rates) / Double(rates.count)
        }
    }

    /// The rates of some periods.
    func selecting(_ indices: [Int]) -> PeriodicRate {
        switch self {
        case .constant: self
        case .column(let rates): .column(indices.map { rates[$0] })
        }
    }

    /// r − f for a column of returns.
    func excess(of returns: [Double]) -> [Double] {
        switch self {
        case .constant(let rate): rate == 0 ? returns : returns.map { $0 - rate }
        case .column(let rates): returns.indices.map { returns[$0] - rates[$0] }
        }
    }
}

extension PeriodicRate {
    /// A rate per period compounded over a number of periods, not necessarily whole.
    static func spanning(_ rate: Double, periods: Double) -> Double { expm1(log1p(rate) * periods) }

    /// The rate per year that the rates amount to: (1+f)^A − 1, with the geometric mean of a column.
    func annual(periodsPerYear: Double) -> Double {
        switch self {
        case .constant(let rate): return Self.spanning(rate, periods: periodsPerYear)
        case .column(let rates):
            guard !rates.isEmpty else { return 0 }
            var sum = StableSum()
            for rate in rates { sum.add(log1p(rate)) }
            return expm1(sum.value / Double(rates.count) * periodsPerYear)
        }
    }
}
