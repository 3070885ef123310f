import Containers

/// The points of one series of a chart: values at moments in UTC, increasing.
///
/// A point is `{"x": …, "y": …}` (until February 2024), `[x, y]`, or a candle `[x, open, high, low, close]` (equity, since
/// August 2023), of which the close counts. What the series says of its type does not tell which.
struct LeanSeries {
    /// Seconds since 1970, UTC.
    private(set) var seconds = [Int64]()
    private(set) var values = [Double]()

    var isEmpty: Bool { seconds.isEmpty }

    /// Points without a time or a value are left out; of two at one moment the later one counts.
    init(_ points: JSONValue?) {
        guard case .array(let points)? = points else { return }
        seconds.reserveCapacity(points.count)
        values.reserveCapacity(points.count)
        for point in points { add(point) }
        putInOrder()
    }

    private mutating func add(_ point: JSONValue) {
        switch point {
        case .array(let parts) where parts.count >= 5: add(parts[0], parts[4])
        case .array(let parts) where parts.count >= 2: add(parts[0], parts[1])
        case .object:
            let members = LeanObject(point)
            add(members?["x"] ?? members?["time"], members?["y"] ?? members?["close"])
        default: break
        }
    }

    private mutating func add(_ time: JSONValue?, _ value: JSONValue?) {
        guard let time = time?.leanNumber, let value = value?.leanNumber,
            let moment = LeanTime.timestamp(seconds: time)
        else { return }
        let second = moment.wall / 1000
        if seconds.last == second {
            values[values.count - 1] = value
        } else {
            seconds.append(second)
            values.append(value)
        }
    }

    private mutating func putInOrder() {
        guard seconds.indices.dropFirst().contains(where: { seconds[$0] <= seconds[$0 - 1] }) else { return }
        // Swift's sort is stable, so the later of two points at one moment comes last.
        let order = seconds.indices.sorted { seconds[$0] < seconds[$1] }
        let (oldSeconds, oldValues) = (seconds, values)
        (seconds, values) = ([], [])
        for index in order {
            if seconds.last == oldSeconds[index] {
                values[values.count - 1] = oldValues[index]
            } else {
                seconds.append(oldSeconds[index])
                values.append(oldValues[index])
            }
        }
    }

    /// The last value behind the moment before each of some increasing moments and at or before itself; NaN where there is
    /// none.
    func values(at moments: [Int64]) -> [Double] {
        var next = 0
        return moments.map { moment in
            var value = Double.nan
            while next < seconds.count, seconds[next] <= moment {
                value = values[next]
                next += 1
            }
            return value
        }
    }
}

/// The charts of a result, by the names that LEAN gives them.
struct LeanCharts {
    private let charts: JSONValue?

    init(_ document: LeanObject) { charts = document["charts"] }

    /// Whether there is any chart.
    var areThere: Bool {
        guard case .object(let members)? = charts else { return false }
        return !members.isEmpty
    }

    /// A series with at least one point.
    func series(_ chart: String, _ name: String) -> LeanSeries? {
        let series = LeanSeries(LeanObject(series(of: chart)?[name])?["values"])
        return series.isEmpty ? nil : series
    }

    /// How the account's points are written; nil where there is none.
    var pointStyle: String? {
        guard case .array(let points)? = LeanObject(series(of: "Strategy Equity")?["Equity"])?["values"] else {
            return nil
        }
        return switch points.first {
        case .object: "{x, y}"
        case .array(let parts) where parts.count >= 5: "[x, open, high, low, close]"
        case .array: "[x, y]"
        default: nil
        }
    }

    /// The names of a chart's series, in the order of the file.
    func names(of chart: String) -> [String] {
        guard case .object(let members)? = series(of: chart) else { return [] }
        return members.map(\.name)
    }

    private func series(of chart: String) -> JSONValue? { LeanObject(charts?[chart])?["series"] }
}
