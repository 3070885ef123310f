/// The context of the benchmark's own returns.
struct BenchmarkContext: Statistic {
    /// Nil without a benchmark, and in the benchmark's own context.
    let context: MetricContext?

    init(_ context: MetricContext) {
        self.context =
            context.isBenchmark ? nil : MetricContext(benchmarkOf: context.run, conventions: context.conventions)
    }
}

extension MetricContext {
    /// The benchmark's context; nil without one, and in the benchmark's own.
    var benchmark: MetricContext? { self(BenchmarkContext.self).context }
}
