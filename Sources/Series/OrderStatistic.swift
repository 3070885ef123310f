/// The value of a rank in a column, without sorting the column.
public enum OrderStatistic {
    /// The value at `rank` (0 is the lowest); smaller ones stand before it afterwards, larger ones after it.
    ///
    /// Hoare's selection with the median of three as pivot: linear time. A column that was made to defeat the pivots is
    /// sorted instead, so the worst case is n·log n.
    ///
    /// - Parameters:
    ///   - rank: A place of the column; it must exist.
    ///   - column: Values without NaN, in any order; they are moved about.
    @inlinable
    public static func value<Value: Comparable>(ofRank rank: Int, in column: inout [Value]) -> Value {
        var (low, high, rounds) = (0, column.count - 1, 0)
        while low < high {
            rounds += 1
            guard rounds < 100 else { column.sort(); break }
            let pivot = middle(column[low], column[low + (high - low) / 2], column[high])
            let (left, right) = parted(&column, low, high, by: pivot)
            if rank <= right { high = right } else if rank >= left { low = left } else { break }
        }
        return column[rank]
    }

    /// The value of rank ⌊n/2⌋; reorders the column, which must not be empty nor hold NaN.
    @inlinable
    public static func median<Value: Comparable>(of column: inout [Value]) -> Value {
        value(ofRank: column.count / 2, in: &column)
    }

    /// The value of rank ⌊n/2⌋ of many values, and how many there are; nil where there are none.
    ///
    /// Looks at them twice and copies hardly any: they are counted by their sign, exponent and first four bits, and only those
    /// that share the middle one's are ordered. Worth its 65,536 counters from as many values on.
    ///
    /// - Parameter values: Without NaN; the same each time they are looked at.
    @inlinable
    public static func median(ofMany values: some Sequence<Double>) -> (value: Double, count: Int)? {
        var counts = [Int](repeating: 0, count: 1 << 16)
        var count = 0
        for value in values {
            counts[group(value)] += 1
            count += 1
        }
        guard count > 0 else { return nil }
        var (rank, middle) = (count / 2, 0)
        while rank >= counts[middle] {
            rank -= counts[middle]
            middle += 1
        }
        var shared = [Double]()
        shared.reserveCapacity(counts[middle])
        for value in values where group(value) == middle { shared.append(value) }
        return (self.value(ofRank: rank, in: &shared), count)
    }

    /// The first sixteen bits of a number, in an order that is that of the numbers.
    @inlinable
    static func group(_ value: Double) -> Int {
        let bits = value.bitPattern
        return Int((bits ^ (bits >> 63 == 1 ? UInt64.max : 1 << 63)) >> 48)
    }

    /// Moves values below the pivot before those above it; what lies strictly between the two results equals the pivot.
    @inlinable
    static func parted<Value: Comparable>(
        _ column: inout [Value], _ low: Int, _ high: Int, by pivot: Value
    ) -> (left: Int, right: Int) {
        var values = column.mutableSpan
        var (left, right) = (low, high)
        while left <= right {
            while values[left] < pivot { left += 1 }
            while values[right] > pivot { right -= 1 }
            guard left <= right else { break }
            (values[left], values[right]) = (values[right], values[left])
            left += 1
            right -= 1
        }
        return (left, right)
    }

    @inlinable
    static func middle<Value: Comparable>(_ first: Value, _ second: Value, _ third: Value) -> Value {
        max(min(first, second), min(max(first, second), third))
    }
}
