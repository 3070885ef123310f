import RunModel
import Series

/// What a user may say about a run beside its files: CLI.md, "Options of everything that computes".
///
/// An option stands above what the run's own files declare.
public struct RunOptions: Sendable, Equatable {
    /// What the values of a bare file are, where its header does not say.
    public enum BareContent: String, Sendable, CaseIterable {
        /// Simple returns per period, as fractions.
        case returns
        /// Values of the account.
        case equity
    }

    /// A file of returns or levels to compare with, and the column in it.
    public struct BenchmarkFile: Sendable, Equatable {
        /// Path of the file.
        public var path: String
        /// Name of the column; nil where the header decides.
        public var column: String?

        /// A benchmark file.
        public init(path: String, column: String? = nil) {
            self.path = path
            self.column = column
        }
    }

    /// What an account without risk earns.
    public enum RiskFree: Sendable, Equatable {
        /// A fraction per year.
        case annual(Double)
        /// A file of rates or returns.
        case file(String)
    }

    /// `--benchmark FILE[:COLUMN]`.
    public var benchmark: BenchmarkFile?
    /// `--rf NUMBER or FILE`; nil leaves the run's own, else 2 % a year.
    public var riskFree: RiskFree?
    /// `--factors FILE`: returns of factors, one column each, in place of the run's own.
    public var factors: String?
    /// `--benchmark-weights FILE`: weights and returns of the benchmark's segments, in place of the run's own.
    public var benchmarkWeights: String?
    /// `--calendar NAME`, see ``CalendarCatalog``.
    public var calendar: String?
    /// `--periods-per-year N`.
    public var periodsPerYear: Double?
    /// `--returns` or `--equity`.
    public var content: BareContent?
    /// `--initial-capital X`.
    public var initialCapital: Double?
    /// `--currency CCY`.
    public var currency: String?
    /// `--time-zone ZONE`.
    public var timeZone: String?
    /// `--from DATE`: the first date of the analysed part.
    public var from: CalendarDate?
    /// `--to DATE`: its last date.
    public var to: CalendarDate?
    /// `--date-format FORMAT`: how all tables of the run write dates, in the directives of `strptime`.
    public var dateFormat: String?
    /// `--events FILE`: named stretches of history before those that ship.
    public var events: String?
    /// `--regimes FILE`: regime labels in place of the run's own; `volatility` for thirds of the run's own volatility.
    public var regimes: String?
    /// `--limits FILE`: what the run was not to exceed.
    public var limits: String?
    /// Limits that the caller has read already, of a job file; they come before ``limits``.
    public var statedLimits: Limits?
    /// `--scenarios FILE`: shocks to look at the loss of.
    public var scenarios: String?
    /// `--round-trips METHOD`: how fills become round trips where the run lists none; nil is first in, first out.
    public var roundTrips: RoundTripMethod?
    /// `--library DIR`: where benchmarks, rates and factors are found by name.
    public var library: SeriesLibrary?
    /// `--map`: which files and columns are which parts and fields of the run; nil leaves it to their own names.
    public var mapping: ColumnMapping?
    /// Today, for finding timestamps in the future; nil leaves that check out, because nothing here reads a clock.
    public var today: CalendarDate?
    /// `--threshold NAME=NUMBER`: from where on validation calls something unusual, in place of what the run says.
    public var thresholds = ValidationThresholds()
    /// The largest file that is read, and the most that a compressed one may expand to, in bytes.
    public var maximumFileSize: Int
    /// The contents of pipes and of standard input (`-`) that were read already, by path: they can be read only once, and
    /// several runs may need them.
    public var streams: [String: [UInt8]] = [:]

    /// Options; without arguments nothing is said about the run.
    public init(
        benchmark: BenchmarkFile? = nil, riskFree: RiskFree? = nil, calendar: String? = nil,
        periodsPerYear: Double? = nil, content: BareContent? = nil, initialCapital: Double? = nil,
        currency: String? = nil, timeZone: String? = nil, from: CalendarDate? = nil, to: CalendarDate? = nil,
        dateFormat: String? = nil, roundTrips: RoundTripMethod? = nil,
        today: CalendarDate? = nil, spikeThreshold: Double? = nil, maximumFileSize: Int = 512 << 20
    ) {
        self.benchmark = benchmark
        self.riskFree = riskFree
        self.calendar = calendar
        self.periodsPerYear = periodsPerYear
        self.content = content
        self.initialCapital = initialCapital
        self.currency = currency
        self.timeZone = timeZone
        self.from = from
        self.to = to
        self.dateFormat = dateFormat
        self.roundTrips = roundTrips
        self.today = today
        thresholds.returnSpike = spikeThreshold
        self.maximumFileSize = maximumFileSize
    }

    /// Whether a text is a format of dates, for checks of command lines.
    public static func isDateFormat(_ text: String) -> Bool { DateFormat(text) != nil }
}
