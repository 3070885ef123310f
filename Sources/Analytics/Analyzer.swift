import RunModel
import Series

/// Turns a run into everything that a report says about it.
public enum Analyzer {
    /// Every section under one set of conventions: a pure function, which never fails. What cannot be computed is n/a with
    /// its reason.
    public static func analyze(_ run: Run, conventions: Conventions = .standard) -> Analysis {
        let context = MetricContext(strategyOf: run, conventions: conventions)
        let benchmark = context.benchmark
        let metrics = MetricSet(MetricCatalog.definitions.map { $0.metric(in: context) })
        return Analysis(
            run: run, conventions: conventions, metrics: metrics,
            benchmarkMetrics: benchmark.map { other in
                MetricSet(MetricCatalog.benchmarkDefinitions.map { $0.metric(in: other) })
            },
            growth: GrowthSection(context, benchmark: benchmark),
            drawdowns: context.drawdowns.section(conventions.drawdownLength),
            periods: PeriodSection(context, benchmark: benchmark), distribution: DistributionSection(context),
            rolling: RollingSection(context).series(), trades: context.trades.map { TradeSection($0) },
            cautions: Cautions(context, metrics: metrics).all(), score: ScoreSection(context),
            regression: BenchmarkRegression(context), daily: DailyBasis(context),
            benchmarkDaily: benchmark.map { DailyBasis($0) },
            samples: SampleSection(of: run, conventions: conventions, all: metrics),
            positions: (try? context.positions.get())?.section)
    }
}

extension GrowthSection {
    /// The section of a context and its benchmark's.
    init(_ context: MetricContext, benchmark: MetricContext?) {
        let pairs = context.comparison
        self.init(
            strategy: context.growthSeries, benchmark: benchmark?.growthSeries,
            dailyReturns: TimeSeries(stamps: context.daily.stamps, values: context.daily.returns),
            benchmarkDailyReturns: benchmark.map { _ in
                TimeSeries(stamps: pairs.stamps, values: pairs.benchmark)
            })
    }
}

extension MetricContext {
    /// Growth of 1 with its moments.
    fileprivate var growthSeries: TimeSeries {
        TimeSeries(stamps: wealthStamps, values: wealth)
    }
}
