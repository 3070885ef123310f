import Analytics
import CommandLineArguments
import Containers
import Reports
import RunFormats
import SystemFiles
import TemplateEngine

/// `tearsheet templates list`, `show`, `check`, `render`.
struct TemplatesCommand {
    private let arguments: ParsedArguments
    private let messages: Messages

    init(_ arguments: ParsedArguments, _ messages: Messages) {
        self.arguments = arguments
        self.messages = messages
    }

    func run() throws -> Int32 {
        switch arguments.command {
        case "templates list":
            try StandardStreams.writeOutput(TemplateLibrary.shippedNames.map { $0 + "\n" }.joined())
        case "templates show":
            let name = try arguments.requiredPositional("NAME")
            try StandardStreams.writeOutput(TemplateLibrary.text(ofShipped: name) ?? "")
        case "templates check": return try check()
        case "templates render": try render()
        case let command: preconditionFailure("'\(command)' is declared and has no code")
        }
        return ExitCode.success
    }

    /// Prints every mistake; one that leaves a report is a warning.
    private func check() throws -> Int32 {
        let path = try arguments.requiredPositional("FILE")
        let choice = try RenderingOptions.ownTemplate(path, option: "FILE")
        let analysis = try arguments.positional("RUN").map {
            Analyzer.analyze(try RunReader.open($0, options: RunOptions()).run)
        }
        let mistakes = TemplateCheck.mistakes(
            of: choice, files: RenderingOptions.files(beside: path), run: analysis)
        for mistake in mistakes where mistake.isWarning { messages.warning(mistake.text) }
        let errors = mistakes.filter { !$0.isWarning }
        guard errors.isEmpty else {
            for error in errors { messages.error(error.text) }
            return ExitCode.failure
        }
        if !arguments.flag("quiet") { try StandardStreams.writeOutput("no errors\n") }
        return ExitCode.success
    }

    private func render() throws {
        let context = try arguments.value("context").map(context) ?? .dictionary([])
        try StandardStreams.writeOutput(try loaded().render(context))
    }

    private func loaded() throws -> Template {
        let path = try arguments.requiredPositional("FILE")
        let choice = try RenderingOptions.ownTemplate(path, option: "FILE")
        return try TemplateEnvironment(loader: TemplateLibrary(choice, isReport: false)).template(named: path)
    }

    private func context(_ path: String) throws -> TemplateValue {
        let value = try JSONFile.read(path, option: "--context")
        guard case .object = value else {
            throw arguments.error(
                .unsuitableValue(of: "--context", value: path, expected: "a file with a JSON object"))
        }
        return TemplateValue(value)
    }
}

extension TemplateValue {
    /// A JSON value as templates see it; whole numbers stay whole.
    init(_ json: JSONValue) {
        switch json {
        case .null: self = .none
        case .bool(let flag): self = .bool(flag)
        case .integer(let number): self = .int(number)
        case .number(let number): self = .double(number)
        case .string(let text): self = .string(text)
        case .array(let items): self = .list(items.map { TemplateValue($0) })
        case .object(let members): self = .dictionary(members.map { ($0.name, TemplateValue($0.value)) })
        }
    }
}
