import Foundation
import RunFormats
import RunModel
import Series
import TestSupport

/// A folder of files that lives as long as the value.
final class TemporaryRun {
    private let folder: TemporaryFolder

    /// Where it is.
    var path: String { folder.url.path }

    init(_ files: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        // Tables end with a line end, as writers leave them; what is without one is written as bytes.
        for (name, text) in files {
            let isWhole = text.isEmpty || text.hasSuffix("\n") || name.hasSuffix(".json")
            try write(name, Array((isWhole ? text : text + "\n").utf8))
        }
    }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
    }

    /// The run in the folder.
    func read(_ options: RunOptions = RunOptions()) throws(RunError) -> Run {
        try RunReader.read(path, options: options)
    }

    /// The run in one file of the folder.
    func read(_ name: String, _ options: RunOptions = RunOptions()) throws(RunError) -> Run {
        try RunReader.read(path + "/" + name, options: options)
    }

    /// What reading one file of the folder fails with.
    func message(_ name: String, _ options: RunOptions = RunOptions()) throws -> String {
        do throws(RunError) {
            _ = try read(name, options)
            return "no error"
        } catch {
            return error.message
        }
    }
}

/// The run of one bare file.
func bare(_ text: String, _ options: RunOptions = RunOptions()) throws -> Run {
    try TemporaryRun(["run.csv": text]).read("run.csv", options)
}

/// What reading a bare file fails with.
func bareMessage(_ text: String, _ options: RunOptions = RunOptions()) throws -> String {
    do {
        _ = try bare(text, options)
        return "no error"
    } catch let error as RunError {
        return error.message
    }
}

/// What reading a folder of files fails with.
func folderMessage(_ files: [String: String], _ options: RunOptions = RunOptions()) throws -> String {
    do throws(RunError) {
        _ = try (try? TemporaryRun(files))?.read(options)
        return "no error"
    } catch {
        return error.message
    }
}

/// `date,equity` with one row a day from a date on, leaving out what the predicate refuses.
func dailyEquity(
    _ count: Int, from start: String = "2024-01-01", header: String = "date,equity",
    keep: (CalendarDate) -> Bool = { $0.weekday < 5 }
) -> String {
    guard var date = CalendarDate(iso: start) else { return "" }
    var lines = [header]
    while lines.count <= count {
        if keep(date) { lines.append("\(date.iso),\(1000 + (lines.count * 7) % 13)") }
        date.day += 1
    }
    return lines.joined(separator: "\n") + "\n"
}

/// The moment of a text such as `2024-01-02 15:30`.
func moment(_ text: String) -> Timestamp {
    let date = CalendarDate(iso: text.prefix(10)) ?? CalendarDate(day: 0)
    let clock = text.dropFirst(11).split(separator: ":").compactMap { Double($0) } + [0, 0, 0]
    return Timestamp(date, seconds: clock[0] * 3600 + clock[1] * 60 + clock[2])
}
