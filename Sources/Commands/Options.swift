import CommandLineArguments
import DocumentModel
import Reports

/// Options whose values are cases of a type: the type alone says which there are.
enum Options {
    /// What reports are written as.
    static let format = Option.list(
        "format", value: "LIST", default: [OutputFormat.html, .pdf], help: "what to write")
    /// The form of the numbers that `metrics` prints.
    static let metricsFormat = Option.choice(
        "format", value: "FORMAT", default: MetricsFormat.table, help: "form of the output")
    /// The form of what `diff` prints.
    static let differenceFormat = Option.choice(
        "format", value: "FORMAT", default: DifferenceFormat.text, help: "form of the output")
    /// The form of what `validate` prints.
    static let validationFormat = Option.choice(
        "format", value: "FORMAT", default: ValidationFormat.text, help: "form of the output")
    /// How `show` draws.
    static let terminalStyle = Option.choice(
        "style", value: "STYLE", default: StyleChoice.auto,
        help: "ASCII, every character, or colours; auto takes colours on a terminal and ASCII elsewhere")
    /// The form of what `archive` prints.
    static let archiveFormat = Option.choice(
        "format", value: "FORMAT", default: ArchiveFormat.text, help: "form of the output")
    /// The page of the PDF.
    static let paper = Option.choice(
        "paper", value: "SIZE", default: PageStyle.Paper.a4, group: "Rendering", help: "page of the PDF")
    /// The form of the messages.
    static let logFormat = Option.choice(
        "log-format", value: "FORMAT", default: LogFormat.text, group: OptionSpecification.generalGroup,
        help: "form of the messages on standard error")
}

/// How the numbers of a run are printed.
enum MetricsFormat: String, CaseIterable, Sendable {
    /// For people.
    case table
    /// For programs.
    case json
    /// For spreadsheets.
    case csv
}

/// How entries of an archive are printed.
enum ArchiveFormat: String, CaseIterable, Sendable {
    /// For people.
    case text
    /// For programs.
    case json
}

/// How the findings of a run are printed.
enum ValidationFormat: String, CaseIterable, Sendable {
    /// A line each, for people.
    case text
    /// For programs.
    case json
}

/// How the changes between two runs are printed.
enum DifferenceFormat: String, CaseIterable, Sendable {
    /// For a terminal.
    case text
    /// For pull requests.
    case markdown
    /// For programs.
    case json
}

/// How messages are written.
enum LogFormat: String, CaseIterable, Sendable {
    /// Lines for people.
    case text
    /// One JSON object a line.
    case json
}
