/// One metric: what it is, how it was computed, and the computation, side by side.
///
/// To add a metric, write one of these in the folder of its section and name it in ``MetricCatalog``.
struct MetricDefinition: Sendable {
    /// Name, unit, definition.
    let declaration: MetricDeclaration
    /// How the number is computed under the conventions in force, in one line.
    let convention: @Sendable (MetricContext) -> String
    private let compute: @Sendable (MetricContext) throws(Unavailable) -> MetricValue
    /// The name for one context, where it depends on the series.
    private let name: (@Sendable (MetricContext) -> String)?
    /// The unit for one context, where it depends on the series.
    private let unit: (@Sendable (MetricContext) -> MetricDeclaration.Unit)?

    /// A metric whose value is a number.
    init(
        _ declaration: MetricDeclaration, convention: @escaping @Sendable (MetricContext) -> String,
        compute: @escaping @Sendable (MetricContext) throws(Unavailable) -> Double,
        name: (@Sendable (MetricContext) -> String)? = nil,
        unit: (@Sendable (MetricContext) -> MetricDeclaration.Unit)? = nil
    ) {
        (self.name, self.unit) = (name, unit)
        self.declaration = declaration
        self.convention = convention
        self.compute = { (context) throws(Unavailable) in
            .finite(try compute(context), else: .notFinite)
        }
    }

    /// A metric whose value is a word.
    init(
        _ declaration: MetricDeclaration, convention: @escaping @Sendable (MetricContext) -> String,
        word: @escaping @Sendable (MetricContext) throws(Unavailable) -> String
    ) {
        (name, unit) = (nil, nil)
        self.declaration = declaration
        self.convention = convention
        self.compute = { (context) throws(Unavailable) in .word(try word(context)) }
    }

    /// The number with its reading.
    func metric(in context: MetricContext) -> Metric {
        let declared =
            name == nil && unit == nil
            ? declaration
            : declaration.reading(name?(context) ?? declaration.name, unit?(context) ?? declaration.unit)
        return Metric(declaration: declared, value: value(in: context), convention: convention(context))
    }

    private func value(in context: MetricContext) -> MetricValue {
        do { return try compute(context) } catch { return .absent(error) }
    }
}
