import RunModel

/// Benchmarks and rates.
extension Finding {
    static func benchmarkWithoutOverlap(_ name: String, _ span: String, run: String) -> Finding {
        Finding(
            .benchmarkNoOverlap, name, "the benchmark covers \(span), the run \(run)",
            "give a benchmark of the run's time, or leave it out")
    }

    static func unmatchedMoments(_ name: String, run: Int, of all: Int, benchmark: Int) -> Finding {
        let severity: Finding.Severity = run * 2 > all ? .warning : .note
        return Finding(
            .benchmarkUnmatched, name, severity: severity,
            "\(all - run) of the run's \(Phrase.count(all, "moment")) have a level of the benchmark, and \(benchmark) of "
                + "the benchmark's have none of the run; returns of both span from one common moment to the next")
    }

    static func missingBenchmarkReturns(_ name: String, _ missing: Int, of all: Int) -> Finding {
        Finding(
            .benchmarkMissingReturns, name,
            "\(missing) of \(Phrase.count(all, "return")) between common moments cannot be had, since a return is missing in the "
                + "file; they are left out of the comparison")
    }

    static func partialBenchmark(_ name: String, _ benchmark: String, run: String) -> Finding {
        Finding(
            .benchmarkPart, name, "the benchmark covers \(benchmark), the run \(run)",
            "give a benchmark of the run's whole time")
    }

    static func benchmarkTooShort(_ name: String) -> Finding {
        Finding(
            .benchmarkTooShort, name,
            "no two moments of the run have a level of the benchmark, so it is left out",
            "give a benchmark of the run's whole time")
    }

    static func nonpositiveBenchmark(_ name: String, _ column: String, bad: Int, of all: Int, line: Int) -> Finding {
        let isZero = bad == all
        return Finding(
            .benchmarkNotPositive, name, row: isZero ? nil : line, column: column,
            isZero
                ? "the benchmark is 0 or below throughout, so it is left out"
                : "the benchmark is 0 or below in \(Phrase.count(bad, "row")), here the first, so it is left out",
            "give the benchmark's prices; if these are its returns, name the column 'returns'")
    }

    static func benchmarkTotalLoss(_ name: String, _ column: String, bad: Int, line: Int) -> Finding {
        Finding(
            .benchmarkTotalLoss, name, row: line, column: column,
            "the benchmark has a return of -1 or below in \(Phrase.count(bad, "row")), here the first, so it is left out",
            "write the benchmark's returns as fractions: -0.01 for a loss of one percent")
    }

    static func benchmarkLooksLikeLevels(_ name: String, _ column: String, _ smallest: Double, _ largest: Double)
        -> Finding
    {
        Finding(
            .benchmarkLooksLikeLevels, name, column: column,
            "read as the benchmark's returns, but all values lie between \(Phrase.number(smallest)) and \(Phrase.number(largest)), as "
                + "prices do",
            "name the column 'close' if these are prices")
    }

    static func benchmarkAbsent(_ name: String, _ benchmark: String, _ library: SeriesLibrary?) -> Finding {
        let near = library?.near(benchmark) ?? []
        let place = library == nil ? "the run has no data of it" : "neither the run nor the library has data of it"
        return Finding(
            .benchmarkAbsent, name, "the benchmark \(Phrase.excerpt(benchmark)) is named, but \(place)",
            near.isEmpty
                ? "write benchmark.csv, or give --benchmark" : "the library has \(Phrase.list(near)): give --benchmark")
    }

    static func coarseBenchmark(_ name: String, _ benchmark: String, run: String) -> Finding {
        Finding(
            .benchmarkTooCoarse, name,
            "the benchmark is \(benchmark) and the run \(run), so they are not compared",
            "give a benchmark of the run's frequency")
    }

    static func emptyBenchmark(_ name: String) -> Finding {
        Finding(.benchmarkEmpty, name, "the benchmark has fewer than two values and is left out")
    }

    static func rateCoverage(_ name: String, _ covered: Int, of all: Int) -> Finding {
        Finding(
            .riskFreeCoverage, name,
            "rates for \(covered) of \(Phrase.count(all, "return")) of the run, so the series is not used",
            "give rates for the whole run")
    }
}
