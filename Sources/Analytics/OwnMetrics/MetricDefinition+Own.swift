import MetricExpressions

extension MetricDefinition {
    /// A metric of a user's own: the choices and inputs of its operands decide it.
    convenience init(_ own: OwnMetric, _ expression: Expression, _ operands: [MetricDefinition]) {
        let declaration = MetricDeclaration(
            key: MetricKey(own.key), name: own.title, group: own.group, unit: own.unit, places: own.decimals,
            better: own.better, summary: own.summary ?? "A metric of your own.",
            formula: expression.text,
            edgeCases:
                "n/a where a metric in it is, unless default() takes its place, and where it has no finite value.",
            appliesToBenchmark: operands.allSatisfy(\.declaration.appliesToBenchmark))
        let names = Set(operands.flatMap { $0.decidedBy.map(\.name) })
        self.init(
            declaration, decidedBy: ConventionField.all.filter { names.contains($0.name) },
            inputs: { context in Self.inputs(of: operands, in: context) },
            compute: { (context) throws(Unavailable) in try Self.number(expression, in: context) })
    }

    /// What the run puts into the formulas of the operands, each once.
    private static func inputs(of operands: [MetricDefinition], in context: MetricContext) -> [String] {
        var all: [String] = []
        for words in operands.flatMap({ $0.inputs(of: context) }) where !all.contains(words) { all.append(words) }
        return all
    }

    private static func number(_ expression: Expression, in context: MetricContext) throws(Unavailable) -> Double {
        let metrics = MetricSet(context)
        var absent: Set<String> = []
        let value = expression.value { name in
            switch metrics[MetricKey(name)]?.value {
            case .number(let number): return .number(number)
            case .word(let word): return .word(word)
            case .absent(let cause):
                let reason = "\(name) is n/a: \(cause.reason)"
                absent.insert(reason)
                return .absent(reason)
            case nil: return .absent("no \(name) here")
            }
        }
        switch value {
        case .number(let number): return number
        case .absent(let reason) where absent.contains(reason): throw .operand(reason)
        case .absent(let reason): throw .noResult(reason)
        case .truth, .word: throw .noResult("not a number")
        }
    }
}

extension Unavailable {
    /// A metric in the expression is n/a.
    static func operand(_ reason: String) -> Unavailable { Unavailable("operand_not_available", reason) }
    /// The expression has no value for these numbers: `division by zero`.
    static func noResult(_ reason: String) -> Unavailable { Unavailable("no_result", reason) }
    /// Nobody wrote metrics of their own.
    public static let noOwnMetrics = Unavailable("no_own_metrics", "no metrics of your own")
}
