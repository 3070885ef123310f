import Analytics
import RunModel

/// What a summary of many runs says of one: who it is, its span, some metrics, and the shape of its growth.
public struct RunOverview: Equatable, Sendable {
    /// A metric's number, its word, or why there is neither.
    public enum Value: Equatable, Sendable {
        /// In the metric's unit.
        case number(Double)
        /// A rating.
        case word(String)
        /// n/a, with the reason.
        case absent(String)
    }

    /// A metric by its key.
    public struct Entry: Equatable, Sendable {
        /// Its key.
        public var key: String
        /// Its value.
        public var value: Value
    }

    /// The run's id.
    public var run = ""
    /// The strategy's name; nil where the run does not say.
    public var strategy: String?
    /// The strategy's version; nil where the run does not say.
    public var version: String?
    /// What made the run.
    public var engine: String
    /// The first moment, as reports write it.
    public var start: String
    /// The last moment.
    public var end: String
    /// How many returns there are.
    public var observations: Int
    /// Findings of severity warning.
    public var warnings: Int
    /// The metrics that were asked for, in their order.
    public var metrics: [Entry]
    /// Growth of 1 at evenly spaced observations, the first and the last among them.
    public var growth: [Double]
    /// One digest of the contents of all files that were read.
    public var inputsDigest: String

    /// Points of ``growth``, at most: more than a line of a table shows.
    static let growthPoints = 32

    /// The number of a metric; nil where it has none, or was not asked for.
    public func number(_ key: String) -> Double? {
        if case .number(let number) = self[key] { number } else { nil }
    }

    /// The value of a metric; nil where it was not asked for.
    public subscript(key: String) -> Value? { metrics.first { $0.key == key }?.value }
}

extension RunOverview {
    /// The overview of an analysis with these metrics.
    init(_ analysis: Analysis, _ keys: [MetricKey]) {
        let run = analysis.run
        self.run = run.identity.id
        strategy = run.identity.strategy.value
        version = run.identity.version.value
        engine = run.identity.engine
        start = run.equity.timestamps.first?.description ?? ""
        end = run.returns.timestamps.last?.description ?? ""
        observations = run.returns.count
        warnings = run.findings.count { $0.severity == .warning }
        metrics = keys.compactMap { key in
            analysis.metrics[key].map { Entry(key: key.rawValue, value: Value($0.value)) }
        }
        growth = Self.thinned(analysis.growth.strategy.values)
        inputsDigest = run.provenance.digest
    }

    /// Values at evenly spaced places, the first and the last among them.
    static func thinned(_ values: [Double]) -> [Double] {
        guard values.count > growthPoints else { return values }
        let last = values.count - 1
        return (0..<growthPoints).map { values[$0 * last / (growthPoints - 1)] }
    }
}

extension RunOverview.Value {
    init(_ value: MetricValue) {
        switch value {
        case .number(let number): self = .number(number)
        case .word(let word): self = .word(word)
        case .absent(let cause): self = .absent(cause.reason)
        }
    }
}

/// As bytes, from a worker to its parent and into the state of a batch.
extension RunOverview {
    func write(to writer: inout WireWriter) {
        writer.write(run)
        writer.write(strategy)
        writer.write(version)
        for text in [engine, start, end, inputsDigest] { writer.write(text) }
        for number in [observations, warnings] { writer.write(UInt64(max(0, number))) }
        writer.write(metrics) { writer, entry in
            writer.write(entry.key)
            entry.value.write(to: &writer)
        }
        writer.write(growth) { $0.write($1.bitPattern) }
    }

    init(from reader: inout WireReader) {
        run = reader.text()
        strategy = reader.optionalText()
        version = reader.optionalText()
        (engine, start, end, inputsDigest) = (reader.text(), reader.text(), reader.text(), reader.text())
        (observations, warnings) = (reader.count(), reader.count())
        metrics = reader.list { Entry(key: $0.text(), value: Value(from: &$0)) }
        growth = reader.list { Double(bitPattern: $0.number()) }
    }
}

extension RunOverview.Value {
    fileprivate func write(to writer: inout WireWriter) {
        switch self {
        case .number(let number):
            writer.write(0)
            writer.write(number.bitPattern)
        case .word(let word):
            writer.write(1)
            writer.write(word)
        case .absent(let reason):
            writer.write(2)
            writer.write(reason)
        }
    }

    fileprivate init(from reader: inout WireReader) {
        switch reader.number() {
        case 0: self = .number(Double(bitPattern: reader.number()))
        case 1: self = .word(reader.text())
        default: self = .absent(reader.text())
        }
    }
}
