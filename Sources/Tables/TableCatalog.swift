import Analytics
import Comparison

/// Every table, in the order of data files. A new table is a file, a row here, and a place in a template.
public enum TableCatalog {
    /// The tables of one run.
    public static let ofRun: [TableDefinition<Analysis>] =
        [MetricsTable.all, MetricsTable.key] + MetricsTable.groups + [
            CalendarReturnsTable.months,
            CalendarReturnsTable.years,
            PeriodStatisticsTable.definition,
            TrailingReturnsTable.definition,
            WeekdayReturnsTable.definition,
            SeasonalReturnsTable.monthsOfYear,
            SeasonalReturnsTable.hours,
            ReturnQuantilesTable.definition,
            ExtremeReturnsTable.definition,
            DrawdownsTable.full,
            DrawdownsTable.worst,
            DrawdownPartsTable.definition,
            RollingStatisticsTable.definition,
            ValueAtRiskTable.definition,
            ValueAtRiskBacktestTable.definition,
            ExceedancesTable.definition,
            StressTable.definition,
            WorstMonthsTable.definition,
            ExcessMonthsTable.definition,
            ScenarioTables.totals,
            ScenarioTables.positions,
            AssetRiskTables.contributions,
            AssetRiskTables.positions,
            AssetRiskTables.factors,
            RegimeTables.metrics,
            RegimeTables.transitions,
            LimitTables.limits,
            LimitTables.breaches,
            TradeGroupsTable.bySymbol,
            TradeGroupsTable.bySide,
        ] + TradeGroupsTable.groupings + [
            TradeGroupsTable.bySymbolAndYear,
            ExcursionsTable.definition,
            ClusteringTable.definition,
            TradesTable.definition,
            FillsTable.definition,
            OrdersTable.definition,
            OrderOutcomesTable.definition,
            FillQualityTable.definition,
            CapacityTable.definition,
            LiquidityTable.definition,
            HoldingsTable.definition,
            FactorsTable.definition,
            ContributionsTable.bySymbol,
            ContributionsTable.bySector,
            ContributionsTable.byYear,
            BrinsonTable.definition,
            CostTables.sweep,
            CostTables.bridge,
            SampleTable.definition,
            VerdictTable.definition,
            CredibilityTable.definition,
            BootstrapTable.definition,
            LuckTable.definition,
            PartsTables.halves,
            PartsTables.horizons,
            BenchmarkBeatenTable.definition,
            ReconciliationTable.definition,
            ReportedStatisticsTable.definition,
            ScoreTable.definition,
            DataQualityTable.definition,
            ProvenanceTable.definition,
            ParametersTable.definition,
            ConventionsTable.definition,
        ]

    /// The tables of a comparison.
    public static let ofComparison: [TableDefinition<Comparison>] =
        [ComparedRunsTable.definition, ComparedMetricsTable.all, ComparedMetricsTable.key]
        + ComparedMetricsTable.groups + [
            ComparedMetricsTable.own,
            ComparedYearsTable.definition,
            ComparedDrawdownsTable.definition,
            CorrelationsTable.definition,
            SharpeDifferenceTable.definition,
            ComparedFindingsTable.definition,
            ComparedProvenanceTable.definition,
            ComparedConventionsTable.definition,
        ]

    /// The table of metrics with those of some keys, in the order of the catalogue; all for nil.
    public static func metrics(only keys: [MetricKey]?) -> TableDefinition<Analysis> { MetricsTable.chosen(keys) }
}
