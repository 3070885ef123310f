import Analytics
import RunModel
import Series

/// Puts several runs side by side.
///
/// ```swift
/// let comparison = try Comparer.compare([first, second])
/// for metric in comparison.metrics { print(metric.declaration.name, metric.best) }
/// ```
public enum Comparer {
    /// Compares runs on the time that they have in common: a pure function of its arguments.
    ///
    /// Throws where there is nothing to compare: fewer than two runs, or runs that share no two moments. Time and memory
    /// are those of two analyses for each run whose own span is longer than the common one, of one for every other.
    ///
    /// - Parameters:
    ///   - runs: Two or more, in the order of the report. Calendars and frequencies may differ: see ``CommonSpan``.
    ///   - conventions: How every run is measured.
    ///   - options: Of the bootstrap behind the significance of two runs.
    public static func compare(
        _ runs: [Run], conventions: Conventions = .standard, options: ComparisonOptions = ComparisonOptions()
    ) throws(ComparisonError) -> Comparison {
        guard runs.count > 1 else { throw .oneRun }
        let names = MemberNames(runs)
        let span = try CommonSpan(of: runs, names: names.names)
        let members = runs.indices.map { index in member(index, runs[index], names, span, conventions) }
        let stretches = runs.indices.map { index in
            StretchReturns(
                of: runs[index], between: span.points[index], periodsPerYear: span.periodsPerYear(conventions),
                conventions: conventions)
        }
        let correlations = CorrelationMatrix(stretches)
        return Comparison(
            members: members, span: span, conventions: conventions, correlations: correlations,
            sharpeDifference: SharpeTest(span: span, conventions: conventions, options: options).result(stretches),
            findings: ComparisonFindings(members: members, span: span, correlations: correlations).all())
    }

    private static func member(
        _ index: Int, _ run: Run, _ names: MemberNames, _ span: CommonSpan, _ conventions: Conventions
    ) -> Member {
        let range = span.range(of: index)
        let isLonger = range != 0..<run.returns.count
        let whole = Analyzer.analyze(run, conventions: conventions)
        return Member(
            index: index, id: names.ids[index], name: names.names[index], shortName: names.shortNames[index],
            common: isLonger ? Analyzer.analyze(run.excerpt(range), conventions: conventions) : whole, whole: whole,
            isLonger: isLonger)
    }
}
