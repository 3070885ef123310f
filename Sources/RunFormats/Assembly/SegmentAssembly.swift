import RunModel
import Series

/// Makes the benchmark's segments of an option's file, else of the run's own.
struct SegmentAssembly {
    private let parts: RunParts
    private var log: ReadingLog { parts.log }

    init(_ parts: RunParts) { self.parts = parts }

    /// The segments, period by period; nil where nobody gives any. A segment that a period does not name has no weight.
    func value() throws(RunError) -> BenchmarkSegments? {
        var raw = parts.raw.segments
        if let path = parts.options.benchmarkWeights {
            raw = try SegmentsReader.read(parts.table(path, role: "benchmark weights"))
            try log.checkpoint()
        }
        guard let raw, !raw.rows.isEmpty else { return nil }
        let moments = raw.rows.map { parts.timeline.clock.timestamp($0.time) }
        let periods = Set(moments).sorted()
        var names = [String]()
        var places = [String: Int]()
        for row in raw.rows where places[row.name] == nil {
            places[row.name] = names.count
            names.append(row.name)
        }
        let ends = Dictionary(periods.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var segments = BenchmarkSegments(
            file: raw.file, names: names, timestamps: periods,
            weights: names.map { _ in [Double](repeating: 0, count: periods.count) },
            returns: names.map { _ in [Double](repeating: 0, count: periods.count) })
        for (row, moment) in zip(raw.rows, moments) {
            guard let segment = places[row.name], let period = ends[moment] else { continue }
            segments.weights[segment][period] = row.weight
            segments.returns[segment][period] = row.value
        }
        note(segments)
        return segments
    }

    private func note(_ segments: BenchmarkSegments) {
        log.note(
            "\(Phrase.count(segments.names.count, "segment")) of \(segments.file) in "
                + "\(Phrase.count(segments.timestamps.count, "period")): weights at the start, returns to the date.")
        let odd = segments.timestamps.indices.count { period in
            (segments.weights.reduce(0) { $0 + $1[period] } - 1).magnitude > 0.005
        }
        guard odd > 0 else { return }
        log.note(
            "Weights of \(Phrase.count(odd, "period")) of \(segments.file) do not sum to 1; the rest is taken for cash."
        )
    }
}
