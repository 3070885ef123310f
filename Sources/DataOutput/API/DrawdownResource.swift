import Analytics

/// `drawdown.json`.
enum DrawdownResource {
    /// Entries of `top_drawdowns`.
    private static let most = 10

    static func write(_ analysis: Analysis, to json: inout JSONWriter) {
        let section = analysis.drawdowns
        let growth = analysis.growth.strategy
        json.key("drawdown_series")
        json.object { json in
            json.member("dates", times: section.series.timestamps)
            json.member("drawdowns", numbers: section.series.values)
            json.member("peaks", numbers: peaks(growth.values))
        }
        MetricMembers(members: [
            ("max_drawdown", .maxDrawdown), ("avg_drawdown", .averageDrawdown), ("time_underwater", .timeUnderwater),
            ("longest_drawdown_period", .longestDrawdownDays),
        ]).write(analysis, to: &json)
        json.key("top_drawdowns")
        json.array { json in
            for episode in section.worst(most) { write(episode, to: &json) }
        }
        json.key("underwater_curve")
        json.object { json in
            json.member("dates", times: section.series.timestamps)
            json.member("underwater", numbers: section.series.values)
            let recovered = section.episodes.filter { $0.recovery != nil }.sorted { $0.peak < $1.peak }
            json.key("recovery_times")
            json.array(inline: true) { json in for episode in recovered { json.integer(episode.recoveryDays ?? 0) } }
            json.member("longest_underwater_period", analysis.metrics.number(.longestDrawdownDays))
        }
    }

    /// `end` is the recovery; null while the drawdown is unfinished.
    private static func write(_ episode: DrawdownEpisode, to json: inout JSONWriter) {
        json.object { json in
            json.member("start", episode.peak.description)
            json.member("end", episode.recovery?.description)
            json.member("drawdown", episode.depth)
            json.key("duration")
            json.integer(episode.days)
        }
    }

    /// The highest value so far, of growth of 1.
    private static func peaks(_ values: [Double]) -> [Double] {
        var highest = -Double.infinity
        return values.map { value in
            highest = max(highest, value)
            return highest
        }
    }
}
