import Analytics
import CommandLineArguments
import Containers
import Formatting

/// `--metric` and `--metrics-file`: the metrics that a user writes.
enum OwnMetricOptions {
    /// The options themselves.
    static func specifications(group: String) -> [OptionSpecification] {
        [
            OptionSpecification(
                "metric", value: "NAME=EXPRESSION", isRepeatable: true, group: group,
                help: "metric of your own, such as 'pain = cagr / abs(max_drawdown)'"),
            OptionSpecification(
                "metrics-file", value: "FILE", kind: .file, group: group, help: "TOML file of metrics of your own"),
        ]
    }

    /// Those of the file, then those of the command line.
    static func metrics(_ arguments: ParsedArguments) throws -> OwnMetrics {
        var metrics = try arguments.value("metrics-file").map(OwnMetricFile.read) ?? []
        for text in arguments.values("metric") {
            metrics.append(try OwnMetric(text: text, origin: "--metric '\(text)'"))
        }
        return try OwnMetrics(metrics)
    }

    /// The keys that an option lists: of the catalogue, or of one's own metrics.
    static func keys(_ arguments: ParsedArguments, _ option: Option<[String]?>, under conventions: Conventions) throws
        -> [MetricKey]?
    {
        try arguments[option]?.map { name in
            guard let key = MetricKey(name, under: conventions) else {
                throw unknown(name, of: option.specification.long, arguments, conventions)
            }
            return key
        }
    }

    /// The error about a key that is none.
    static func unknown(
        _ name: String, of place: String, _ arguments: ParsedArguments, _ conventions: Conventions
    ) -> UsageError {
        arguments.error(
            .unknownValue(
                of: place, value: name, nearest: MetricCatalog.nearest(to: name, under: conventions), allowed: []))
    }
}

/// A file of metrics: `key = "expression"`, or a table of that name with `expression`, `name`, `unit`, `places`,
/// `better`, `group` and `summary`.
enum OwnMetricFile {
    private static let members = ["expression", "name", "unit", "places", "better", "group", "summary"]

    static func read(_ path: String) throws -> [OwnMetric] {
        let bytes = try OptionFile.read(path, option: "--metrics-file", limit: OptionFile.largestText)
        let value: JSONValue
        do throws(TOMLReader.Failure) { value = try TOMLReader.parse(bytes) } catch {
            switch error {
            case .syntax(let mistake): throw ConfigError.syntax(path, mistake)
            case .nested: throw ConfigError.nested(path)
            }
        }
        guard case .object(let tables) = value else { return [] }
        return try tables.map { try metric($0.name, $0.value, "\(path): \($0.name)") }
    }

    private static func metric(_ key: String, _ value: JSONValue, _ origin: String) throws -> OwnMetric {
        switch value {
        case .string(let expression): return OwnMetric(key: key, expression: expression, origin: origin)
        case .object(let members):
            guard case .string(let expression)? = members.first(where: { $0.name == "expression" })?.value else {
                throw OwnMetricFileError(origin, "'expression' is missing; write expression = \"cagr / 2\"")
            }
            var metric = OwnMetric(key: key, expression: expression, origin: origin)
            for member in members { try read(member.name, member.value, into: &metric) }
            return metric
        default: throw OwnMetricFileError(origin, "it must be an expression in quotes, or a table with one")
        }
    }

    private static func read(_ name: String, _ value: JSONValue, into metric: inout OwnMetric) throws {
        switch (name, value) {
        case ("expression", _): return
        case ("name", .string(let text)) where !text.isEmpty: metric.name = text
        case ("summary", .string(let text)): metric.summary = text
        case ("places", .integer(let places)): metric.places = places
        case ("unit", .string(let word)):
            metric.unit = try choice(word, OwnMetric.units.map { ($0.word, $0.unit) }, name, metric)
        case ("better", .string(let word)):
            let directions: [MetricDeclaration.Direction] = [.higher, .lower, .neither]
            metric.better = try choice(word, directions.map { ($0.rawValue, $0) }, name, metric)
        case ("group", .string(let word)):
            let groups = MetricDeclaration.Group.allCases.filter { $0 != .score }
            metric.group = try choice(word, groups.map { ($0.rawValue, $0) }, name, metric)
        case _ where members.contains(name): throw unsuitable(name, metric)
        default:
            let remedy = NearestMatch.of(name, in: members).map { "did you mean '\($0)'?" }
            throw OwnMetricFileError(
                metric.origin,
                "'\(name)' is not known; " + (remedy ?? "there are " + members.joined(separator: ", ")))
        }
    }

    private static func unsuitable(_ name: String, _ metric: OwnMetric) -> OwnMetricFileError {
        OwnMetricFileError(
            metric.origin, "'\(name)' must be " + (name == "places" ? "a whole number" : "a text in quotes"))
    }

    private static func choice<Value>(
        _ word: String, _ values: [(word: String, value: Value)], _ name: String, _ metric: OwnMetric
    ) throws -> Value {
        if let value = values.first(where: { $0.word == word })?.value { return value }
        let words = values.map(\.word)
        let remedy = NearestMatch.of(word, in: words).map { "did you mean '\($0)'?" }
        throw OwnMetricFileError(
            metric.origin, "unknown \(name) '\(word)'; " + (remedy ?? "it is one of " + words.joined(separator: ", ")))
    }
}

/// Why a file of metrics cannot be used.
struct OwnMetricFileError: Error {
    /// Place, fact, remedy.
    let message: String

    init(_ origin: String, _ problem: String) { message = "\(origin): \(problem)" }
}
