extension RollingStatistic {
    /// Deviation per year; 0 in a window that does not vary.
    public static let volatility = RollingStatistic(
        key: "volatility", metric: .annualVolatility, name: "volatility", unit: .fractionPerYear, places: 1,
        reference: nil
    ) { window in window.daily(window.spreads.volatility) }

    /// Return above the risk-free rate per unit of volatility, per year.
    public static let sharpe = RollingStatistic(
        key: "sharpe", metric: .sharpe, name: "Sharpe ratio", unit: .ratio, places: 2, reference: 0
    ) { window in window.daily(window.spreads.sharpe) }

    /// Return above the risk-free rate per unit of downside deviation, per year.
    public static let sortino = RollingStatistic(
        key: "sortino", metric: .sortino, name: "Sortino ratio", unit: .ratio, places: 2, reference: 0
    ) { window in window.daily(window.spreads.sortino) }
}
