import Analytics
import Comparison
import Formatting

/// Every figure, in the order in which lists and complete reports show them. A new figure is a file and a row here.
public enum FigureCatalog {
    /// The figures of one run in display order.
    public static let ofRun: [FigureDefinition<Analysis>] = [
        EquityFigure.logarithmic,
        EquityFigure.linear,
        UnderwaterFigure.definition,
        DrawdownPeriodsFigure.definition,
        DrawdownAnatomyFigure.definition,
        MonthlyReturnsFigure.definition,
        AnnualReturnsFigure.definition,
        DailyReturnsFigure.definition,
        GroupedReturnsFigure.weekdays,
        GroupedReturnsFigure.monthsOfYear,
        GroupedReturnsFigure.hours,
        ReturnHistogramFigure.definition,
        ReturnQuantilesFigure.definition,
        MonthlyHistogramFigure.definition,
        NormalPlotFigure.definition,
        AutocorrelationFigure.definition,
        RelativePerformanceFigure.definition,
        VolatilityMatchedFigure.definition,
        BenchmarkScatterFigure.definition,
        MonthlyExcessFigure.definition,
        CaptureFigure.definition,
        RollingFigure.combined,
        RollingFigure.volatility,
        RollingFigure.sharpe,
        RollingFigure.sortino,
        RollingFigure.beta,
        RollingFigure.correlation,
        RollingFigure.alpha,
        RollingFigure.againstBenchmark,
        ExceedancesFigure.definition,
        StressFigure.definition,
        ScenarioFigure.definition,
        RiskContributionFigure.definition,
        PairCorrelationFigure.positions,
        PairCorrelationFigure.factors,
        SharpeBootstrapFigure.definition,
        ConeFigure.whole,
        ConeFigure.outOfSample,
        LuckFigure.definition,
        FactorExposureFigure.definition,
        ContributionFigure.definition,
        ExposureFigure.definition,
        HoldingsFigure.definition,
        AllocationFigure.symbols,
        AllocationFigure.sectors,
        TurnoverFigure.definition,
        CostSweepFigure.definition,
        CostBridgeFigure.definition,
        TradeHistogramFigure.definition,
        CumulativeTradeFigure.definition,
        TradeScatterFigure.definition,
        SymbolFigure.definition,
        ExitReasonFigure.definition,
        HoldingPeriodFigure.definition,
        ExcursionFigure.definition,
        WeekdayHourFigure.definition,
    ]

    /// The figures of a comparison in display order.
    public static let ofComparison: [FigureDefinition<Comparison>] = [
        ComparedGrowthFigure.both,
        ComparedGrowthFigure.drawdowns,
        ComparedScatterFigure.riskReturn,
        ComparedSharpeFigure.definition,
        ComparedReturnsFigure.definition,
        ComparedScatterFigure.winRate,
        CorrelationFigure.definition,
        ComparedYearsFigure.definition,
        SharpeDifferenceFigure.definition,
    ]
}

extension Array {
    /// The figure of a name, or nil.
    public func figure<Subject>(named name: String) -> FigureDefinition<Subject>?
    where Element == FigureDefinition<Subject> { first { $0.name == name } }

    /// The name that was most likely meant, or nil.
    public func nearestFigureName<Subject>(to name: String) -> String?
    where Element == FigureDefinition<Subject> { NearestMatch.of(name, in: map(\.name)) }
}
