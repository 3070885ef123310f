import Series

extension Timestamp {
    /// Appends the ``description`` as ASCII, without making a string: series have a hundred thousand timestamps.
    func append(to bytes: inout [UInt8]) {
        guard (0...9999).contains(date.components.year) else { return bytes.append(contentsOf: description.utf8) }
        date.append(to: &bytes)
        guard millisecondsOfDay > 0 else { return }
        let seconds = Int(millisecondsOfDay / 1000)
        bytes.append(pair: seconds / 3600, after: " ")
        bytes.append(pair: seconds / 60 % 60, after: ":")
        let rest = Int(millisecondsOfDay % 1000)
        if seconds % 60 != 0 || rest != 0 { bytes.append(pair: seconds % 60, after: ":") }
        guard rest != 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / 100))
        bytes.append(pair: rest % 100)
    }
}

extension CalendarDate {
    /// Appends the ISO form as ASCII, without making a string.
    func append(to bytes: inout [UInt8]) {
        let parts = components
        guard (0...9999).contains(parts.year) else { return bytes.append(contentsOf: iso.utf8) }
        bytes.append(pair: parts.year / 100)
        bytes.append(pair: parts.year % 100)
        bytes.append(pair: parts.month, after: "-")
        bytes.append(pair: parts.day, after: "-")
    }
}

extension [UInt8] {
    /// Appends two digits, behind a mark where one is given.
    fileprivate mutating func append(pair: Int, after mark: Unicode.Scalar? = nil) {
        if let mark { append(UInt8(ascii: mark)) }
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: pair / 10))
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: pair % 10))
    }
}
