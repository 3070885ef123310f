/// One metric: what it is, which choices decide it, what the run puts into its formula, and the computation, side by side.
///
/// To add a metric, write one of these in the folder of its section and name it in ``MetricCatalog``. A class, because a report
/// finds hundreds of them and a copy of one takes a dozen counts of references.
final class MetricDefinition: Sendable {
    /// A computation of a value from a context.
    private typealias Computation = @Sendable (MetricContext) throws(Unavailable) -> MetricValue

    /// What the metric is under `standard`. Its key, its group, and whether it applies to a benchmark follow no choice.
    let declaration: MetricDeclaration
    /// The choices that decide the number, or its words.
    let decidedBy: [ConventionField]
    private let declare: @Sendable (Conventions) -> MetricDeclaration
    private let inputs: @Sendable (MetricContext) -> [String]
    private let compute: Computation
    /// What makes the number one of low confidence.
    let statusRules: StatusRules
    private let name: (@Sendable (MetricContext) -> String)?
    private let unit: (@Sendable (MetricContext) -> MetricDeclaration.Unit)?

    private init(
        decidedBy: [ConventionField], declare: @escaping @Sendable (Conventions) -> MetricDeclaration,
        inputs: @escaping @Sendable (MetricContext) -> [String], compute: @escaping Computation,
        name: (@Sendable (MetricContext) -> String)?, unit: (@Sendable (MetricContext) -> MetricDeclaration.Unit)?
    ) {
        (self.decidedBy, self.declare, self.inputs, self.compute) = (decidedBy, declare, inputs, compute)
        (self.name, self.unit) = (name, unit)
        declaration = declare(.standard)
        statusRules = StatusRules(declaration, decidedBy: decidedBy)
    }

    /// A number whose formula no choice changes.
    ///
    /// - Parameters:
    ///   - decidedBy: Choices that change the number all the same, such as how many periods a year has.
    ///   - inputs: What the run puts into the formula: `rf 2 % a year`. Read after the formula.
    ///   - compute: The number in the declaration's unit.
    ///   - name: The name for one run, where it depends on the series.
    ///   - unit: The unit for one run, where it depends on the series.
    convenience init(
        _ declaration: MetricDeclaration, decidedBy: [ConventionField] = [],
        inputs: @escaping @Sendable (MetricContext) -> [String],
        compute: @escaping @Sendable (MetricContext) throws(Unavailable) -> Double,
        name: (@Sendable (MetricContext) -> String)? = nil,
        unit: (@Sendable (MetricContext) -> MetricDeclaration.Unit)? = nil
    ) {
        self.init(
            decidedBy: decidedBy, { _ in declaration }, inputs: inputs, compute: compute, name: name, unit: unit)
    }

    /// A number whose formula, name or unit follows choices.
    convenience init(
        decidedBy: [ConventionField], _ declare: @escaping @Sendable (Conventions) -> MetricDeclaration,
        inputs: @escaping @Sendable (MetricContext) -> [String],
        compute: @escaping @Sendable (MetricContext) throws(Unavailable) -> Double,
        name: (@Sendable (MetricContext) -> String)? = nil,
        unit: (@Sendable (MetricContext) -> MetricDeclaration.Unit)? = nil
    ) {
        self.init(
            decidedBy: decidedBy, declare: declare, inputs: inputs,
            compute: { (context) throws(Unavailable) in .finite(try compute(context), else: .notFinite) },
            name: name, unit: unit)
    }

    /// A metric whose value is a word.
    convenience init(
        _ declaration: MetricDeclaration, decidedBy: [ConventionField],
        inputs: @escaping @Sendable (MetricContext) -> [String],
        word: @escaping @Sendable (MetricContext) throws(Unavailable) -> String
    ) {
        self.init(
            decidedBy: decidedBy, declare: { _ in declaration }, inputs: inputs,
            compute: { (context) throws(Unavailable) in .word(try word(context)) }, name: nil, unit: nil)
    }

    /// What the metric is under some conventions.
    func declaration(under conventions: Conventions) -> MetricDeclaration {
        conventions == .standard ? declaration : declare(conventions)
    }

    /// What the run puts into the formula.
    func inputs(of context: MetricContext) -> [String] { inputs(context) }

    /// The number with its reading: the formula in force, and after it what the run puts in.
    func metric(in context: MetricContext) -> Metric {
        let declared = declaration(under: context.conventions)
        let (inputs, value) = (inputs(context), value(in: context))
        return Metric(
            declaration: name == nil && unit == nil
                ? declared : declared.reading(name?(context) ?? declared.name, unit?(context) ?? declared.unit),
            value: value,
            convention: inputs.isEmpty ? declared.formula : declared.formula + "; " + inputs.joined(separator: ", "),
            status: status(of: value, in: context))
    }

    private func value(in context: MetricContext) -> MetricValue {
        do { return try compute(context) } catch { return .absent(error) }
    }
}
