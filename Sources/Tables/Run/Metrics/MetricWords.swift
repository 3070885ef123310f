import Analytics

/// What a reader who points at a number is told.
public enum MetricWords {
    /// Behind a number of low confidence.
    public static let doubtMark = "\u{2009}°"

    /// The rules behind the marks; empty for none.
    public static func doubts(_ rules: [String]) -> String {
        rules.isEmpty ? "" : "° Low confidence: \(rules.joined(separator: "; "))."
    }

    /// The convention with what the run put into it, and on a line of its own what other profiles give for the same run,
    /// where that reads differently.
    public static func explanation(of metric: Metric, _ analysis: Analysis) -> String {
        let format = CellFormat()
        let own = format.text(metric)
        let peers = analysis.peers(of: metric.declaration.key).map { peer in
            (profile: peer.profile, text: format.text(peer.metric))
        }.filter { $0.text != own }
        guard !peers.isEmpty else { return metric.convention }
        let words = peers.map { "\($0.profile) \($0.text)" }.joined(separator: ", ")
        return metric.convention + "\nBy other profiles: " + words
    }
}
