import Series

extension Timestamp {
    /// Appends the ``description`` as ASCII, without making a string: series have a hundred thousand timestamps.
    func append(to bytes: inout [UInt8]) {
        let parts = date.components
        guard (0...9999).contains(parts.year) else { return bytes.append(contentsOf: description.utf8) }
        Self.append(parts.year / 100, to: &bytes)
        Self.append(parts.year % 100, to: &bytes)
        Self.append(parts.month, after: "-", to: &bytes)
        Self.append(parts.day, after: "-", to: &bytes)
        guard millisecondsOfDay > 0 else { return }
        let seconds = Int(millisecondsOfDay / 1000)
        Self.append(seconds / 3600, after: " ", to: &bytes)
        Self.append(seconds / 60 % 60, after: ":", to: &bytes)
        let rest = Int(millisecondsOfDay % 1000)
        if seconds % 60 != 0 || rest != 0 { Self.append(seconds % 60, after: ":", to: &bytes) }
        guard rest != 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / 100))
        Self.append(rest % 100, to: &bytes)
    }

    private static func append(_ pair: Int, after mark: Unicode.Scalar? = nil, to bytes: inout [UInt8]) {
        if let mark { bytes.append(UInt8(ascii: mark)) }
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: pair / 10))
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: pair % 10))
    }
}
