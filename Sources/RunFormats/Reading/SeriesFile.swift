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
        if file.lacksHeader { throw log.fail(.noHeader(file.name)) }
        let plan = try plan()
        guard file.count > 0 else { throw log.fail(.noRows(file.name)) }
        let timestamps = file.timestamps(plan.timestamps)
        let main = series(plan.main, timestamps, plan.timestamps)
        let benchmark = plan.benchmark.map { series($0, timestamps, plan.timestamps) }
        checkPayments(besides: plan.main)
        noteUnused(besides: plan, file.timeColumn(besides: plan.timestamps)?.index)
        return SeriesFile(main: main, benchmark: benchmark)
    }

    /// Which columns of a file are read as what.
    struct Plan {
        var timestamps: Int
        var main: Choice
        var benchmark: Choice?
    }

    /// The columns by their names and first cells; throws where the header leaves it open what they are.
    func plan() throws(RunError) -> Plan {
        let timestamps = try file.timestampColumn()
        let main = try mainColumn(besides: timestamps)
        let beside = benchmarkColumn(besides: [timestamps, main.index], content: main.content)
        return Plan(timestamps: timestamps, main: main, benchmark: beside)
    }

    private func series(_ choice: Choice, _ timestamps: TimestampColumn, _ timestampColumn: Int) -> RawSeries {
        let series = file.series(
            choice.index, timestamps: timestamps, timestampColumn: timestampColumn, content: choice.content.series)
        guard let conversion = choice.conversion else { return series }
        return ColumnConversion(conversion: conversion, file: file, index: choice.index).apply(to: series)
    }

    // MARK: The main column

    /// A column, what it holds, and what has to be done to its values.
    struct Choice {
        var index: Int
        var content: RunOptions.BareContent
        var conversion: ValueConversion?
    }

    private func mainColumn(besides timestampColumn: Int) throws(RunError) -> Choice {
        let time = file.timeColumn(besides: timestampColumn)?.index
        let candidates = file.header.indices.filter { $0 != timestampColumn && $0 != time }
        guard !candidates.isEmpty else { throw log.fail(.noValueColumn(file.name, file.header)) }
        if let name = expectation.column { return try namedColumn(name, candidates) }
        if expectation.isBenchmark, let choice = try ownBenchmarkColumn(candidates) { return choice }
        let known = knownColumns(candidates)
        if let wanted = expectation.option, let choice = known.first(where: { $0.content == wanted }) {
            return try unique(choice)
        }
        let wanted = expectation.option ?? expectation.fileName
        if let choice = convertibleColumn(candidates, wanted), known.isEmpty || expectation.option != nil {
            return choice
        }
        if let weak = weakColumn(candidates), known.isEmpty { return weak }
        if expectation.option == nil, known.isEmpty { try refuse(candidates) }
        if let wanted = expectation.option {
            if let conflicting = known.first {
                throw log.fail(.contentConflict(file.name, file.header[conflicting.index], wanted))
            }
            return Choice(index: try onlyColumn(candidates, wanted), content: wanted)
        }
        if let wanted = expectation.fileName {
            if let choice = known.first(where: { $0.content == wanted }) { return try unique(choice) }
            return Choice(index: try onlyColumn(known.isEmpty ? candidates : [], wanted), content: wanted)
        }
        if let choice = known.first { return try unique(choice) }
        throw log.fail(.ambiguousContent(file.name, candidates.map { file.header[$0] }, expectation.isBenchmark))
    }

    /// Columns with a strong name, equity before returns, best names first.
    private func knownColumns(_ candidates: [Int]) -> [Choice] {
        let byName = [(ColumnNames.equity, RunOptions.BareContent.equity), (ColumnNames.returns, .returns)]
        return byName.flatMap { names, content in
            names.compactMap { name in
                candidates.first { ColumnNames.normalised(file.header[$0]) == name }
                    .map { Choice(index: $0, content: content) }
            }
        }
    }

    /// A column named `strategy`: returns, unless an option says otherwise.
    private func weakColumn(_ candidates: [Int]) -> Choice? {
        candidates.first { ColumnNames.weakReturns.contains(ColumnNames.normalised(file.header[$0])) }
            .map { Choice(index: $0, content: expectation.option ?? expectation.fileName ?? .returns) }
    }

    /// The one column that is left when timestamps and benchmark are taken away.
    private func onlyColumn(_ candidates: [Int], _ wanted: RunOptions.BareContent) throws(RunError) -> Int {
        let open = candidates.filter {
            if case .benchmark = ColumnNames.role(of: file.header[$0]) { return false }
            return true
        }
        if open.count == 1 { return open[0] }
        throw log.fail(.noMainColumn(file.name, wanted, file.header))
    }

    private func unique(_ choice: Choice) throws(RunError) -> Choice {
        let name = file.header[choice.index]
        if file.header.filter({ $0 == name }).count > 1 { throw log.fail(.duplicateColumn(file.name, name)) }
        return choice
    }

    // MARK: Columns that are something else

    /// The first column whose name says by which formula it becomes what is wanted.
    private func convertibleColumn(
        _ candidates: [Int], _ wanted: RunOptions.BareContent?, ofBenchmark: Bool = false
    ) -> Choice? {
        for index in candidates where ofBenchmark || !ColumnNames.isBenchmark(file.header[index]) {
            guard let conversion = conversion(file.header[index], wanted) else { continue }
            if wanted == nil || conversion.content == wanted {
                return Choice(index: index, content: conversion.content, conversion: conversion)
            }
        }
        return nil
    }

    /// The formula that a name asks for; a name that says `log` alone needs to be told what of.
    private func conversion(_ name: String, _ wanted: RunOptions.BareContent?) -> ValueConversion? {
        switch ColumnMeaning(name) {
        case .convertible(let conversion): conversion
        case .refused(.logarithm): wanted.map { $0 == .returns ? .log : .logLevel }
        default: nil
        }
    }

    /// Throws where a column is known for what cannot be used as it is.
    private func refuse(_ candidates: [Int]) throws(RunError) {
        for index in candidates {
            if case .refused(let column) = ColumnMeaning(file.header[index]) {
                throw log.fail(.refusedColumn(file.name, file.header[index], column))
            }
        }
    }

    /// The columns of payments in or out.
    var payments: [Int] { file.header.indices.filter { ColumnMeaning(file.header[$0]) == .refused(.payments) } }

    /// Payments in or out move an account's equity without being returns.
    private func checkPayments(besides choice: Choice) {
        guard choice.content == .equity, choice.conversion == nil,
            ColumnNames.holdsPayments.contains(ColumnNames.normalised(file.header[choice.index]))
        else { return }
        for index in payments {
            let payments = file.table.numbers(column: index, from: 1).values.enumerated().filter {
                !$0.element.isNaN && $0.element != 0
            }
            guard let first = payments.first else { continue }
            let line = file.line(ofRow: first.offset + 1)
            log.add(
                .paymentsInEquity(
                    file.name, line, file.header[index], payments.count, choice: file.header[choice.index]))
        }
    }

    // MARK: Benchmarks

    /// The column that an option names, whose kind the name or its neighbours tell.
    private func namedColumn(_ name: String, _ candidates: [Int]) throws(RunError) -> Choice {
        guard let index = candidates.first(where: { file.header[$0] == name }) else {
            throw log.fail(.missingColumn(file.name, name, candidates.map { file.header[$0] }))
        }
        switch ColumnNames.role(of: name) {
        case .main(let content, _): return Choice(index: index, content: content)
        case .benchmark(let content?): return Choice(index: index, content: content)
        default: break
        }
        if let choice = convertibleColumn([index], nil, ofBenchmark: true) { return choice }
        try refuse([index])
        if let beside = knownColumns(candidates).first ?? weakColumn(candidates) {
            return Choice(index: index, content: beside.content)
        }
        throw log.fail(.ambiguousContent(file.name, [name], true))
    }

    /// In a file of a benchmark's own, a benchmark column that says what it holds.
    private func ownBenchmarkColumn(_ candidates: [Int]) throws(RunError) -> Choice? {
        for index in candidates {
            guard case .benchmark(let content) = ColumnNames.role(of: file.header[index]) else { continue }
            if let content { return Choice(index: index, content: content) }
            if let beside = knownColumns(candidates).first ?? weakColumn(candidates) {
                return Choice(index: index, content: beside.content)
            }
            throw log.fail(.ambiguousContent(file.name, [file.header[index]], true))
        }
        return nil
    }

    private func benchmarkColumn(besides taken: [Int], content: RunOptions.BareContent) -> Choice? {
        guard !expectation.isBenchmark else { return nil }
        let open = file.header.indices.filter { !taken.contains($0) }
        for index in open {
            if case .benchmark(let own) = ColumnNames.role(of: file.header[index]) {
                return Choice(index: index, content: own ?? content)
            }
        }
        return convertibleColumn(open.filter { ColumnNames.isBenchmark(file.header[$0]) }, nil, ofBenchmark: true)
    }

    func noteUnused(besides plan: Plan, _ time: Int? = nil) {
        let used = [plan.timestamps, plan.main.index, plan.benchmark?.index, time]
        guard !expectation.isBenchmark else { return }
        // A delimiter at the end of each line makes a column without a name.
        let unused = file.header.indices.filter { !used.contains($0) && !(file.header[$0].isEmpty && $0 > 0) }
            .map { "'\(file.header[$0])'" }
        if !unused.isEmpty { log.note("Columns of \(file.name) that are not used: \(unused.joined(separator: ", ")).") }
    }
}

extension RunOptions.BareContent {
    /// The same for a column of values.
    var series: RawSeries.Content { self == .returns ? .returns : .levels }
}
