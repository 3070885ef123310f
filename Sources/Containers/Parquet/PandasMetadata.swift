import NativeCodecs

/// What pandas adds to a file: which columns are the index, zones of moments, and durations.
struct PandasMetadata {
    private(set) var indexNames = [String]()
    private var zones: [String: String] = [:]
    private var durations: [String: TimeValues.Unit] = [:]

    /// Nil where the bytes are not the JSON that pandas writes.
    init?(_ json: [UInt8]) {
        guard let tape = JSONTape(json) else { return nil }
        let root = TapeValue(tape.nodes, 0)
        // An index that is a range of row numbers is an object, not a name.
        indexNames = root["index_columns"]?.elements.compactMap(\.string) ?? []
        for column in root["columns"]?.elements ?? [] {
            guard let name = column["field_name"]?.string ?? column["name"]?.string else { continue }
            zones[name] = column["metadata"]?["timezone"]?.string
            durations[name] = column["numpy_type"]?.string.flatMap(Self.durationUnit)
        }
    }

    private static func durationUnit(_ type: String) -> TimeValues.Unit? {
        switch type {
        case "timedelta64[s]": .second
        case "timedelta64[ms]": .millisecond
        case "timedelta64[us]": .microsecond
        case "timedelta64[ns]": .nanosecond
        default: nil
        }
    }

    /// Names the index, and gives moments their zones and durations their units.
    func apply(to table: inout ColumnTable) {
        table.indexNames = indexNames.filter { table[$0] != nil }
        for index in table.columns.indices {
            let name = table.columns[index].name
            switch table.columns[index].values {
            case .times(var values):
                guard case .instant = values.meaning, let zone = zones[name] else { continue }
                values.meaning = .instant(zone: zone)
                table.columns[index].values = .times(values)
            case .integers(let counts):
                guard let unit = durations[name] else { continue }
                table.columns[index].values = .times(TimeValues(counts: counts, unit: unit, meaning: .duration))
            default: continue
            }
        }
    }
}

/// A value of a JSON document, by its place among the nodes.
private struct TapeValue {
    let nodes: [JSONTape.Node]
    let index: Int

    init(_ nodes: [JSONTape.Node], _ index: Int) { (self.nodes, self.index) = (nodes, index) }

    var string: String? { if case .string(let text) = nodes[index] { text } else { nil } }

    var elements: [TapeValue] {
        guard case .array(let count) = nodes[index] else { return [] }
        return children(count)
    }

    subscript(key: String) -> TapeValue? {
        guard case .object(let count) = nodes[index] else { return nil }
        let parts = children(2 * count)
        let place = stride(from: 0, to: parts.count, by: 2).first { parts[$0].string == key }
        return place.map { parts[$0 + 1] }
    }

    private func children(_ count: Int) -> [TapeValue] {
        var next = index + 1
        return (0..<count).map { _ in
            defer { next = TapeValue(nodes, next).end }
            return TapeValue(nodes, next)
        }
    }

    /// The place behind this value and all within it.
    private var end: Int {
        var (next, open) = (index, 1)
        while open > 0 {
            switch nodes[next] {
            case .array(let count): open += count
            case .object(let count): open += 2 * count
            default: break
            }
            open -= 1
            next += 1
        }
        return next
    }
}
