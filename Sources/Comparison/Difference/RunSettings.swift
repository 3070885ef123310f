import RunModel

/// What a run says of itself and of how it was made, each entry under a name.
enum RunSettings {
    /// The entries in the order of lists; nil for what is not known.
    static func all(of run: Run) -> [(name: String, value: String?)] {
        [
            ("strategy", run.identity.strategy.value), ("version", run.identity.version.value),
            ("engine", run.identity.engine), ("format", run.provenance.format),
            ("from", run.equity.timestamps.first?.description), ("to", run.returns.timestamps.last?.description),
            ("returns", String(run.returns.count)), ("calendar", run.calendar.name),
            ("periods a year", words(run.calendar.periodsPerYear)), ("currency", run.currency.value),
            ("initial capital", run.initialCapital.value.map(words)), ("time zone", run.timeZone.value),
            ("benchmark", run.benchmark?.name), ("risk-free rate", run.riskFree.words),
            ("trials", run.trials.map(String.init)), ("out of sample from", run.outOfSampleStart?.iso),
        ]
    }

    /// `252`, `0.5`.
    private static func words(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? "\(number)"
    }
}
