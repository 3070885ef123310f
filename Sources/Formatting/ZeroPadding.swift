extension BinaryInteger {
    /// The number with zeros before it up to so many digits: `07`; a longer number as it is. For numbers that are not
    /// negative: parts of dates and clocks.
    public func zeroPadded(to width: Int) -> String {
        let digits = String(self)
        let missing = width - digits.utf8.count
        return missing > 0 ? String(repeating: "0", count: missing) + digits : digits
    }
}
