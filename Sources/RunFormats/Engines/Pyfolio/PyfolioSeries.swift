import RunModel

/// A series of returns as pandas writes it: two columns, with a header (`,returns`, `index,return`, `,0`) or without.
enum PyfolioSeries {
    static func read(_ name: String, _ role: String, of source: RunSource) throws(RunError) -> RawSeries {
        var file = try TableFile(name: name, bytes: try source.bytes(of: name, role: role), log: source.log)
        if file.lacksHeader { file = try file.withHeader(["date", role]) }
        guard file.count > 0 else { throw source.log.fail(.noRows(name)) }
        let timestampColumn = try file.timestampColumn()
        let column = file.header.indices.first { $0 != timestampColumn } ?? 0
        return file.series(
            column, timestamps: file.timestamps(timestampColumn), timestampColumn: timestampColumn, content: .returns)
    }

    /// A benchmark: what its column says it is, else returns, because pyfolio takes nothing else.
    static func benchmark(_ name: String, of source: RunSource) throws(RunError) -> RawSeries {
        let bytes = try source.bytes(of: name, role: "benchmark")
        let file = try TableFile(name: name, bytes: bytes, log: source.log)
        let isKnown = file.header.dropFirst().contains { ColumnNames.role(of: $0) != nil || ColumnMeaning($0) != nil }
        guard isKnown, !file.lacksHeader else { return try read(name, "benchmark", of: source) }
        return try SeriesFileReader(file: file, expectation: .init(isBenchmark: true)).read().main
    }
}
