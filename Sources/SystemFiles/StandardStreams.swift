import CProcess
import Glibc

/// Standard output for results, standard error for everything else.
public enum StandardStreams {
    /// Opens `/dev/null` where the process was started with a standard stream closed, so that no file of ours gets its
    /// number and with it what is meant for the stream. Before anything else is opened.
    public static func fillClosed() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) == -1 {
            // The lowest free number is the one that was found closed.
            _ = unsafe open("/dev/null", O_RDWR)
        }
    }

    /// Whether results go to a terminal rather than a file or pipe.
    public static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// The columns of the terminal that results go to; nil where there is none, or it does not say.
    public static var outputColumns: Int? {
        let columns = Int(tearsheet_terminal_columns(STDOUT_FILENO))
        return columns > 0 ? columns : nil
    }

    /// Whether messages go to a terminal: the condition for colour and progress bars.
    public static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Writes a result without buffering.
    ///
    /// A reader that has gone (`| head`) wants no more: that is no error. A full disk behind a redirection is one.
    public static func writeOutput(_ bytes: [UInt8]) throws(FileError) {
        try write(bytes, to: STDOUT_FILENO, named: "standard output")
    }

    /// Writes a result that may be made while it is written.
    public static func writeOutput(_ content: FileOutput) throws(FileError) {
        ProcessSignals.ignoreWriteSignals()
        let failure = content.writeAll(to: STDOUT_FILENO)
        if failure != 0, failure != EPIPE { throw FileError(.write, "standard output", code: failure) }
    }

    /// Writes a result's text without buffering; see ``writeOutput(_:)-([UInt8])``.
    public static func writeOutput(_ text: String) throws(FileError) {
        try writeOutput(Array(text.utf8))
    }

    /// Writes a message; where it cannot be written there is nobody to tell.
    public static func writeError(_ text: String) {
        ProcessSignals.ignoreWriteSignals()
        _ = FileSystem.writeFully(Array(PathText.shown(text).utf8), to: STDERR_FILENO)
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32, named name: String) throws(FileError) {
        ProcessSignals.ignoreWriteSignals()
        let failure = FileSystem.writeFully(bytes, to: descriptor)
        if failure != 0, failure != EPIPE { throw FileError(.write, name, code: failure) }
    }
}
