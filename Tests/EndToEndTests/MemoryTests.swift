import Foundation
import TestSupport
import Testing

/// How much memory a long run takes, in every output.
@Suite struct MemoryTests {
    private static let rows = 2_000_000

    /// Two million minutes of an account that moves by chance, as seconds since 1970.
    private static func series() -> Data {
        var random = SeededNumbers(seed: 4)
        var cents = 10_000_000
        var text = Data("timestamp,equity\n".utf8)
        text.reserveCapacity(rows * 22)
        for row in 0..<rows {
            cents += random.below(2_001) - 999
            let digits = String(cents)
            text.append(contentsOf: "\(1_009_843_200 + 60 * row),\(digits.dropLast(2)).\(digits.suffix(2))\n".utf8)
        }
        return text
    }

    /// The largest resident memory of the executable in megabytes, looked at while it runs.
    ///
    /// What the system reports of a child that has ended begins with the memory of the process that started it.
    private func peak(of words: [String]) throws -> Double {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Tearsheet.path)
        process.arguments = words
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
        var most = 0.0
        while process.isRunning {
            let status =
                (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            let kilobytes = line?.split(separator: " ").compactMap { Double(String($0)) }.first ?? 0
            most = max(most, kilobytes * 1024 / 1e6)
            Thread.sleep(forTimeInterval: 0.005)
        }
        #expect(process.terminationStatus == 0)
        return most
    }

    /// The issue allows three times two columns of eight bytes, 96 MB; fonts, libraries and one report take the rest.
    @Test func `two million rows take at most three times their columns, and what a short run takes`() throws {
        // A report of the run beside it would be looked at as one of the run's files.
        let (folder, output) = (try TemporaryFolder(), try TemporaryFolder())
        let path = folder.url("long.csv").path
        try Self.series().write(to: URL(fileURLWithPath: path))
        let limit = 3.0 * 16 * Double(Self.rows) / 1e6 + 40
        for format in ["table", "json", "csv"] {
            let most = try peak(of: ["metrics", path, "--format", format])
            #expect(most > 20 && most <= limit, "metrics as \(format): \(most) MB")
        }
        for format in ["html", "pdf", "json", "csv"] {
            let most = try peak(of: ["report", path, "--format", format, "-o", output.url.path, "--quiet"])
            #expect(most > 20 && most <= limit, "report as \(format): \(most) MB")
        }
    }
}
