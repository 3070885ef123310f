/// Which returns the regression on the benchmark sees.
public enum RegressionReturns: String, Choice {
    /// Alpha is then what no loan could have earned.
    case excess = "e = a + beta·(b − f)"
    /// A loan counts as skill.
    case plain = "r = a + beta·b"

    /// In words: `excess returns`.
    var words: String { self == .excess ? "excess returns" : "plain returns" }
}

/// Alpha per year.
public enum AlphaForm: String, Choice {
    /// The intercept, arithmetic.
    case arithmetic = "a·A"
    /// The intercept, compounded.
    case compounded = "(1+a)^A − 1"
    /// The model of asset prices applied to mean returns compounded to a year.
    case compoundedMeans = "(1+mean(r))^A − 1 − rf − beta·((1+mean(b))^A − 1 − rf)"
}

/// The information ratio.
public enum InformationRatioForm: String, Choice {
    /// Per year.
    case annualised = "mean(r−b)/s(r−b)·√A"
    /// As it is.
    case perPeriod = "mean(r−b)/s(r−b)"
    /// Difference of growths per year, over the tracking error.
    case geometric = "(∏(1+r)^(A/n) − ∏(1+b)^(A/n))/(s(r−b)·√A)"
    /// Difference of mean returns compounded to a year, over the tracking error.
    case compoundedMeans = "((1+mean(r))^A − (1+mean(b))^A)/(s(r−b)·√A)"
}

/// The numerator of Treynor.
public enum TreynorNumerator: String, Choice {
    /// Arithmetic, as the numerator of Sharpe.
    case annualMeanExcess = "mean(e)·A"
    /// Growth per year.
    case annualGrowth = "CAGR − rf"
    /// Growth of the excess per year.
    case geometricExcess = "∏(1+e)^(A/n) − 1"
    /// The mean return compounded to a year.
    case compoundedMean = "(1+mean(r))^A − 1 − rf"
    /// Of the whole span, whatever its length.
    case totalReturn = "∏(1+r) − 1 − rf"
    /// Per period, without a rate.
    case periodMean = "mean(r)"
}

/// What up and down capture compare.
public enum CaptureForm: String, Choice {
    /// The mean of the periods of one side.
    case means = "mean(r)/mean(b)"
    /// Their growth, stretched to a year.
    case annualReturns = "(∏(1+r)^(A/n) − 1)/(∏(1+b)^(A/n) − 1)"
    /// Their growth; a benchmark that stands still is down.
    case totalReturns = "(∏(1+r) − 1)/(∏(1+b) − 1), b = 0 is down"
}

/// M², and the risk that the appraisal ratio divides by.
public enum MSquaredForm: String, Choice {
    /// Arithmetic means, sample deviations.
    case arithmetic = "mean(e)·A·s(c)/s(e) + rf"
    /// Growth per year, population deviations.
    case geometric = "(∏(1+r)^(A/n) − 1 − rf)·s(c)/s(e) + rf"
}
