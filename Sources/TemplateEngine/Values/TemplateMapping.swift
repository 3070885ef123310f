/// A dictionary that keeps the order of insertion, as Python's does.
///
/// Dictionaries of the host are frozen; only those made by a template change, and they never leave its rendering (see
/// ``TemplateSequence``).
public final class TemplateMapping: @unchecked Sendable {
    /// The keys in order.
    public private(set) var keys: [TemplateValue] = []
    /// The values in the order of the keys.
    public private(set) var values: [TemplateValue] = []
    let isFrozen: Bool
    private(set) var nesting = 1
    /// Where each key stands; kept only from a size at which scanning gets slower than hashing.
    private var positions: [HashKey: Int]?

    private static let scanLimit = 8

    init(isFrozen: Bool) { self.isFrozen = isFrozen }

    /// How many entries there are.
    public var count: Int { keys.count }

    /// The value of a text key, or nil.
    public func value(_ key: String) -> TemplateValue? {
        position(of: key).map { values[$0] }
    }

    /// The value of a key, or nil; also nil for what cannot be a key.
    func value(_ key: TemplateValue) -> TemplateValue? {
        if let text = key.stringValue { return value(text) }
        guard let hashed = HashKey(key), let position = position(of: hashed) else { return nil }
        return values[position]
    }

    /// Sets the value of a text key.
    func fill(_ key: String, _ value: TemplateValue) {
        set(.string(key), .string(key), value, at: position(of: key))
    }

    /// Sets the value of a key; false if it cannot be one.
    @discardableResult
    func fill(_ key: TemplateValue, _ value: TemplateValue) -> Bool {
        guard let hashed = HashKey(key) else { return false }
        set(key, hashed, value, at: position(of: hashed))
        return true
    }

    /// Takes an entry out and returns its value.
    func remove(_ key: TemplateValue) -> TemplateValue? {
        guard let hashed = HashKey(key), let position = position(of: hashed) else { return nil }
        keys.remove(at: position)
        positions = nil
        if keys.count > Self.scanLimit { indexKeys() }
        return values.remove(at: position)
    }

    /// Takes all entries out.
    func removeAll() {
        keys = []
        values = []
        positions = nil
    }

    /// A dictionary of its own with the same entries.
    func copy() -> TemplateMapping {
        let copy = TemplateMapping(isFrozen: false)
        copy.keys = keys
        copy.values = values
        copy.positions = positions
        copy.nesting = nesting
        return copy
    }

    /// The text keys in order.
    var names: [String] { keys.compactMap(\.stringValue) }

    private func set(_ key: TemplateValue, _ hashed: HashKey, _ value: TemplateValue, at position: Int?) {
        nesting = max(nesting, value.nesting + 1)
        if let position {
            values[position] = value
            return
        }
        keys.append(key)
        values.append(value)
        if positions != nil {
            positions?[hashed] = keys.count - 1
        } else if keys.count > Self.scanLimit {
            indexKeys()
        }
    }

    private func indexKeys() {
        var index = [HashKey: Int](minimumCapacity: keys.count)
        for (position, key) in keys.enumerated() {
            if let hashed = HashKey(key) { index[hashed] = position }
        }
        positions = index
    }

    private func position(of key: String) -> Int? {
        if let positions { return positions[.string(key)] }
        return keys.firstIndex { $0.stringValue == key }
    }

    private func position(of key: HashKey) -> Int? {
        if let positions { return positions[key] }
        return keys.firstIndex { HashKey($0) == key }
    }
}
