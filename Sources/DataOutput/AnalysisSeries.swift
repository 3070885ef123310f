import Analytics
import Series

/// A series that is made when it is written.
public struct MadeSeries: Sendable {
    /// As data files name it.
    public let name: String
    /// Makes it.
    public let make: @Sendable () -> TimeSeries

    /// A series by its name.
    public init(_ name: String, make: @escaping @Sendable () -> TimeSeries) { (self.name, self.make) = (name, make) }
}

/// Every series of an analysis; the one place where JSON, CSV and pages take them from.
public enum AnalysisSeries {
    /// The series by name, in the order of files.
    public static func all(of analysis: Analysis) -> [(name: String, series: TimeSeries)] {
        [(SeriesName.growth, analysis.growth.strategy), (SeriesName.drawdown, analysis.drawdowns.series)]
            + beside(analysis)
    }

    /// The same, each made when it is written: growth and drawdown are as long as the run.
    public static func made(of analysis: Analysis) -> [MadeSeries] {
        [
            MadeSeries(SeriesName.growth) { analysis.growth.strategy },
            MadeSeries(SeriesName.drawdown) { analysis.drawdowns.series },
        ] + beside(analysis).map { name, series in MadeSeries(name) { series } }
    }

    /// The series that stand beside growth and drawdown, which alone have a value at every moment of the run.
    public static func beside(_ analysis: Analysis) -> [(name: String, series: TimeSeries)] {
        var series = [(SeriesName.dailyReturns, analysis.growth.dailyReturns)]
        if let benchmark = analysis.growth.benchmark { series.append((SeriesName.benchmarkGrowth, benchmark)) }
        if let daily = analysis.growth.benchmarkDailyReturns {
            series.append((SeriesName.benchmarkDailyReturns, daily))
        }
        for rolling in analysis.rolling { series.append((rolling.key, rolling.series)) }
        if let positions = try? analysis.positions {
            series += [
                (SeriesName.longExposure, positions.long), (SeriesName.shortExposure, positions.short),
                (SeriesName.netExposure, positions.net),
            ]
            // Classes of assets are no symbols to count.
            if analysis.run.positions?.areClasses != true { series.append((SeriesName.holdings, positions.holdings)) }
        }
        if let details = try? analysis.holdingDetails {
            series += [(SeriesName.grossExposure, details.gross), (SeriesName.concentration, details.herfindahl)]
            if let cash = details.cash { series.append((SeriesName.cash, cash)) }
        }
        if let trades = try? analysis.trades {
            series.append((SeriesName.cumulativeTradePnL, trades.cumulativeProfit))
        }
        return series
    }
}
