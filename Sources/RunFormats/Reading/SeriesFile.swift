import RunModel

/// The series of one file: a main column, and a benchmark beside it.
struct SeriesFile {
    var main: RawSeries
    var benchmark: RawSeries?
}

/// Finds the columns of a file of returns or equity by their names; never by the size of the values.
struct SeriesFileReader {
    /// What is known besides the header.
    struct Expectation {
        /// What an option says of the values.
        var option: RunOptions.BareContent?
        /// What the file's own name says: `equity.csv` of a run folder.
        var fileName: RunOptions.BareContent?
        /// The file holds a benchmark: its benchmark column is the main one.
        var isBenchmark = false
        /// The column that the user named.
        var column: String?
    }

    let file: TableFile
    let expectation: Expectation
    private var log: ReadingLog { file.log }

    /// The series in the file; throws where the header leaves it open what they are.
    func read() throws(RunError) -> SeriesFile {
        if file.lacksHeader { throw log.fail(Words.noHeader(file.name)) }
        let stampColumn = try file.stampColumn()
        let (column, content) = try mainColumn(besides: stampColumn)
        guard file.count > 0 else { throw log.fail(Words.noRows(file.name)) }
        let stamps = file.stamps(stampColumn)
        let main = file.series(column, stamps: stamps, stampColumn: stampColumn, content: content.series)
        let benchmark = benchmarkColumn(besides: [stampColumn, column]).map { index, kind in
            file.series(index, stamps: stamps, stampColumn: stampColumn, content: (kind ?? content).series)
        }
        noteUnused(besides: [stampColumn, column, benchmark.flatMap { file.header.firstIndex(of: $0.column) }])
        return SeriesFile(main: main, benchmark: benchmark)
    }

    // MARK: The main column

    private typealias Choice = (index: Int, content: RunOptions.BareContent)

    private func mainColumn(besides stampColumn: Int) throws(RunError) -> Choice {
        let candidates = file.header.indices.filter { $0 != stampColumn }
        guard !candidates.isEmpty else { throw log.fail(Words.noValueColumn(file.name, file.header)) }
        if let name = expectation.column { return try namedColumn(name, candidates) }
        if expectation.isBenchmark, let choice = try ownBenchmarkColumn(candidates) { return choice }
        let known = knownColumns(candidates)
        if let wanted = expectation.option, let choice = known.first(where: { $0.content == wanted }) {
            return try unique(choice)
        }
        if let weak = weakColumn(candidates), known.isEmpty { return weak }
        if let wanted = expectation.option {
            if let conflicting = known.first {
                throw log.fail(Words.contentConflict(file.name, file.header[conflicting.index], wanted))
            }
            return (try onlyColumn(candidates, wanted), wanted)
        }
        if let wanted = expectation.fileName {
            if let choice = known.first(where: { $0.content == wanted }) { return try unique(choice) }
            return (try onlyColumn(known.isEmpty ? candidates : [], wanted), wanted)
        }
        if let choice = known.first { return try unique(choice) }
        throw log.fail(Words.ambiguousContent(file.name, candidates.map { file.header[$0] }, expectation.isBenchmark))
    }

    /// Columns with a strong name, equity before returns, best names first.
    private func knownColumns(_ candidates: [Int]) -> [Choice] {
        let byName = [(ColumnNames.equity, RunOptions.BareContent.equity), (ColumnNames.returns, .returns)]
        return byName.flatMap { names, content in
            names.compactMap { name in
                candidates.first { ColumnNames.normalised(file.header[$0]) == name }.map { ($0, content) }
            }
        }
    }

    /// A column named `strategy`: returns, unless an option says otherwise.
    private func weakColumn(_ candidates: [Int]) -> Choice? {
        candidates.first { ColumnNames.weakReturns.contains(ColumnNames.normalised(file.header[$0])) }
            .map { ($0, expectation.option ?? expectation.fileName ?? .returns) }
    }

    /// The one column that is left when stamps and benchmark are taken away.
    private func onlyColumn(_ candidates: [Int], _ wanted: RunOptions.BareContent) throws(RunError) -> Int {
        let open = candidates.filter {
            if case .benchmark = ColumnNames.role(of: file.header[$0]) { return false }
            return true
        }
        if open.count == 1 { return open[0] }
        throw log.fail(Words.noMainColumn(file.name, wanted, file.header))
    }

    private func unique(_ choice: Choice) throws(RunError) -> Choice {
        let name = file.header[choice.index]
        if file.header.filter({ $0 == name }).count > 1 { throw log.fail(Words.duplicateColumn(file.name, name)) }
        return choice
    }

    // MARK: Benchmarks

    /// The column that an option names, whose kind the name or its neighbours tell.
    private func namedColumn(_ name: String, _ candidates: [Int]) throws(RunError) -> Choice {
        guard let index = candidates.first(where: { file.header[$0] == name }) else {
            throw log.fail(Words.missingColumn(file.name, name, candidates.map { file.header[$0] }))
        }
        switch ColumnNames.role(of: name) {
        case .main(let content, _): return (index, content)
        case .benchmark(let content?): return (index, content)
        default: break
        }
        if let beside = knownColumns(candidates).first ?? weakColumn(candidates) { return (index, beside.content) }
        throw log.fail(Words.ambiguousContent(file.name, [name], true))
    }

    /// In a file of a benchmark's own, a benchmark column that says what it holds.
    private func ownBenchmarkColumn(_ candidates: [Int]) throws(RunError) -> Choice? {
        for index in candidates {
            guard case .benchmark(let content) = ColumnNames.role(of: file.header[index]) else { continue }
            if let content { return (index, content) }
            if let beside = knownColumns(candidates).first ?? weakColumn(candidates) { return (index, beside.content) }
            throw log.fail(Words.ambiguousContent(file.name, [file.header[index]], true))
        }
        return nil
    }

    private func benchmarkColumn(besides taken: [Int]) -> (Int, RunOptions.BareContent?)? {
        guard !expectation.isBenchmark else { return nil }
        for index in file.header.indices where !taken.contains(index) {
            if case .benchmark(let content) = ColumnNames.role(of: file.header[index]) { return (index, content) }
        }
        return nil
    }

    private func noteUnused(besides used: [Int?]) {
        guard !expectation.isBenchmark else { return }
        let unused = file.header.indices.filter { !used.contains($0) }.map { "'\(file.header[$0])'" }
        if !unused.isEmpty { log.note("Columns of \(file.name) that are not used: \(unused.joined(separator: ", ")).") }
    }
}

extension RunOptions.BareContent {
    /// The same for a column of values.
    var series: RawSeries.Content { self == .returns ? .returns : .levels }
}
