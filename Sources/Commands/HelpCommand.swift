import CommandLineArguments
import Formatting
import SystemFiles

/// `tearsheet help [COMMAND…]`, and manual pages with `--man DIR`.
struct HelpCommand {
    private let arguments: ParsedArguments
    private let messages: Messages

    init(_ arguments: ParsedArguments, _ messages: Messages) {
        self.arguments = arguments
        self.messages = messages
    }

    func run() throws -> Int32 {
        let program = TearsheetSpecification.program(.shipped)
        if let folder = arguments.value("man") {
            try writePages(of: program, to: folder)
            return ExitCode.success
        }
        let words = arguments.positionals("COMMAND")
        guard let text = program.help(at: words) else {
            let known = program.subcommands.map(\.name)
            let nearest = words.first.flatMap { NearestMatch.of($0, in: known) }
            throw arguments.error(
                .unknownValue(of: "COMMAND", value: words.joined(separator: " "), nearest: nearest, allowed: []))
        }
        try StandardStreams.writeOutput(text)
        return ExitCode.success
    }

    /// Every page, and the path of the first one, which leads to the others.
    private func writePages(of program: CommandSpecification, to folder: String) throws {
        try FileSystem.createDirectories(folder)
        let pages = program.manualPages(version: ToolVersion.current)
        let files = try FileSystem.writeTogether(
            pages.map { page in (page.file, FileOutput { put in put(Array(page.text.utf8)) }) }, into: folder,
            sparing: ProtectedFiles())
        guard !messages.isQuiet, let first = files.first else { return }
        try StandardStreams.writeOutput(PathText.bytes(of: first) + [0x0A])
    }
}
