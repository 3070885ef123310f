/// The values at a few ranks of a column, without putting all of it into order.
struct PartialOrder {
    private static let bucketCount = 256

    private let low: Double
    private let scale: Double
    /// The rank of each bucket's first value; one more than there are buckets.
    private var starts: [Int]
    /// The values of the buckets that hold an asked rank, ascending; the others stay empty.
    private var buckets: [[Double]]

    /// Makes ready to be asked for some ranks of finite values, each from 0 up to their count.
    init(_ values: [Double], ranks: [Int]) {
        let low = values.min() ?? 0
        let width = (values.max() ?? 0) - low
        let scale = width > 0 && width.isFinite ? Double(Self.bucketCount - 1) / width : 0
        (self.low, self.scale) = (low, scale.isFinite ? scale : 0)
        starts = [Int](repeating: 0, count: Self.bucketCount + 1)
        buckets = [[Double]](repeating: [], count: Self.bucketCount)
        for value in values { starts[bucket(of: value) + 1] += 1 }
        for index in buckets.indices { starts[index + 1] += starts[index] }
        var isAsked = [Bool](repeating: false, count: Self.bucketCount)
        for rank in ranks { isAsked[bucket(ofRank: rank)] = true }
        for value in values {
            let bucket = bucket(of: value)
            if isAsked[bucket] { buckets[bucket].append(value) }
        }
        for index in buckets.indices where isAsked[index] { buckets[index].sort() }
    }

    /// The value that has an asked rank.
    func value(ofRank rank: Int) -> Double {
        let bucket = bucket(ofRank: rank)
        return buckets[bucket][rank - starts[bucket]]
    }

    private func bucket(of value: Double) -> Int { Int((value - low) * scale) }

    private func bucket(ofRank rank: Int) -> Int {
        var (first, last) = (0, Self.bucketCount - 1)
        while first < last {
            let middle = (first + last) / 2
            if starts[middle + 1] > rank { last = middle } else { first = middle + 1 }
        }
        return first
    }
}
