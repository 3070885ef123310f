import Analytics
import CommandLineArguments
import Formatting
import RunFormats
import RunModel
import Series
import SystemFiles

/// The options of everything that computes, checked and typed.
struct ComputingOptions {
    /// How to read the run.
    let run: RunOptions
    /// How to compute.
    let conventions: Conventions

    init(_ arguments: ParsedArguments) throws {
        try arguments.excludeEachOther("returns", "equity")
        try arguments.excludeEachOther("calendar", "periods-per-year")
        run = try Self.runOptions(arguments)
        conventions = try Self.conventions(arguments)
    }

    private static func runOptions(_ arguments: ParsedArguments) throws -> RunOptions {
        var options = RunOptions()
        options.benchmark = arguments.value("benchmark").map(benchmark)
        options.events = arguments.value("events")
        options.regimes = arguments.hasOption("regimes") ? arguments.value("regimes") : nil
        options.limits = arguments.value("limits")
        options.scenarios = arguments.value("scenarios")
        options.thresholds = try thresholds(arguments)
        options.factors = arguments.value("factors")
        options.benchmarkWeights = arguments.value("benchmark-weights")
        options.riskFree = try riskFree(arguments)
        options.calendar = arguments.value("calendar")
        options.periodsPerYear = try arguments.number("periods-per-year", in: 0.1...100_000_000)
        options.content = arguments.flag("returns") ? .returns : arguments.flag("equity") ? .equity : nil
        options.initialCapital = try arguments.number("initial-capital", in: 1e-9...1e18)
        options.currency = arguments.value("currency")
        options.timeZone = arguments.value("time-zone")
        options.dateFormat = try dateFormat(arguments)
        options.library = try library(arguments)
        options.mapping = try mapping(arguments)
        options.roundTrips = arguments.value("round-trips").flatMap { RoundTripMethod(rawValue: $0) }
        options.today = ProcessEnvironment.latestDate.map { CalendarDate(day: $0) }
        options.from = try date(arguments, "from")
        options.to = try date(arguments, "to")
        try readStreams(&options)
        return options
    }

    private static func thresholds(_ arguments: ParsedArguments) throws -> ValidationThresholds {
        var thresholds = ValidationThresholds()
        for (name, text) in try arguments.pairs("threshold") {
            guard let value = Double(text), value.isFinite, value > 0 else {
                throw arguments.error(
                    .unsuitableValue(of: "--threshold", value: "\(name)=\(text)", expected: "a name=number above 0"))
            }
            guard thresholds.set(name, value) else {
                throw arguments.error(
                    .unknownValue(
                        of: "--threshold", value: name, nearest: NearestMatch.of(name, in: ValidationThresholds.names),
                        allowed: ValidationThresholds.names))
            }
        }
        return thresholds
    }

    private static func library(_ arguments: ParsedArguments) throws -> SeriesLibrary? {
        try arguments.value("library", as: "a folder") { folder in
            FileSystem.kind(of: folder) == .directory ? SeriesLibrary(folder: folder) : nil
        }
    }

    /// The mapping in a file, or of single fields.
    private static func mapping(_ arguments: ParsedArguments) throws -> ColumnMapping? {
        let texts = arguments.values("map")
        guard let first = texts.first else { return nil }
        let isFile = texts.count == 1 && (!first.contains("=") || FileSystem.kind(of: first) != nil)
        guard isFile else { return try ColumnMapping.of(texts) }
        let bytes = try OptionFile.read(first, option: "--map", limit: OptionFile.largestText)
        return try ColumnMapping.read(bytes, file: first)
    }

    /// A pipe gives its bytes once, and every run needs them.
    private static func readStreams(_ options: inout RunOptions) throws {
        var paths = [
            options.benchmark?.path, options.events, options.regimes, options.limits, options.factors,
            options.benchmarkWeights, options.scenarios,
        ]
        if case .file(let path) = options.riskFree { paths.append(path) }
        for case let path? in paths where path == "-" || FileSystem.kind(of: path) == .other {
            guard options.streams[path] == nil else { continue }
            options.streams[path] = try FileSystem.readFile(path, limit: options.maximumFileSize + 1)
        }
    }

    /// `FILE:COLUMN`, unless what stands behind the last colon has a slash and so belongs to a path.
    static func benchmark(_ text: String) -> RunOptions.BenchmarkFile {
        guard let colon = text.lastIndex(of: ":"), colon != text.startIndex else {
            return RunOptions.BenchmarkFile(path: text, column: nil)
        }
        let column = String(text[text.index(after: colon)...])
        guard !column.isEmpty, !column.contains("/") else { return RunOptions.BenchmarkFile(path: text, column: nil) }
        return RunOptions.BenchmarkFile(path: String(text[..<colon]), column: column)
    }

    private static func riskFree(_ arguments: ParsedArguments) throws -> RunOptions.RiskFree? {
        guard let text = arguments.value("rf") else { return nil }
        guard let rate = RateSize.fraction(text) else { return .file(text) }
        func expected(_ words: String) -> UsageError {
            arguments.error(.unsuitableValue(of: "--rf", value: text, expected: words))
        }
        guard rate.value > -1, rate.value <= 10 else {
            throw expected("a yearly rate above -100 %, such as 0.02 or 2%")
        }
        guard rate.isPercent || rate.value < RateSize.implausible else {
            let percent = FixedDecimal.digits(of: rate.value * 100, places: 0)
            throw expected("a yearly fraction: \(text) is \(percent) % a year; write \(rate.value / 100) or \(text)%")
        }
        return .annual(rate.value)
    }

    private static func dateFormat(_ arguments: ParsedArguments) throws -> String? {
        try arguments.value("date-format", as: "a format of dates such as %d.%m.%Y %H:%M") { text in
            RunOptions.isDateFormat(text) ? text : nil
        }
    }

    private static func date(_ arguments: ParsedArguments, _ name: String) throws -> CalendarDate? {
        guard let text = arguments.value(name) else { return nil }
        guard let date = CalendarDate(iso: text) else {
            throw arguments.error(
                .unsuitableValue(of: "--\(name)", value: text, expected: "a date such as 2015-01-02"))
        }
        return date
    }

    /// The profile that `--profile` names, with the user's own metrics; the specification lets no unknown name through.
    static func profile(_ arguments: ParsedArguments) throws -> Conventions {
        var conventions = arguments.value("profile").flatMap { Conventions.named($0) } ?? .standard
        conventions.ownMetrics = try OwnMetricOptions.metrics(arguments)
        return conventions
    }

    private static func conventions(_ arguments: ParsedArguments) throws -> Conventions {
        var conventions = try Self.profile(arguments)
        if arguments.flag("annualise-short") { conventions.shortSpans = .annualised }
        return conventions
    }
}
