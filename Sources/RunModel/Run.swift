import Series

/// A completed backtest as an engine wrote it, normalised: the input of every analysis.
///
/// Guaranteed by the readers: ``equity`` has at least two points, all positive and finite, strictly increasing in time;
/// ``returns`` belongs to the same moments; trades are sorted by exit, then entry. ``problems()`` says what of this does not hold.
public struct Run: Sendable {
    /// Who ran what, when, with which parameters.
    public var identity: RunIdentity
    /// Value of the account. The first point is the start value, before the first return: a run of n returns has n + 1
    /// equity points. Where a file holds only returns, this is the compounded initial capital (1 when none is given).
    public var equity: TimeSeries
    /// Whether equity is money as the engine wrote it, or was compounded from returns.
    public var equityIsDerived: Bool
    /// How exactly the engine wrote ``equity``; nil where it was compounded from returns or came as doubles.
    public var equityDigits: WrittenDigits?
    /// Whether the first equity point was added by the reader, one period before the first observed return.
    public var baselineIsAdded: Bool
    /// Periodic simple returns, one for each equity point but the first.
    public var returns: TimeSeries
    /// What a year of observations is.
    public var calendar: TradingCalendar
    /// ISO 4217 code or coin of the account.
    public var currency: Sourced<String>
    /// Account value at the start, in ``currency``.
    public var initialCapital: Sourced<Double>
    /// Name of the time zone of all timestamps, `UTC` or `America/New_York`; absent where timestamps carry no offset.
    public var timeZone: Sourced<String>
    /// What the run is compared with.
    public var benchmark: Benchmark?
    /// What an account without risk earns.
    public var riskFree: RiskFreeRate
    /// Closed round trips, and open ones flagged; nil where the run records none, empty where it never traded.
    public var trades: [Trade]?
    /// Executions in the order of time; nil where the run records none.
    public var fills: [Fill]?
    /// What was ordered, in the order of sending; nil where the run records no orders.
    public var orders: [Order]?
    /// Value per symbol over time.
    public var positions: PositionHistory?
    /// How much of the account was set aside for positions; nil where nobody says.
    public var margin: MarginUse?
    /// Returns of factors that may explain the run's; nil where nobody gives any.
    public var factors: FactorReturns?
    /// What the benchmark held by segment; nil where nobody says.
    public var segments: BenchmarkSegments?
    /// What is known of the symbols beside their prices, sorted by symbol; a symbol of which nothing is known is not here.
    public var instruments: [Instrument]
    /// What the run says of its costs.
    public var costs: CostModel
    /// How many variants were tried before this one was chosen; needed to deflate the Sharpe ratio.
    public var trials: Int?
    /// What the run says of the Sharpe ratios of those variants.
    public var trialRatios: TrialRatios?
    /// First date of the out-of-sample part.
    public var outOfSampleStart: CalendarDate?
    /// Named stretches of history, and how the run is divided into regimes, and what it was not to exceed: what a user asks
    /// beside the run itself.
    public var stressPeriods: [StressPeriod] = []
    /// How moments are divided into regimes; nil where nobody says.
    public var regimes: Regimes?
    /// What the run was not to exceed; nil where nobody says.
    public var limits: Limits?
    /// Bars of the symbols that were traded; nil where nobody gives any.
    public var prices: PriceHistory?
    /// What a user wants to know the loss of.
    public var scenarios: [Scenario] = []
    /// Which files the run was read from.
    public var provenance: Provenance
    /// Numbers that the engine itself computed of the run, to be held against ours; never used in their place.
    public var reported: [ReportedStatistic]
    /// What validation found, in order of place.
    public var findings: [Finding]
    /// How far trades, positions and the engine's own numbers explain the equity.
    public var reconciliation: Reconciliation

    /// A run of an account; every part that a run may lack has a default.
    ///
    /// ```swift
    /// let run = Run(
    ///     identity: identity, equity: equity, returns: returns, calendar: calendar, riskFree: .annual(0.02), trades: trades)
    /// assert(run.problems().isEmpty)
    /// ```
    public init(
        identity: RunIdentity, equity: TimeSeries, equityIsDerived: Bool = false, equityDigits: WrittenDigits? = nil,
        baselineIsAdded: Bool = false, returns: TimeSeries, calendar: TradingCalendar,
        currency: Sourced<String> = .absent, initialCapital: Sourced<Double> = .absent,
        timeZone: Sourced<String> = .absent,
        benchmark: Benchmark? = nil, riskFree: RiskFreeRate, trades: [Trade]? = nil, fills: [Fill]? = nil,
        positions: PositionHistory? = nil,
        instruments: [Instrument] = [], costs: CostModel = CostModel(), trials: Int? = nil,
        trialRatios: TrialRatios? = nil, outOfSampleStart: CalendarDate? = nil,
        provenance: Provenance = Provenance(format: "", recognisedBy: "", files: [], notes: []),
        reported: [ReportedStatistic] = [], findings: [Finding] = [], reconciliation: Reconciliation = Reconciliation()
    ) {
        self.identity = identity
        self.equity = equity
        self.equityIsDerived = equityIsDerived
        self.equityDigits = equityDigits
        self.baselineIsAdded = baselineIsAdded
        self.returns = returns
        self.calendar = calendar
        self.currency = currency
        self.initialCapital = initialCapital
        self.timeZone = timeZone
        self.benchmark = benchmark
        self.riskFree = riskFree
        self.trades = trades
        self.fills = fills
        self.positions = positions
        self.instruments = instruments
        self.costs = costs
        self.trials = trials
        self.trialRatios = trialRatios
        self.outOfSampleStart = outOfSampleStart
        self.provenance = provenance
        self.reported = reported
        self.findings = findings
        self.reconciliation = reconciliation
    }
}
