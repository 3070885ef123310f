/// The places of the largest values without sorting all of them.
enum Largest {
    /// At most `limit` places of `count`, largest value first, the earlier one among equals; all for nil.
    ///
    /// Takes one pass and keeps `limit` places, so time is in proportion to the count for few places.
    static func places(_ limit: Int?, of count: Int, by value: (Int) -> Double) -> [Int] {
        guard let limit, limit < count else {
            let values = (0..<count).map(value)
            return (0..<count).sorted { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 }
        }
        var kept: [(place: Int, value: Double)] = []
        for place in 0..<count where limit > 0 {
            let candidate = value(place)
            if kept.count == limit {
                guard let least = kept.last, candidate > least.value else { continue }
                kept.removeLast()
            }
            let position = kept.firstIndex { $0.value < candidate } ?? kept.count
            kept.insert((place, candidate), at: position)
        }
        return kept.map(\.place)
    }
}
