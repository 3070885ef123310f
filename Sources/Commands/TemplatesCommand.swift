import CommandLineArguments
import Containers
import Reports
import SystemFiles
import TemplateEngine

/// `tearsheet templates list`, `show`, `check`, `render`.
struct TemplatesCommand {
    private let arguments: ParsedArguments

    init(_ arguments: ParsedArguments) { self.arguments = arguments }

    func run() throws -> Int32 {
        switch arguments.command {
        case "templates list":
            try StandardStreams.writeOutput(TemplateLibrary.shippedNames.map { $0 + "\n" }.joined())
        case "templates show":
            let name = try arguments.requiredPositional("NAME")
            try StandardStreams.writeOutput(TemplateLibrary.text(ofShipped: name) ?? "")
        case "templates check": try check()
        case "templates render": try render()
        case let command: preconditionFailure("'\(command)' is declared and has no code")
        }
        return ExitCode.success
    }

    private func check() throws {
        _ = try loaded(isReport: true)
        if !arguments.flag("quiet") { try StandardStreams.writeOutput("no errors\n") }
    }

    private func render() throws {
        let context = try arguments.value("context").map(context) ?? .dictionary([])
        try StandardStreams.writeOutput(try loaded(isReport: false).render(context))
    }

    private func loaded(isReport: Bool) throws -> Template {
        let path = try arguments.requiredPositional("FILE")
        let choice = try RenderingOptions.ownTemplate(path, option: "FILE")
        return try TemplateEnvironment(loader: TemplateLibrary(choice, isReport: isReport)).template(named: path)
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
