/// Fewer points of very long series: what a page can show of them. Every point that stays is a real observation.
enum SeriesThinning {
    /// Series up to this length stay whole: forty years of days.
    static let longest = 12_000
    /// Stretches of which the lowest and the highest observation stay: two to a pixel of a wide screen.
    private static let stretches = 2_000

    /// The indices that stay, increasing: of every stretch the extremes, and the last observation of every day, from which
    /// daily statistics are computed.
    static func kept(times: [Int64], values: [Double]) -> [Int] {
        guard times.count > longest else { return Array(times.indices) }
        var kept = Set([0, times.count - 1])
        for index in times.indices.dropLast() where day(times[index]) != day(times[index + 1]) { kept.insert(index) }
        let length = (times.count + stretches - 1) / stretches
        for start in stride(from: 0, to: times.count, by: length) {
            let stretch = start..<min(start + length, times.count)
            if let low = stretch.min(by: { values[$0] < values[$1] }) { kept.insert(low) }
            if let high = stretch.max(by: { values[$0] < values[$1] }) { kept.insert(high) }
        }
        return kept.sorted()
    }

    private static func day(_ time: Int64) -> Int64 {
        time >= 0 ? time / 86_400_000 : (time - 86_399_999) / 86_400_000
    }
}
