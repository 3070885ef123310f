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
        options.benchmark = arguments[Options.benchmark]
        options.events = arguments.value("events")
        options.regimes = arguments.hasOption("regimes") ? arguments[Options.regimes] : nil
        options.limits = arguments.value("limits")
        options.scenarios = arguments.value("scenarios")
        for given in arguments[Options.thresholds] { _ = options.thresholds.set(given.name, given.value) }
        options.factors = arguments.value("factors")
        options.benchmarkWeights = arguments.value("benchmark-weights")
        options.riskFree = arguments[Options.riskFree]
        options.calendar = arguments.value("calendar")
        options.periodsPerYear = arguments[Options.periodsPerYear]
        options.content = arguments.flag("returns") ? .returns : arguments.flag("equity") ? .equity : nil
        options.initialCapital = arguments[Options.initialCapital]
        options.currency = arguments.value("currency")
        options.timeZone = arguments.value("time-zone")
        options.dateFormat = arguments[Options.dateFormat]
        options.library = try library(arguments)
        options.mapping = try mapping(arguments)
        options.roundTrips = arguments[Options.roundTrips]
        options.today = ProcessEnvironment.latestDate.map { CalendarDate(day: $0) }
        options.from = arguments[Options.from]
        options.to = arguments[Options.to]
        try readStreams(&options)
        return options
    }

    private static func library(_ arguments: ParsedArguments) throws -> SeriesLibrary? {
        guard let folder = arguments.value("library") else { return nil }
        guard FileSystem.kind(of: folder) == .directory else {
            throw arguments.error(.unsuitableValue(of: "--library", value: folder, expected: "a folder"))
        }
        return SeriesLibrary(folder: folder)
    }

    /// The mapping in a file, or of single fields.
    private static func mapping(_ arguments: ParsedArguments) throws -> ColumnMapping? {
        let texts = arguments[Options.mapping]
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
