/// What pandas adds to a file: which columns are the index, zones of moments, and durations.
struct PandasMetadata {
    private(set) var indexNames = [String]()
    private var zones: [String: String] = [:]
    private var durations: [String: TimeValues.Unit] = [:]

    /// Nil where the bytes are not the JSON that pandas writes.
    init?(_ json: [UInt8]) {
        guard let root = try? JSONReader.parse(json) else { return nil }
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

extension JSONValue {
    fileprivate var string: String? { if case .string(let text) = self { text } else { nil } }

    fileprivate var elements: [JSONValue] { if case .array(let values) = self { values } else { [] } }
}
