/// From where on validation calls something unusual. What an option says stands above what the run says.
public struct ValidationThresholds: Equatable, Sendable {
    /// Robust standard deviations of a return; nil for 15, and 30 within the day, where the first bar carries the night.
    public var returnSpike: Double?
    /// Robust standard deviations of a price's move; nil for 15, and 30 within the day.
    public var priceSpike: Double?
    /// A volume over the symbol's median; nil for 50.
    public var volumeSpike: Double?

    /// The names that options and `run.json` use.
    public static let names = places.map(\.name)

    private static let places: [(name: String, path: any WritableKeyPath<ValidationThresholds, Double?> & Sendable)] = [
        ("return_spike", \.returnSpike), ("price_spike", \.priceSpike), ("volume_spike", \.volumeSpike),
    ]

    /// Those that hold where nobody says otherwise.
    public init() {}

    /// Sets the threshold of a name; false where there is none of that name.
    public mutating func set(_ name: String, _ value: Double) -> Bool {
        guard let place = Self.places.first(where: { $0.name == name }) else { return false }
        self[keyPath: place.path] = value
        return true
    }

    /// These, and where they say nothing those of a run.
    func joined(with others: [(name: String, value: Double)]) -> ValidationThresholds {
        var joined = self
        for place in Self.places where self[keyPath: place.path] == nil {
            joined[keyPath: place.path] = others.last { $0.name == place.name }?.value
        }
        return joined
    }
}
