/// Searching what is in order.
extension RandomAccessCollection where Index == Int {
    /// The first place whose element satisfies a condition that every later one satisfies too; the end where none does.
    ///
    /// Halves: about log₂ n looks.
    @inlinable
    public func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
