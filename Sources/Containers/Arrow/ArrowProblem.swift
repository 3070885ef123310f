/// The problems of Arrow files.
enum ArrowProblem {
    static func damaged(_ fact: String? = nil, byte: Int? = nil) -> ContainerProblem {
        ContainerProblem(
            code: "arrow_damaged", fact: "the Arrow file is damaged" + (fact.map { ": \($0)" } ?? ""),
            remedy: "copy it again completely, or write it anew", byte: byte)
    }

    static let truncated = ContainerProblem(
        code: "arrow_truncated", fact: "the Arrow file ends without its foot, so it is cut off or still being written",
        remedy: "copy it again, completely")

    static let bigEndian = ContainerProblem(
        code: "arrow_endianness", fact: "the Arrow file was written by a big-endian machine",
        remedy: "write it on another")

    static let featherV1 = ContainerProblem(
        code: "feather_v1", fact: "Feather version 1 is not read",
        remedy:
            "convert it with: python -c \"import pyarrow.feather as f; f.write_feather(f.read_table('run.feather'), 'run.arrow')\""
    )

    static func kind(_ fact: String, _ column: String) -> ContainerProblem {
        ContainerProblem(
            code: "column_type", fact: "\(fact) is not read", remedy: "write numbers, text, dates or moments",
            column: column)
    }

    static func codec(_ number: Int8) -> ContainerProblem {
        ContainerProblem(
            code: "arrow_codec", fact: "compressed with codec \(number), which is not read",
            remedy: "write it with compression='zstd' or 'lz4'")
    }
}
