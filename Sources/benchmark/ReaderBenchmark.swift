import CMeasuredProcess
import Containers
import RunFormats
import SystemFiles

/// How fast the readers are: text in megabytes a second, columns in values, by the time of the processor.
enum ReaderBenchmark {
    /// A Parquet file of `real-runs`, of which `make bench` has none of its own.
    private static let parquet = "parquet-variants/equity.none.parquet"

    static func rows(repeats: Int) throws -> [BenchmarkRow] {
        let csv = GeneratedSeries.minute()
        let path = "out/benchmark/readers.csv"
        try FileSystem.createDirectories(FileSystem.parent(of: path))
        try FileSystem.writeAtomically(csv, to: path)
        let json = document(csv)
        var rows = [
            try row("CSV", "file to Run", repeats, size: csv.count) {
                try RunReader.read(path, options: RunOptions()).returns.count
            },
            try row("CSV", "bytes to cells", repeats, size: csv.count) { try CSVScanner.scan(csv).rowCount },
            try row("JSON", "bytes to values", repeats, size: json.count) {
                if case .object(let members) = try JSONReader.parse(json) { return members.count }
                return 0
            },
        ]
        rows.append(try leanRow(repeats: repeats))
        if let parquet = try parquetRow(repeats: repeats) { rows.append(parquet) }
        return rows
    }

    private static func leanRow(repeats: Int) throws -> BenchmarkRow {
        let result = GeneratedLean.result()
        // A folder of its own: what lies beside a result may belong to it.
        let path = "out/benchmark/lean/result.json"
        try FileSystem.createDirectories(FileSystem.parent(of: path))
        try FileSystem.writeAtomically(result, to: path)
        return try row("LEAN result", "file to Run", repeats, size: result.count) {
            try RunReader.read(path, options: RunOptions()).returns.count
        }
    }

    private static func parquetRow(repeats: Int) throws -> BenchmarkRow? {
        let folder = ProcessEnvironment.variable("TEARSHEET_REAL_RUNS") ?? "../shared/real-runs"
        guard let bytes = try? FileSystem.readFile(FileSystem.join(folder, parquet)) else { return nil }
        let table = try ParquetReader.read(bytes, limit: 1 << 30)
        var row = try row("Parquet", "bytes to columns", repeats, size: 0) {
            try ParquetReader.read(bytes, limit: 1 << 30).rowCount
        }
        let values = Double(table.rowCount * table.columns.count)
        row.throughput = (values / (row.processorMilliseconds ?? .nan) / 1e3, "million values/s")
        return row
    }

    private static func row(
        _ input: String, _ task: String, _ repeats: Int, size: Int, work: () throws -> Int
    ) rethrows -> BenchmarkRow {
        _ = try work()
        var (times, processor): ([Double], [Double]) = ([], [])
        for _ in 0..<max(5, repeats) {
            let (start, busy) = (measured_process_now_ms(), measured_process_cpu_ms())
            _ = try work()
            processor.append(measured_process_cpu_ms() - busy)
            times.append(measured_process_now_ms() - start)
        }
        let cost = median(processor)
        return BenchmarkRow(
            input: input, task: task, kind: "reader", milliseconds: median(times), processorMilliseconds: cost,
            peakMegabytes: nil, outputKilobytes: nil, throughput: (Double(size) / cost / 1e3, "MB/s"))
    }

    /// The rows of a table as JSON: an array of arrays of a text and numbers.
    private static func document(_ csv: [UInt8]) -> [UInt8] {
        var text = Array("{\"rows\":[".utf8)
        for (place, line) in csv.split(separator: UInt8(ascii: "\n")).dropFirst().enumerated() {
            let cells = line.split(separator: UInt8(ascii: ","))
            if place > 0 { text.append(UInt8(ascii: ",")) }
            text += Array("[\"".utf8) + cells[0] + Array("\"".utf8)
            for cell in cells.dropFirst() { text += [UInt8(ascii: ",")] + cell }
            text.append(UInt8(ascii: "]"))
        }
        return text + Array("]}\n".utf8)
    }
}
