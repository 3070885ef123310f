/// The problems of Parquet files.
enum ParquetProblem {
    static func damaged(_ fact: String? = nil, byte: Int? = nil) -> ContainerProblem {
        ContainerProblem(
            code: "parquet_damaged", fact: "the Parquet file is damaged" + (fact.map { ": \($0)" } ?? ""),
            remedy: "copy it again completely, or write it anew", byte: byte)
    }

    static let truncated = ContainerProblem(
        code: "parquet_truncated",
        fact: "the Parquet file ends without its foot, so it is cut off or still being written",
        remedy: "copy it again, completely")

    static let encrypted = ContainerProblem(
        code: "parquet_encrypted", fact: "the Parquet file is encrypted", remedy: "write it without encryption")

    static let elsewhere = ContainerProblem(
        code: "parquet_elsewhere", fact: "the Parquet file refers to other files for its data",
        remedy: "give one of the files that hold the data, or write them as one file")

    static func nested(_ name: String) -> ContainerProblem {
        ContainerProblem(
            code: "nested_column", fact: "lists, structures and maps are not read",
            remedy: "write one plain column for each value, or leave the column out", column: name)
    }

    static func noColumns(_ nested: [String]) -> ContainerProblem {
        nested.first.map(Self.nested)
            ?? ContainerProblem(
                code: "no_columns", fact: "the Parquet file has no columns", remedy: "write the columns of the run")
    }

    static func codec(_ number: Int, _ column: String) -> ContainerProblem {
        ContainerProblem(
            code: "parquet_codec",
            fact: "compressed with \(number == 3 ? "LZO" : "codec \(number)"), which is not read",
            remedy: "write it with compression='zstd' or 'snappy'", column: column)
    }

    static func encoding(_ number: Int, _ column: String, byte: Int) -> ContainerProblem {
        ContainerProblem(
            code: "parquet_encoding", fact: "encoding \(number) is not read for this type of column",
            remedy: "write it with the writer's own defaults", byte: byte, column: column)
    }

    static func kind(_ fact: String, _ column: String) -> ContainerProblem {
        ContainerProblem(
            code: "column_type", fact: "\(fact) is not read", remedy: "write numbers, text, dates or moments",
            column: column)
    }
}
