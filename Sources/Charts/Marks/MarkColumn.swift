import Series

/// The numbers of a mark, one for each place.
///
/// Those of a long series are made when the mark is drawn and dropped then: a document holds its charts to the end, and ten
/// million numbers take 80 MB.
public struct MarkColumn: Sendable {
    private enum Source: Sendable {
        case kept([Double])
        case days(TimeAxis)
        case made(@Sendable () -> [Double])
    }

    /// Columns up to this length are kept: they take less time to find than to find again.
    private static let longestKept = 1 << 16

    /// How many numbers there are.
    public let count: Int
    private let source: Source

    /// Numbers that are kept.
    public init(_ values: [Double]) { (count, source) = (values.count, .kept(values)) }

    /// So many numbers, which are made whenever they are looked at where there are many.
    public init(count: Int, _ make: @escaping @Sendable () -> [Double]) {
        self.count = count
        source = count <= Self.longestKept ? .kept(make()) : .made(make)
    }

    /// Moments as days since 1970, each found when it is asked for.
    public init(days: TimeAxis) { (count, source) = (days.count, .days(days)) }

    /// The numbers.
    var values: [Double] {
        switch source {
        case .kept(let values): values
        case .days(let moments): moments.map(\.fractionalDays)
        case .made(let make): make()
        }
    }

    /// Calls a function with every number in order.
    @inline(__always)
    func forEach(_ body: (_ index: Int, _ value: Double) -> Void) {
        if case .days(let moments) = source {
            for index in 0..<count { body(index, moments[index].fractionalDays) }
        } else {
            let values = values
            for index in values.indices { body(index, values[index]) }
        }
    }
}
