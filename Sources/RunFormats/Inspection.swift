import Formatting
import RunModel
import Series

/// What `tearsheet inspect` tells of a run: every field with where it came from.
public struct Inspection: Sendable, Equatable {
    /// One field.
    public struct Field: Sendable, Equatable {
        /// `initial_capital`.
        public var name: String
        /// The value as text; nil where it is absent.
        public var value: String?
        /// `given`, `default`, `absent`, or `derived: first equity point`.
        public var origin: String
    }

    /// Fields in reading order.
    public private(set) var fields = [Field]()
    /// What the run was read from.
    public let provenance: Provenance
    /// What validation found.
    public let findings: [Finding]
    private let declared: Declared

    /// Which fields somebody gave: the others are defaults.
    struct Declared: Equatable, Sendable {
        var id = false
        var engine = false
        var riskFree = false
    }

    /// Looks at a run.
    init(_ run: Run, declared: Declared) {
        self.declared = declared
        provenance = run.provenance
        findings = run.findings
        addIdentity(run)
        addSeries(run)
        addParts(run)
    }

    // MARK: Fields

    private mutating func add(_ name: String, _ value: Sourced<String>) {
        switch value {
        case .given(let text): fields.append(Field(name: name, value: text, origin: "given"))
        case .derived(let text, let how): fields.append(Field(name: name, value: text, origin: "derived: \(how)"))
        case .absent: fields.append(Field(name: name, value: nil, origin: "absent"))
        }
    }

    /// A value that is a default unless somebody gave it.
    private mutating func add(_ name: String, _ value: String, isGiven: Bool) {
        fields.append(Field(name: name, value: value, origin: isGiven ? "given" : "default"))
    }

    private mutating func addIdentity(_ run: Run) {
        add("id", run.identity.id, isGiven: declared.id)
        add("strategy", run.identity.strategy)
        add("version", run.identity.version)
        add("engine", run.identity.engine, isGiven: declared.engine)
        add("created", run.identity.created)
        for parameter in run.identity.parameters { add("parameters." + parameter.name, .given(parameter.value)) }
        add("currency", run.currency)
        add("initial_capital", Self.text(run.initialCapital))
        add("time_zone", run.timeZone)
    }

    private mutating func addSeries(_ run: Run) {
        let equity = "\(Phrase.count(run.equity.count, "point")), \(Self.span(run.equity))"
        let returns = "\(Phrase.count(run.returns.count, "return")), \(Self.span(run.returns))"
        add("equity", run.equityIsDerived ? .derived(equity, "compounded from returns") : .given(equity))
        add("returns", run.equityIsDerived ? .given(returns) : .derived(returns, "changes of equity"))
        let start = "\(run.equity.timestamps[0])"
        add("start_value", run.baselineIsAdded ? .derived(start, "one period before the first value") : .given(start))
        let calendar = run.calendar
        let periods = "\(calendar.name), \(Phrase.number(calendar.periodsPerYear)) periods a year"
        add("calendar", calendar.isInferred ? .derived(periods, calendar.reason) : .given(periods))
    }

    private mutating func addParts(_ run: Run) {
        add("benchmark", run.benchmark.map { .given(Self.text($0)) } ?? .absent)
        switch run.riskFree {
        case .annual(let rate): add("risk_free", "\(Phrase.number(rate)) a year", isGiven: declared.riskFree)
        case .perPeriod(let rates, let name):
            add("risk_free", .given("\(Phrase.count(rates.count, "rate")) of \(name)"))
        }
        add("trades", run.trades.map { .given(Self.text($0)) } ?? .absent)
        add("fills", run.fills.map { .given(Phrase.count($0.count, "fill")) } ?? .absent)
        add(
            "positions",
            run.positions.map { .given("\(Phrase.count($0.timestamps.count, "row")) of \($0.symbols.count) symbols") }
                ?? .absent)
        add("prices", run.prices.map { .given(Self.text($0)) } ?? .absent)
        for instrument in run.instruments { add("instruments." + instrument.symbol, Self.text(instrument)) }
        add("commission", run.costs.commission.map { .given($0) } ?? .absent)
        add("slippage", run.costs.slippage.map { .given($0) } ?? .absent)
        add("trials", run.trials.map { .given(String($0)) } ?? .absent)
        add("out_of_sample_start", run.outOfSampleStart.map { .given($0.iso) } ?? .absent)
    }

    private static func text(_ value: Sourced<Double>) -> Sourced<String> {
        switch value {
        case .given(let number): .given(Phrase.number(number))
        case .derived(let number, let how): .derived(Phrase.number(number), how)
        case .absent: .absent
        }
    }

    /// The sector that the run says, else the multiplier that its trades share.
    private static func text(_ instrument: Instrument) -> Sourced<String> {
        let multiplier = instrument.multiplier == 1 ? nil : "multiplier " + Phrase.number(instrument.multiplier)
        guard instrument.sector != nil || instrument.assetClass != nil else {
            return .derived(multiplier ?? "", "trades")
        }
        let parts = [instrument.assetClass, instrument.sector, multiplier]
        return .given(parts.compactMap(\.self).joined(separator: ", "))
    }

    private static func text(_ prices: PriceHistory) -> String {
        let count = prices.symbols.reduce(0) { $0 + $1.close.count }
        return "\(Phrase.count(count, "bar")) of \(Phrase.count(prices.symbols.count, "symbol"))"
            + (prices.hasRanges ? "" : ", closes alone")
    }

    private static func text(_ benchmark: Benchmark) -> String {
        "\(benchmark.name), \(benchmark.matched) matched, \(benchmark.unmatchedInRun) only in the run, "
            + "\(benchmark.unmatchedInBenchmark) only in the benchmark"
    }

    private static func text(_ trades: [Trade]) -> String {
        let open = trades.count { $0.isOpen }
        return Phrase.count(trades.count, "round trip") + (open > 0 ? ", \(open) of them open" : "")
    }

    private static func span(_ series: TimeSeries) -> String {
        "\(series.timestamps[0]) to \(series.timestamps[series.count - 1])"
    }
}

// MARK: Output

extension Inspection {
    /// For a terminal: format, files, fields in columns, notes and findings.
    public var lines: [String] {
        var lines = ["format     \(provenance.format)", "because    \(provenance.recognisedBy)"]
        for file in provenance.files {
            lines.append("file       \(file.name) (\(file.role), \(file.size) bytes, sha256 \(file.sha256.prefix(12)))")
        }
        let width = (fields.map { $0.name.count }.max() ?? 0) + 2
        lines.append("")
        for field in fields {
            let name = field.name + String(repeating: " ", count: width - field.name.count)
            lines.append(name + (field.value.map { $0 + "  (\(field.origin))" } ?? field.origin))
        }
        if !provenance.notes.isEmpty { lines += [""] + provenance.notes }
        if !findings.isEmpty { lines += [""] + findings.map { "\($0.severity.rawValue): \($0.message)" } }
        return lines
    }
}
