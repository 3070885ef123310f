/// One number of the lower tail: how it is found, at which level, over how many days.
struct TailNumber: Sendable {
    /// How the tail is found.
    enum Method: String, CaseIterable, Sendable {
        /// From the returns as they were observed.
        case historical
        /// From a normal distribution.
        case gaussian
        /// From a normal distribution corrected for skewness and kurtosis.
        case cornishFisher = "cornish_fisher"
        /// From simulated returns.
        case monteCarlo = "monte_carlo"

        /// Before `VaR`, with a space behind it.
        var adjective: String {
            switch self {
            case .historical: ""
            case .gaussian: "Gaussian "
            case .cornishFisher: "Cornish–Fisher "
            case .monteCarlo: "Monte Carlo "
            }
        }
    }

    /// Levels and horizons that are given.
    static let levels = [95, 99]
    static let horizons = [1, 5]

    let method: Method
    /// Whether it is the mean beyond VaR.
    let isShortfall: Bool
    /// 95 or 99.
    let level: Int
    /// Observations of the daily view: 1 or 5.
    let days: Int

    /// c, the tail's share: 0.05 or 0.01.
    var share: Double { level == 95 ? 0.05 : 0.01 }
    /// `cvar_monte_carlo_95_5d`.
    var key: MetricKey {
        MetricKey("\(isShortfall ? "cvar" : "var")_\(method.rawValue)_\(level)\(days == 1 ? "" : "_\(days)d")")
    }
    /// `Monte Carlo CVaR 95 %`.
    var title: String { "\(method.adjective)\(isShortfall ? "CVaR" : "VaR") \(level) %" }

    /// The numbers beside those of one day that are historical or Gaussian, in the order of the catalogue.
    static let all: [TailNumber] = horizons.flatMap { days in
        Method.allCases.filter { days > 1 || ![.historical, .gaussian].contains($0) }.flatMap { method in
            [false, true].flatMap { isShortfall in
                levels.map { TailNumber(method: method, isShortfall: isShortfall, level: $0, days: days) }
            }
        }
    }
}
