/// Fewer points of very long series: what a page can show of them. Every point that stays is a real observation.
enum SeriesThinning {
    /// Series up to this length stay whole: forty years of days.
    static let longest = 12_000
    /// Stretches of which the lowest and the highest observation stay: two to a pixel of a wide screen.
    private static let stretches = 2_000

    /// The indices that stay, increasing: of every stretch the extremes, and the last observation of every day, from which
    /// daily statistics are computed.
    static func kept(_ values: [Double], at time: (Int) -> Int64) -> [Int] {
        let count = values.count
        guard count > longest else { return Array(values.indices) }
        var kept = Set([0, count - 1])
        for index in values.indices.dropLast() where day(time(index)) != day(time(index + 1)) { kept.insert(index) }
        let length = (count + stretches - 1) / stretches
        for start in stride(from: 0, to: count, by: length) {
            let stretch = start..<min(start + length, count)
            if let low = stretch.min(by: { values[$0] < values[$1] }) { kept.insert(low) }
            if let high = stretch.max(by: { values[$0] < values[$1] }) { kept.insert(high) }
        }
        return kept.sorted()
    }

    private static func day(_ time: Int64) -> Int64 {
        time >= 0 ? time / 86_400_000 : (time - 86_399_999) / 86_400_000
    }
}
