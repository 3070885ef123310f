/// One metric: what it is, how it was computed, and the computation, side by side.
///
/// To add a metric, write one of these in the folder of its section and name it in ``MetricCatalog``.
struct MetricDefinition: Sendable {
    /// Name, unit, definition.
    let declaration: MetricDeclaration
    /// How the number is computed under the conventions in force, in one line.
    let convention: @Sendable (MetricContext) -> String
    private let compute: @Sendable (MetricContext) throws(Absence) -> MetricValue

    /// A metric whose value is a number.
    init(
        _ declaration: MetricDeclaration, convention: @escaping @Sendable (MetricContext) -> String,
        compute: @escaping @Sendable (MetricContext) throws(Absence) -> Double
    ) {
        self.declaration = declaration
        self.convention = convention
        self.compute = { (context) throws(Absence) in
            .finite(try compute(context), else: Absence.notFinite.reason)
        }
    }

    /// A metric whose value is a word.
    init(
        _ declaration: MetricDeclaration, convention: @escaping @Sendable (MetricContext) -> String,
        word: @escaping @Sendable (MetricContext) throws(Absence) -> String
    ) {
        self.declaration = declaration
        self.convention = convention
        self.compute = { (context) throws(Absence) in .word(try word(context)) }
    }

    /// The number with its reading.
    func metric(in context: MetricContext) -> Metric {
        Metric(declaration: declaration, value: value(in: context), convention: convention(context))
    }

    private func value(in context: MetricContext) -> MetricValue {
        do { return try compute(context) } catch { return .absent(error.reason) }
    }
}
