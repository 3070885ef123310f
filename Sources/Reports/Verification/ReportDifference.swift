import Containers

/// What differs between two reports that were written, by what stands in them alone.
public struct ReportDifference: Sendable {
    /// Values that both have.
    public let compared: Int
    /// How many differ, or stand in one alone.
    public let differing: Int
    /// The first of them in the order of the reports, ``NumberDifference/report`` of the first report.
    public let changes: [NumberDifference]

    /// Compares two reports of one kind: pages, workbooks, or exact numbers (JSON and PDF).
    ///
    /// - Parameter most: How many changes are told.
    public init(from first: WrittenReport, to second: WrittenReport, most: Int) throws(VerificationError) {
        switch (first, second) {
        case (.document(let one), .document(let other)):
            var comparison = DocumentComparison(most: most)
            for name in Self.parts where one[name] != nil && other[name] != nil || name == "metrics" {
                comparison.compare(name, of: one, with: other)
            }
            self.init(comparison.count, comparison.differing, comparison.differences)
        case (.page(let one), .page(let other)):
            self.init(PageNumbers(one).texts, PageNumbers(other).texts, most)
        case (.workbook(let one), .workbook(let other)): self.init(one, other, most)
        default: throw .otherForm
        }
    }

    private init(_ one: [PlacedText], _ other: [PlacedText], _ most: Int) {
        var result = ReportVerification()
        result.most = most
        result.compareWhole(one, with: other)
        self.init(result.compared, result.differing, result.differences)
    }

    private init(_ compared: Int, _ differing: Int, _ changes: [NumberDifference]) {
        (self.compared, self.differing, self.changes) = (compared, differing, changes)
    }

    /// A PDF has no series: of those only what both have is compared.
    private static let parts = ["profile", "run", "metrics", "benchmark_metrics", "tables", "series"]
}

extension WrittenReport {
    /// The report in a file's bytes; nil for a file that is none of ours, a run perhaps.
    public init?(ifReport bytes: [UInt8]) {
        guard let report = try? WrittenReport(bytes) else { return nil }
        if case .page(let text) = report, PageNumbers(text).texts.isEmpty { return nil }
        self = report
    }
}
