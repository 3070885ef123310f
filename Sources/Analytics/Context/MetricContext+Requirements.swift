import Series

extension MetricContext {
    /// The share of a year from which growth per year may be given.
    private static let wholeYear = 0.98

    /// Throws where the daily view has too few returns.
    func requireReturns(_ count: Int = 1) throws(Unavailable) {
        guard daily.count < count else { return }
        if daily.count == 0 { throw .noReturns }
        throw .fewerThan(count, isIntraday ? "days" : "returns")
    }

    /// Throws where a deviation per year would stretch a span under 90 days.
    func requireYear() throws(Unavailable) {
        try requireReturns()
        guard history.elapsedDays > 0 else { throw .noTime }
        guard conventions.shortSpans == .annualised || history.elapsedDays >= 90 else { throw .short }
    }

    /// Throws where growth per year would stretch less than a year.
    func requireWholeYear() throws(Unavailable) {
        try requireReturns()
        guard history.elapsedDays > 0 else { throw .noTime }
        guard conventions.shortSpans == .annualised || coversYear else { throw .underYear }
    }

    /// Whether the run covers 98 % of a year: of 365.25 days, or of its calendar's sessions where no more than a tenth of
    /// the days is missing.
    var coversYear: Bool {
        let years = history.elapsedDays / 365.25
        if years >= Self.wholeYear { return true }
        return years >= 0.9 && Double(daily.count) >= Self.wholeYear * daily.periodsPerYear
    }

    /// Throws where returns differ by no more than rounding.
    func requireVariation() throws(Unavailable) {
        guard !moments.isConstant else { throw .constant }
    }
}
