import DataOutput
import Formatting

/// The measurements as text and as JSON.
enum BenchmarkTable {
    static func text(_ rows: [BenchmarkRow]) -> String {
        var text = line("input", "task", "kind", "ms", "cpu ms", "peak MB", "output KB", "throughput")
        for row in rows {
            text += line(
                row.input, row.task, row.kind, FixedDecimal.digits(of: row.milliseconds, places: 2),
                row.processorMilliseconds.map { FixedDecimal.digits(of: $0, places: 2) } ?? "",
                row.peakMegabytes.map { FixedDecimal.digits(of: $0, places: 1) } ?? "",
                row.outputKilobytes.map { FixedDecimal.digits(of: $0, places: 0) } ?? "",
                row.throughput.map { FixedDecimal.digits(of: $0.value, places: $0.value < 10 ? 1 : 0) + " " + $0.unit }
                    ?? "")
        }
        return text
    }

    private static func line(
        _ input: String, _ task: String, _ kind: String, _ time: String, _ cpu: String, _ peak: String,
        _ size: String, _ rate: String
    ) -> String {
        left(input, 31) + left(task, 19) + left(kind, 14) + right(time, 9) + right(cpu, 9) + right(peak, 9)
            + right(size, 11) + right(rate, 22) + "\n"
    }

    private static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    static func json(_ rows: [BenchmarkRow]) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("schema")
            json.string("tearsheet.benchmark/1")
            json.key("rows")
            json.array { json in
                for row in rows { write(row, to: &json) }
            }
        }
        return json.finish()
    }

    private static func write(_ row: BenchmarkRow, to json: inout JSONWriter) {
        json.object { json in
            for (name, value) in [("input", row.input), ("task", row.task), ("kind", row.kind)] {
                json.key(name)
                json.string(value)
            }
            json.key("milliseconds")
            json.number(row.milliseconds)
            json.key("processor_milliseconds")
            json.number(row.processorMilliseconds)
            json.key("peak_megabytes")
            json.number(row.peakMegabytes)
            json.key("output_kilobytes")
            json.number(row.outputKilobytes)
            json.key("throughput")
            json.number(row.throughput?.value)
            json.key("throughput_unit")
            json.string(row.throughput?.unit)
        }
    }
}
