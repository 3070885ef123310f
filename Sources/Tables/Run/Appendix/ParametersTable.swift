import Analytics
import RunModel

/// The run's parameters; secrets are masked where they are read.
enum ParametersTable {
    private typealias Column = TableColumn<RunParameter>

    static let definition = TableDefinition<Analysis>(
        name: "parameters", title: "Parameters", summary: "the run's parameters",
        columns: [
            Column("name", "Parameter", .word) { .text($0.name) },
            Column("value", "Value", .word, stretch: 1) { .text($0.value) },
        ]
    ) { (analysis) throws(Unavailable) in
        let parameters = analysis.run.identity.parameters
        guard !parameters.isEmpty else { throw Unavailable(code: "no_parameters", reason: "the run names no parameters") }
        return TableRows(parameters)
    }
}
