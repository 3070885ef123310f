/// Sorting with Python's order of values: stable, and throwing where values have no order.
enum Ordering {
    /// The values sorted by keys; equal ones keep their order, also when reversed. A renderer counts the work.
    static func sorted(
        _ values: [TemplateValue], isReversed: Bool, _ renderer: Renderer? = nil,
        by key: (TemplateValue) throws(Fault) -> [TemplateValue]
    ) throws(Fault) -> [TemplateValue] {
        var rows = [(key: [TemplateValue], value: TemplateValue)]()
        for value in values { rows.append((try key(value), value)) }
        if isReversed { rows.reverse() }
        let sorted = try merge(rows[...], renderer)
        return isReversed ? sorted.reversed().map(\.value) : sorted.map(\.value)
    }

    private typealias Row = (key: [TemplateValue], value: TemplateValue)

    private static func merge(_ rows: ArraySlice<Row>, _ renderer: Renderer?) throws(Fault) -> [Row] {
        guard rows.count > 1 else { return Array(rows) }
        let middle = rows.startIndex + rows.count / 2
        let left = try merge(rows[..<middle], renderer)
        let right = try merge(rows[middle...], renderer)
        try renderer?.spend(elements: rows.count)
        var result = [Row]()
        result.reserveCapacity(rows.count)
        var (first, second) = (0, 0)
        while first < left.count, second < right.count {
            if try precedes(right[second].key, left[first].key, renderer) {
                result.append(right[second])
                second += 1
            } else {
                result.append(left[first])
                first += 1
            }
        }
        return result + left[first...] + right[second...]
    }

    /// Whether the first key comes strictly before the second.
    private static func precedes(
        _ left: [TemplateValue], _ right: [TemplateValue], _ renderer: Renderer?
    ) throws(Fault) -> Bool {
        var comparison = ValueComparison()
        for (left, right) in zip(left, right) {
            if try comparison.equal(left, right) { continue }
            let order = try comparison.order(left, right, "<")
            try renderer?.spend(comparison.work)
            if order != 0 { return (order ?? 0) < 0 }
        }
        try renderer?.spend(comparison.work)
        return false
    }
}
