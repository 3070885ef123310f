import CommandLineArguments
import SystemFiles

/// `tearsheet watch RUN`: the page of a run, made again whenever the run, the template or another file of it changes.
struct WatchCommand {
    private let arguments: ParsedArguments
    private let messages: Messages
    /// How often files are looked at: well within the second in which a change is to be seen.
    private static let interval = 0.2

    init(_ arguments: ParsedArguments, _ messages: Messages) {
        self.arguments = arguments
        self.messages = messages
    }

    func run() throws -> Int32 {
        var page = try WatchedPage(arguments, messages)
        let server = try LoopbackServer(port: UInt16(arguments[Options.port]))
        let site = WatchSite(port: server.port)
        try StandardStreams.writeOutput(site.address + "\n")
        if arguments.flag("open"), !ExternalProgram.start(["xdg-open", site.address]) {
            messages.warning("no program to open a page was found (xdg-open); open the address yourself")
        }
        while true {
            server.serve(for: Self.interval) { site.answer($0, page) }
            page.refresh()
        }
    }
}
