/// The numbers of a mark, one for each place.
///
/// Those of a long series are made when the mark is drawn and dropped then: a document holds its charts to the end, and ten
/// million numbers take 80 MB.
public struct MarkColumn: Sendable {
    private enum Source: Sendable {
        case kept([Double])
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

    /// The numbers.
    var values: [Double] {
        switch source {
        case .kept(let values): values
        case .made(let make): make()
        }
    }
}
