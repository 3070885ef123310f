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
    public static func condition(_ text: String) throws(ExpressionError) -> Expression {
        try Expression(text, nearest: nearest) { name in
            declaration(of: name).map { $0.unit == .word ? .word : .number }
        }
    }

    private static func declaration(of name: String) -> MetricDeclaration? {
        guard ArchiveEntry.keptMetrics.contains(where: { $0.rawValue == name }) else { return nil }
        return MetricCatalog.declaration(named: name, under: .standard)
    }

    private static func nearest(to name: String) -> String? {
        NearestMatch.of(name, in: ArchiveEntry.keptMetrics.map(\.rawValue))
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
