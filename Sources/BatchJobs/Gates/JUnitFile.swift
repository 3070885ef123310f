import SystemFiles

/// The verdicts of a batch as JUnit XML, which pipelines show: a suite for every run, a case for every gate and one for the
/// report itself. Without times, as all of the summary.
enum JUnitFile {
    static func write(_ summary: BatchSummary, title: String, to put: @escaping ([UInt8]) -> Void) {
        let failures = summary.rows.reduce(0) { $0 + $1.verdicts.count { !$0.isMet } }
        let tests = summary.rows.reduce(0) { $0 + 1 + $1.verdicts.count }
        let counts = counts(tests: tests, failures: failures, errors: summary.failed)
        put(
            Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites\(attribute("name", title))\(counts)>\n".utf8)
        )
        for row in summary.rows { put(Array(suite(row, summary.gates).utf8)) }
        put(Array("</testsuites>\n".utf8))
    }

    private static func counts(tests: Int, failures: Int, errors: Int) -> String {
        attribute("tests", String(tests)) + attribute("failures", String(failures))
            + attribute("errors", String(errors))
    }

    private static func suite(_ row: BatchSummary.Row, _ gates: [Gate]) -> String {
        let record = row.record
        let counts = counts(
            tests: 1 + row.verdicts.count, failures: row.verdicts.count { !$0.isMet }, errors: record.hasFailed ? 1 : 0)
        let messages = record.failures.map(\.message).filter { !$0.isEmpty }.joined(separator: "; ")
        var text = "  <testsuite\(attribute("name", PathText.shown(record.key)))\(counts)>\n"
        text += test("report", of: record, element: record.hasFailed ? "error" : nil, words: messages)
        for (gate, verdict) in zip(gates, row.verdicts) {
            text += test(gate.text, of: record, element: verdict.isMet ? nil : "failure", words: verdict.words)
        }
        return text + "  </testsuite>\n"
    }

    private static func test(_ name: String, of record: RunRecord, element: String?, words: String) -> String {
        let head = "    <testcase\(attribute("classname", PathText.shown(record.key)))\(attribute("name", name))"
        guard let element else { return head + "/>\n" }
        return head + "><\(element)\(attribute("message", PathText.shown(words)))/></testcase>\n"
    }

    private static func attribute(_ name: String, _ value: String) -> String {
        var text = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "\n", "\t", "\r": text += " "
            // XML cannot say these at all.
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return " \(name)=\"\(text)\""
    }
}
