/// A number that the engine itself computed of a run, as it wrote it.
///
/// Never used in place of ours: it is held against the metric that measures the same, and the reason for a difference is
/// said where the engine's convention is known to differ.
public struct ReportedStatistic: Equatable, Sendable {
    /// The engine's own name: `Sharpe Ratio`.
    public var name: String
    /// As written: `12.019%`.
    public var text: String
    /// The number in our unit, a fraction for percents; nil where it is none.
    public var value: Double?
    /// The key of the metric that measures the same; nil where none does.
    public var key: String?
    /// Why the two may differ; empty where they should not.
    public var note: String
    /// The file that it was read from.
    public var file: String

    /// A statistic of an engine.
    public init(
        name: String, text: String, value: Double? = nil, key: String? = nil, note: String = "", file: String
    ) {
        self.name = name
        self.text = text
        self.value = value
        self.key = key
        self.note = note
        self.file = file
    }
}
