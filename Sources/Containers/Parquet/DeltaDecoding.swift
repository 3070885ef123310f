import NativeCodecs

/// Parquet's three encodings by differences.
enum DeltaDecoding {
    /// DELTA_BINARY_PACKED: exactly `count` whole numbers. The cursor stands behind them afterwards.
    static func integers(_ cursor: inout ByteCursor, count: Int) throws(ContainerProblem) -> [Int64] {
        let blockSize = try cursor.length(most: 1 << 24)
        let miniblocks = try cursor.length(most: 1 << 16)
        let total = try cursor.length(most: Int(Int32.max))
        var last = try cursor.zigzag()
        guard total == count else { throw cursor.failure("\(total) differences where \(count) are due") }
        guard total > 0 else { return [] }
        guard miniblocks > 0, blockSize > 0, blockSize % miniblocks == 0, blockSize / miniblocks % 8 == 0 else {
            throw cursor.failure()
        }
        var values = [last]
        values.reserveCapacity(total)
        while values.count < total {
            try block(&cursor, blockSize / miniblocks, miniblocks, total: total, last: &last, into: &values)
        }
        return values
    }

    private static func block(
        _ cursor: inout ByteCursor, _ size: Int, _ miniblocks: Int, total: Int, last: inout Int64,
        into values: inout [Int64]
    ) throws(ContainerProblem) {
        let base = try cursor.zigzag()
        for width in try cursor.take(miniblocks) where values.count < total {
            guard width <= 64 else { throw cursor.failure() }
            let count = min(size, total - values.count)
            // A miniblock has its full length; the last one may lack the bytes that it does not need.
            let bytes = try cursor.take(min(size / 8 * Int(width), cursor.left))
            guard bytes.count >= (count * Int(width) + 7) / 8 else { throw cursor.failure() }
            PackedBits.appendRunningSums(
                bytes, width: Int(width), count: count, base: base, last: &last, to: &values)
        }
    }

    /// DELTA_LENGTH_BYTE_ARRAY: lengths by differences, then all bytes.
    static func strings(_ cursor: inout ByteCursor, count: Int) throws(ContainerProblem) -> ByteStrings {
        var strings = ByteStrings()
        for length in try integers(&cursor, count: count) {
            strings.append(try cursor.take(Int(length)))
        }
        return strings
    }

    /// DELTA_BYTE_ARRAY: how many bytes each shares with the one before, and the rest of each.
    ///
    /// - Parameter limit: How many bytes may come out; shared beginnings can make many of few.
    static func sharedStrings(
        _ cursor: inout ByteCursor, count: Int, limit: Int
    ) throws(ContainerProblem) -> ByteStrings {
        let prefixes = try integers(&cursor, count: count)
        let suffixes = try self.strings(&cursor, count: count)
        var strings = ByteStrings()
        var lastSize = 0
        for (index, prefix) in prefixes.enumerated() {
            guard let prefix = Int(exactly: prefix), prefix >= 0, prefix <= lastSize else { throw cursor.failure() }
            let suffix = suffixes[index]
            guard strings.size + prefix + suffix.count <= limit else {
                throw ContainerProblem.tooLarge("Parquet file", limit: limit)
            }
            strings.append(prefix: prefix, suffix: suffix)
            lastSize = prefix + suffix.count
        }
        return strings
    }

    /// BYTE_STREAM_SPLIT: the bytes of the values, brought together again.
    static func joined(_ streams: ArraySlice<UInt8>, count: Int, width: Int) -> [UInt8] {
        precondition(streams.count == count * width)
        var bytes = [UInt8](repeating: 0, count: count * width)
        for stream in 0..<width {
            var target = stream
            for byte in streams[(streams.startIndex + stream * count)...].prefix(count) {
                bytes[target] = byte
                target += width
            }
        }
        return bytes
    }
}
