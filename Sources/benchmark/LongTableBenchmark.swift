import Series
import SystemFiles

/// A table of 100 MB as a whole process: how long its numbers take, and how much memory beside its columns.
enum LongTableBenchmark {
    private static let rows = 2_350_000
    /// Moments, equity and a benchmark of eight bytes each.
    private static let columnBytes = Double(rows * 3 * 8)

    /// What one number of the table costs; the throughput is the peak of memory over the size of the columns.
    static func row(repeats: Int) throws -> BenchmarkRow {
        let path = "out/benchmark/long/minutes.csv"
        try FileSystem.createDirectories(FileSystem.parent(of: path))
        if FileSystem.size(of: path) == nil { try FileSystem.writeAtomically(text(), to: path) }
        let words = [ColdBenchmark.executable, "metrics", path, "--only", "total_return", "--quiet"]
        let runs = (0..<repeats).map { _ in ColdBenchmark.measure(words) }
        let peak = median(runs.map { Double($0.peak_kb) / 1024 })
        return BenchmarkRow(
            input: "minutes, 100 MB", task: "total return", kind: "cold process",
            milliseconds: median(runs.map(\.wall_ms)),
            processorMilliseconds: median(runs.map(\.cpu_ms)), peakMegabytes: peak, outputKilobytes: nil,
            throughput: (peak * 1_048_576 / columnBytes, "x columns"))
    }

    /// `timestamp,equity,benchmark`, 390 minutes of each weekday.
    private static func text() -> [UInt8] {
        var noise = SeededNoise(seed: 5)
        var text = Array("timestamp,equity,benchmark\n".utf8)
        text.reserveCapacity(rows * 44)
        // 1 January 1990.
        var date = CalendarDate(day: 7305)
        var (equity, benchmark, row) = (10_000_000_000, 100_000_000, 0)
        while row < rows {
            if date.weekday < 5 {
                for minute in 571...960 where row < rows {
                    equity += Int(4e5 * noise.next())
                    benchmark += Int(5e3 * noise.next())
                    text += Array("\(date)T".utf8)
                    append(minute / 60, digits: 2, to: &text)
                    text.append(UInt8(ascii: ":"))
                    append(minute % 60, digits: 2, to: &text)
                    text += Array(":00,".utf8)
                    append(equity, places: 4, end: UInt8(ascii: ","), to: &text)
                    append(benchmark, places: 6, end: UInt8(ascii: "\n"), to: &text)
                    row += 1
                }
            }
            date = CalendarDate(day: date.day + 1)
        }
        return text
    }

    private static func append(_ number: Int, digits: Int, to text: inout [UInt8]) {
        let written = Array(String(number).utf8)
        text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, digits - written.count)))
        text += written
    }

    /// A number of so many units of the last place.
    private static func append(_ units: Int, places: Int, end: UInt8, to text: inout [UInt8]) {
        let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
        append(units / scale, digits: 1, to: &text)
        text.append(UInt8(ascii: "."))
        append(units % scale, digits: places, to: &text)
        text.append(end)
    }
}
