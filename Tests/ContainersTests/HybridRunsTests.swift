import TestSupport
import Testing

@testable import Containers

/// The decoders of runs and differences against encoders that write one bit at a time.
struct HybridRunsTests {
    private static let problem = ParquetProblem.damaged()

    /// Values as bits, the least significant first.
    private static func packed(_ values: [UInt64], width: Int) -> [UInt8] {
        var bits = [UInt8]()
        for value in values { for bit in 0..<width { bits.append(UInt8(value >> UInt64(bit) & 1)) } }
        return stride(from: 0, to: bits.count, by: 8).map { start in
            (start..<min(start + 8, bits.count)).reduce(0) { $0 | bits[$1] << UInt8($1 - start) }
        }
    }

    private static func varint(_ value: UInt64) -> [UInt8] {
        value < 0x80 ? [UInt8(value)] : [UInt8(value & 0x7F) | 0x80] + varint(value >> 7)
    }

    private static func zigzag(_ value: Int64) -> [UInt8] { varint(UInt64(bitPattern: value << 1 ^ value >> 63)) }

    @Test func `runs and packed groups give the values that were written`() throws {
        var generator = SeededNumbers(seed: 3)
        for width in 0...32 {
            var (values, bytes) = ([UInt32](), [UInt8]())
            for _ in 0..<20 {
                let mask = width == 32 ? UInt32.max : UInt32(1) << UInt32(width) - 1
                if generator.below(2) == 0 {
                    let (value, count) = (UInt32(truncatingIfNeeded: generator.next()) & mask, generator.below(300))
                    bytes +=
                        Self.varint(UInt64(count) << 1)
                        + (0..<(width + 7) / 8).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
                    values += [UInt32](repeating: value, count: count)
                } else {
                    let groups = generator.below(5)
                    let added = (0..<groups * 8).map { _ in UInt32(truncatingIfNeeded: generator.next()) & mask }
                    bytes += Self.varint(UInt64(groups) << 1 | 1) + Self.packed(added.map { UInt64($0) }, width: width)
                    values += added
                }
            }
            var read = [UInt32]()
            try HybridRuns.append(bytes[...], width: width, count: values.count, to: &read, or: Self.problem)
            #expect(read == values, "width \(width)")
        }
    }

    @Test func `levels give the same rows as values of one bit`() throws {
        let bytes: [UInt8] = [20, 1, 7, 0b1010_0110, 0xFF, 0, 6, 0]
        var (flags, validity) = ([UInt32](), Validity())
        try HybridRuns.append(bytes[...], width: 1, count: 37, to: &flags, or: Self.problem)
        try HybridRuns.append(levels: bytes[...], count: 37, to: &validity, or: Self.problem)
        #expect(validity == Validity(flags.map { $0 == 1 }))
    }

    @Test func `differences of any size give the numbers that were written`() throws {
        var generator = SeededNumbers(seed: 5)
        for bits in 0...64 {
            for count in [0, 1, 2, 31, 32, 33, 129, 500] {
                let values = (0..<count).map { _ in
                    bits == 0 ? 7 : Int64(bitPattern: generator.next()) >> Int64(64 - bits)
                }
                let bytes = Self.delta(values)
                var cursor = ByteCursor((bytes + [1, 2, 3])[...], or: Self.problem)
                #expect(try DeltaDecoding.integers(&cursor, count: count) == values, "\(bits) bits, \(count) values")
                #expect(cursor.left == 3)
            }
        }
    }

    /// DELTA_BINARY_PACKED in blocks of 128 with four miniblocks, as the specification writes them.
    private static func delta(_ values: [Int64]) -> [UInt8] {
        var bytes = varint(128) + varint(4) + varint(UInt64(values.count)) + zigzag(values.first ?? 0)
        let differences = zip(values.dropFirst(), values).map { $0 &- $1 }
        for start in stride(from: 0, to: differences.count, by: 128) {
            let block = Array(differences[start..<min(start + 128, differences.count)])
            let least = block.min() ?? 0
            let miniblocks = (0..<4).map { part in
                block.dropFirst(32 * part).prefix(32).map { UInt64(bitPattern: $0 &- least) }
            }
            let widths = miniblocks.map { 64 - ($0.max() ?? 0).leadingZeroBitCount }
            bytes += zigzag(least) + widths.map { UInt8($0) }
            for (miniblock, width) in zip(miniblocks, widths) where !miniblock.isEmpty {
                bytes += packed(miniblock + [UInt64](repeating: 0, count: 32 - miniblock.count), width: width)
            }
        }
        return bytes
    }

    @Test func `split streams come together again`() {
        let values: [UInt8] = Array(0..<40)
        let streams = (0..<8).flatMap { stream in (0..<5).map { values[$0 * 8 + stream] } }
        #expect(DeltaDecoding.joined(streams[...], count: 5, width: 8) == values)
    }
}
