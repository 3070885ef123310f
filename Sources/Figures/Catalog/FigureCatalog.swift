import Formatting

/// Every figure, in the order in which lists and complete reports show them. A new figure is a file and a row here.
public enum FigureCatalog {
    /// All definitions in display order.
    public static let all: [FigureDefinition] = [
        EquityFigure.logarithmic,
        EquityFigure.linear,
        UnderwaterFigure.definition,
        DrawdownPeriodsFigure.definition,
        MonthlyReturnsFigure.definition,
        AnnualReturnsFigure.definition,
        DailyReturnsFigure.definition,
        WeekdayReturnsFigure.definition,
        ReturnHistogramFigure.definition,
        RollingFigure.combined,
        RollingFigure.volatility,
        RollingFigure.sharpe,
        RollingFigure.sortino,
        RollingFigure.beta,
        ExposureFigure.definition,
        TradeHistogramFigure.definition,
        CumulativeTradeFigure.definition,
        TradeScatterFigure.definition,
        SymbolFigure.definition,
    ]

    /// The figure of a name, or nil.
    public static func figure(named name: String) -> FigureDefinition? { all.first { $0.name == name } }

    /// The name that was most likely meant, or nil.
    public static func nearestName(to name: String) -> String? { NearestMatch.of(name, in: all.map(\.name)) }
}
