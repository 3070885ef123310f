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

    /// The last place before those whose elements satisfy such a condition; nil where the first one does.
    ///
    /// Not an overload of `lastIndex`: calls of the standard library's with a trailing closure would come here.
    @inlinable
    public func indexBeforePartition(where isBehind: (Element) -> Bool) -> Int? {
        let next = partitioningIndex(where: isBehind)
        return next > startIndex ? next - 1 : nil
    }
}
