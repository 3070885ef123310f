/// What a report is written as.
public enum OutputFormat: String, CaseIterable, Sendable {
    /// One file for browsers, offline.
    case html
    /// Pages.
    case pdf
    /// Metrics, series and tables.
    case json
    /// Metrics and tables, a file each.
    case csv
    /// Tables and series, a sheet each.
    case xlsx
    /// The summary as Markdown.
    case markdown = "md"
    /// The summary as lines of a mail or a log: 80 columns of ASCII.
    case text = "txt"
    /// Resources for web servers, a file each in folders of their own.
    case api

    /// Whether a report has several files in this format, so that it needs a folder.
    public var needsFolder: Bool { self == .csv || self == .api }
    /// Whether there is one for a run that failed: words, not tables.
    var holdsWords: Bool { [.html, .pdf, .json, .text].contains(self) }
    /// Behind the run's id in the name of the one file: `.html`. Texts have `tearsheet` in theirs, as engines write `.txt` too.
    public var suffix: String { (self == .text ? ".tearsheet." : ".") + rawValue }
}

/// One file of a report.
public struct ReportFile: Sendable {
    /// Behind the run's id: `.html`, `.tearsheet.drawdowns.csv`; behind the folder of that name `/summary.json`.
    public let suffix: String
    /// Before the run's id: a folder, or nothing.
    public let folder: String
    private let make: @Sendable (@escaping ([UInt8]) -> Void) -> Void

    /// A finished file.
    public init(suffix: String, bytes: [UInt8]) {
        self.suffix = suffix
        folder = ""
        make = { $0(bytes) }
    }

    /// A file that is made while it is written: `writing` hands its bytes on in pieces. A data file of a long run is larger
    /// than everything that it is made from.
    public init(
        suffix: String, folder: String = "", writing: @escaping @Sendable (@escaping ([UInt8]) -> Void) -> Void
    ) {
        self.suffix = suffix
        self.folder = folder
        make = writing
    }

    /// Its path for a run of an id, below the folder of all outputs.
    public func path(named id: String) -> String { (folder.isEmpty ? "" : folder + "/") + id + suffix }

    /// Hands the content on in pieces, in order; made anew each time where the file is made while it is written.
    public func write(to put: @escaping ([UInt8]) -> Void) { make(put) }

    /// The whole content at once.
    public var bytes: [UInt8] {
        var all: [UInt8] = []
        write { all += $0 }
        return all
    }
}

/// What could be made of a report: one format that fails does not take the others with it.
public struct ReportFiles: Sendable {
    /// The finished files, in the order of the formats.
    public internal(set) var files: [ReportFile] = []
    /// What was set in another way than asked, and what the run had nothing for.
    public internal(set) var remarks: [ReportRemark] = []
    /// Why formats are missing.
    public internal(set) var failures: [ReportError] = []
}

/// Something about a report that its maker should know.
public struct ReportRemark: Equatable, Sendable {
    /// Stable name for machines: `layout`, `empty_section`.
    public let code: String
    /// Whether the reader may miss something; else it is only worth knowing.
    public let isWarning: Bool
    /// One line.
    public let text: String

    /// A remark with all its parts.
    public init(code: String, isWarning: Bool, text: String) {
        self.code = code
        self.isWarning = isWarning
        self.text = text
    }
}

extension ReportRemark {
    /// The code of ``systemFonts(_:)``: it is about the machine, so several runs of a command need it only once.
    public static let systemFontsCode = "system_fonts"

    /// What fontconfig says about the machine's configuration: the first of its lines stands for all.
    static func systemFonts(_ complaints: String) -> ReportRemark {
        let lines = complaints.split(whereSeparator: \.isNewline)
        let more = lines.count > 1 ? " (and \(lines.count - 1) more lines)" : ""
        return ReportRemark(
            code: systemFontsCode, isWarning: false,
            text: "fontconfig says of this machine's fonts: \(lines.first ?? "")\(more)")
    }
}
