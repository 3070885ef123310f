import Analytics
import RunModel
import Series

/// Every table and series of an analysis as plain values; the one place where JSON and CSV take them from.
public enum AnalysisTables {
    /// A table that is made when it is asked for: of a run of millions of trades one is enough in memory.
    struct Maker: Sendable {
        let name: String
        let make: @Sendable () -> DataTable
    }

    /// The tables, in the order of the report. Tables of sections that the run does not have are left out.
    static func tables(of analysis: Analysis) -> [Maker] {
        let always = [
            drawdowns(analysis), months(analysis), years(analysis), trailing(analysis), weekdays(analysis),
            extremes("best_periods", analysis.distribution.best),
            extremes("worst_periods", analysis.distribution.worst),
        ].map { table in Maker(name: table.name) { table } }
        let more = [(try? analysis.samples).map(inAndOut), (try? analysis.positions).map(holdings)].compactMap { $0 }
            .map { table in Maker(name: table.name) { table } }
        guard let trades = try? analysis.trades else { return always + more }
        return always + more + [
            Maker(name: "trades_by_symbol") { groups("trades_by_symbol", trades.bySymbol) },
            Maker(name: "trades_by_side") { groups("trades_by_side", trades.bySide) },
            Maker(name: "trades") { log(trades) },
        ]
    }

    /// The series by name, in the order of files.
    public static func namedSeries(of analysis: Analysis) -> [(name: String, series: TimeSeries)] {
        var series = [
            (SeriesName.growth, analysis.growth.strategy), (SeriesName.drawdown, analysis.drawdowns.series),
            (SeriesName.dailyReturns, analysis.growth.dailyReturns),
        ]
        if let benchmark = analysis.growth.benchmark { series.append((SeriesName.benchmarkGrowth, benchmark)) }
        if let daily = analysis.growth.benchmarkDailyReturns {
            series.append((SeriesName.benchmarkDailyReturns, daily))
        }
        for rolling in analysis.rolling { series.append((rolling.key, rolling.series)) }
        if let positions = try? analysis.positions {
            series += [
                (SeriesName.longExposure, positions.long), (SeriesName.shortExposure, positions.short),
                (SeriesName.netExposure, positions.net), (SeriesName.holdings, positions.holdings),
            ]
        }
        if let trades = try? analysis.trades {
            series.append((SeriesName.cumulativeTradeProfit, trades.cumulativeProfit))
        }
        return series
    }

    private static func drawdowns(_ analysis: Analysis) -> DataTable {
        DataTable(
            name: "drawdowns",
            columns: ["rank", "depth", "peak", "valley", "recovery", "days", "days_to_valley", "recovery_days"],
            rows: analysis.drawdowns.episodes.enumerated().map { index, episode in
                [
                    .integer(index + 1), .number(episode.depth), .text(episode.peak.description),
                    .text(episode.valley.description), .optional(episode.recovery?.description),
                    .integer(episode.days), .integer(episode.daysToValley),
                    episode.recoveryDays.map { .integer($0) } ?? .absent,
                ]
            })
    }

    private static func months(_ analysis: Analysis) -> DataTable {
        periods("monthly_returns", "month", analysis.periods.months) { String($0.iso.prefix(7)) }
    }

    private static func years(_ analysis: Analysis) -> DataTable {
        periods("annual_returns", "year", analysis.periods.years) { String($0.year) }
    }

    private static func periods(
        _ name: String, _ column: String, _ periods: [PeriodReturn], label: (CalendarDate) -> String
    ) -> DataTable {
        DataTable(
            name: name, columns: [column, "strategy", "benchmark", "observations", "partial", "benchmark_partial"],
            rows: periods.map { period in
                [
                    .text(label(period.start)), .number(period.strategy), .optional(period.benchmark),
                    .integer(period.observations), .boolean(period.isPartial),
                    period.benchmark == nil ? .absent : .boolean(period.benchmarkIsPartial),
                ]
            })
    }

    private static func trailing(_ analysis: Analysis) -> DataTable {
        DataTable(
            name: "trailing_returns",
            columns: ["window", "strategy", "benchmark", "annualised", "reason", "benchmark_reason"],
            rows: analysis.periods.trailing.map { window in
                [
                    .text(window.key.rawValue), .optional(window.strategy.number), .optional(window.benchmark?.number),
                    .boolean(window.isAnnualised), .optional(window.strategy.reason),
                    .optional(window.benchmark?.reason),
                ]
            })
    }

    private static func weekdays(_ analysis: Analysis) -> DataTable {
        DataTable(
            name: "weekdays", columns: ["weekday", "observations", "mean", "win_rate"],
            rows: analysis.periods.weekdays.map { group in
                [.text(group.label), .integer(group.observations), .number(group.mean), .number(group.winRate)]
            })
    }

    private static func extremes(_ name: String, _ returns: [DatedReturn]) -> DataTable {
        DataTable(
            name: name, columns: ["stamp", "return"],
            rows: returns.map { [.text($0.stamp.description), .number($0.value)] })
    }
}

extension AnalysisTables {
    private static func groups(_ name: String, _ groups: [TradeGroup]) -> DataTable {
        DataTable(
            name: name, columns: ["name", "count", "win_rate", "profit", "average", "profit_factor"],
            rows: groups.map { group in
                [
                    .text(group.name), .integer(group.count), .number(group.winRate), .number(group.profit),
                    .number(group.average), .optional(group.profitFactor.number),
                ]
            })
    }

    private static func log(_ trades: TradeSection) -> DataTable {
        DataTable(
            name: "trades",
            columns: [
                "id", "symbol", "side", "quantity", "entry", "entry_price", "exit", "exit_price", "profit", "fees",
                "return", "tag", "open",
            ],
            rows: (trades.closed + trades.open).map { trade in
                [
                    .text(trade.id), .text(trade.symbol), .text(trade.side.rawValue), .number(trade.quantity),
                    .text(trade.entry.description), .number(trade.entryPrice), .text(trade.exit.description),
                    .number(trade.exitPrice), .number(trade.profit), .number(trade.fees),
                    .optional(trade.returnFraction), .optional(trade.tag), .boolean(trade.isOpen),
                ]
            })
    }
}

extension AnalysisTables {
    /// A metric that is n/a in one part is absent there alone.
    private static func inAndOut(_ samples: SampleSection) -> DataTable {
        DataTable(
            name: "in_and_out_of_sample", columns: ["key", "in_sample", "out_of_sample", "all"],
            rows: samples.rows.map { row in
                [
                    .text(row.declaration.key.rawValue), .optional(row.inSample.number),
                    .optional(row.outOfSample.number),
                    .optional(row.all.number),
                ]
            })
    }

    private static func holdings(_ positions: PositionSection) -> DataTable {
        DataTable(
            name: "top_holdings", columns: ["symbol", "mean_weight", "max_weight", "held", "last_weight"],
            rows: positions.top.map { holding in
                [
                    .text(holding.symbol), .number(holding.meanWeight), .number(holding.maxWeight),
                    .number(holding.held), .number(holding.lastWeight),
                ]
            })
    }
}
