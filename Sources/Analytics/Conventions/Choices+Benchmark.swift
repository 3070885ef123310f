/// Which returns the regression on the benchmark sees.
public enum RegressionReturns: Equatable, Sendable {
    /// r − f on b − f.
    case excess
    /// r on b.
    case plain
}

/// How alpha per period becomes alpha per year.
public enum AlphaAnnualisation: Equatable, Sendable {
    /// a·A.
    case arithmetic
    /// (1+a)^A − 1.
    case compounded
}

/// Whether the information ratio is per year or per period.
public enum InformationRatioScale: Equatable, Sendable {
    /// Times √A.
    case annualised
    /// As it is.
    case perPeriod
}

/// The numerator of Treynor.
public enum TreynorNumerator: Equatable, Sendable {
    /// mean(e)·A.
    case annualMeanExcess
    /// CAGR − rf.
    case annualGrowth
    /// Total return − rf.
    case totalReturn
    /// mean(r), per period.
    case periodMean
}

/// What capture compares.
public enum CaptureForm: Equatable, Sendable {
    /// Mean return over mean return.
    case means
    /// Annual return over annual return, both compounded over the selected periods alone.
    case annualReturns
}
