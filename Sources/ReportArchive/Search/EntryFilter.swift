import Analytics
import Formatting
import MetricExpressions
import Series

/// Which entries somebody looks for: all conditions hold.
public struct EntryFilter: Sendable {
    /// The strategy's name, or a part of it.
    public var strategy: String?
    /// The engine's name, or a part of it.
    public var engine: String?
    /// Archived on this day or later (UTC).
    public var from: CalendarDate?
    /// Archived on this day or before (UTC).
    public var to: CalendarDate?
    /// A condition over the metrics that entries keep.
    public var condition: Expression?
    /// The last of each strategy alone.
    public var isLatest = false

    /// Everything.
    public init() {}

    /// The entries of a catalogue: by strategy, the newest first.
    public func places(in catalogue: Catalogue) -> [Archive.Place] {
        catalogue.strategies.filter { Self.holds($0.name, strategy) }.flatMap { strategy in
            (isLatest ? [strategy.latest] : strategy.entries.reversed()).filter(matches)
        }
    }

    private func matches(_ place: Archive.Place) -> Bool {
        let date = Timestamp(milliseconds: place.entry.archived).date
        return Self.holds(place.entry.engine, engine) && from.map { date >= $0 } ?? true
            && to.map { date <= $0 } ?? true
            && condition.map { $0.value { ExpressionValue(place.entry[$0]) } == .truth(true) } ?? true
    }

    /// Whether a name has the words in it, in whatever case.
    private static func holds(_ name: String, _ words: String?) -> Bool {
        guard let words else { return true }
        return name.lowercased().contains(words.lowercased())
    }

    /// A condition over the metrics that entries keep: `sharpe > 1 and trades.count >= 100`.
    ///
    /// - Parameter catalogue: Its entries may keep metrics of a user's own.
    public static func condition(_ text: String, in catalogue: Catalogue) throws(ExpressionError) -> Expression {
        let kinds = kinds(in: catalogue)
        return try Expression(text, nearest: { NearestMatch.of($0, in: kinds.keys.sorted()) }) { kinds[$0] }
    }

    /// What can be asked for: the metrics that all entries keep, and those that any keeps.
    private static func kinds(in catalogue: Catalogue) -> [String: ExpressionKind] {
        var kinds: [String: ExpressionKind] = [:]
        for key in ArchiveEntry.keptMetrics {
            let declaration = MetricCatalog.declaration(named: key.rawValue, under: .standard)
            kinds[key.rawValue] = declaration?.unit == .word ? .word : .number
        }
        for place in catalogue.places {
            for metric in place.entry.metrics where kinds[metric.key] == nil {
                switch metric.value {
                case .number: kinds[metric.key] = .number
                case .word: kinds[metric.key] = .word
                case .absent: break
                }
            }
        }
        return kinds
    }
}

extension ExpressionValue {
    /// A metric of an entry.
    init(_ value: ArchiveEntry.Value?) {
        switch value {
        case .number(let number): self = .number(number)
        case .word(let word): self = .word(word)
        case .absent(let reason): self = .absent(reason)
        case nil: self = .absent("the archive does not keep it")
        }
    }
}
