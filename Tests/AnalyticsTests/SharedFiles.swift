import Analytics
import Foundation
import RunBuilders
import RunModel
import Series
import TestSupport

/// Columns of a small CSV file of dates and numbers; missing cells are nil.
struct CSVColumns {
    /// First column.
    let timestamps: [Timestamp]
    /// The other columns by name.
    let columns: [String: [Double?]]

    /// Reads text whose first column holds ISO dates or instants.
    init(_ text: String) {
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let header = lines.first ?? []
        let rows = lines.dropFirst()
        timestamps = rows.map { Self.timestamp(String($0[0])) }
        var columns = [String: [Double?]]()
        for (index, name) in header.enumerated().dropFirst() {
            columns[String(name)] = rows.map { $0.count > index ? Double($0[index]) : nil }
        }
        self.columns = columns
    }

    /// A column without missing cells.
    func column(_ name: String) -> [Double] { (columns[name] ?? []).compactMap { $0 } }

    private static func timestamp(_ text: String) -> Timestamp {
        let date = CalendarDate(iso: text.prefix(10)) ?? CalendarDate(day: 0)
        let clock = text.count >= 19 ? text.dropFirst(11).prefix(8).split(separator: ":").compactMap { Double($0) } : []
        return Timestamp(date, seconds: clock.count == 3 ? clock[0] * 3600 + clock[1] * 60 + clock[2] : 0)
    }
}

/// Files that are not part of the repository; tests that need them say so when they are not there.
enum SharedFiles {
    /// The folder that holds `real-runs` and `bench-inputs`: beside `TEARSHEET_REAL_RUNS`, or beside the repository.
    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["TEARSHEET_REAL_RUNS"] {
            return URL(fileURLWithPath: path).deletingLastPathComponent()
        }
        return repositoryRoot.deletingLastPathComponent().appendingPathComponent("shared")
    }()

    /// Whether a file is there.
    static func has(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
    }

    /// A file's text.
    static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    /// `bench-inputs/daily_returns.csv` as a run.
    static func dailyRun(riskFree: Double = 0) throws -> Run {
        let file = CSVColumns(try text("bench-inputs/daily_returns.csv"))
        return RunBuilder.run(
            file.column("strategy"), timestamps: file.timestamps, benchmark: file.columns["benchmark"],
            riskFree: riskFree)
    }
}
