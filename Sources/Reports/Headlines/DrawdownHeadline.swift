import Analytics
import Formatting

/// `At worst 14.4 % below a peak; 150 days from peak to recovery`.
enum DrawdownHeadline {
    /// Of the deepest decline; nil without one.
    static func sentence(_ deepest: DrawdownEpisode?) -> String? {
        guard let deepest, deepest.depth < 0 else { return nil }
        return "At worst \(DisplayNumber.percent(-deepest.depth)) below a peak; " + recovery(of: deepest)
    }

    private static func recovery(of episode: DrawdownEpisode) -> String {
        guard let recovery = episode.recovery else { return "not recovered by the end" }
        let days = recovery.date.day - episode.peak.date.day
        return days == 0 ? "recovered within the day" : HeadlineWords.span(days: days) + " from peak to recovery"
    }
}
