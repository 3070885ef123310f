import NativeCodecs

/// The hybrid of run lengths and packed bits that Parquet writes levels, dictionary codes and truth values in.
struct HybridRuns {
    /// Some values: one that repeats, or packed ones.
    enum Run {
        case repeated(UInt32, count: Int)
        case packed(ArraySlice<UInt8>, count: Int)
    }

    private var cursor: ByteCursor
    private let width: Int

    /// - Parameter width: Bits of a value, 0 to 32.
    init(_ bytes: ArraySlice<UInt8>, width: Int, or problem: ContainerProblem) {
        cursor = ByteCursor(bytes, or: problem)
        self.width = width
    }

    /// The next run, cut to `most` values; its packed bytes hold at least as many.
    mutating func next(most: Int) throws(ContainerProblem) -> Run {
        let head = try cursor.varint()
        let length = Int(min(head >> 1, UInt64(Int32.max)))
        if head & 1 == 0 {
            return .repeated(UInt32(try cursor.unsigned((width + 7) / 8)), count: min(length, most))
        }
        // Groups of eight; the last may lack the bytes that it does not need.
        let count = min(length * 8, most)
        let bytes = try cursor.take(min(length * width, cursor.left))
        guard bytes.count >= (count * width + 7) / 8 else { throw cursor.failure() }
        return .packed(bytes, count: count)
    }

    /// Appends `count` values.
    static func append(
        _ bytes: ArraySlice<UInt8>, width: Int, count: Int, to values: inout [UInt32], or problem: ContainerProblem
    ) throws(ContainerProblem) {
        var runs = HybridRuns(bytes, width: width, or: problem)
        var left = count
        while left > 0 {
            switch try runs.next(most: left) {
            case .repeated(let value, let count):
                values.append(contentsOf: repeatElement(value, count: count))
                left -= count
            case .packed(let bytes, let count):
                PackedBits.append(bytes, width: width, count: count, to: &values)
                left -= count
            }
        }
    }

    /// Appends `count` levels of one bit as rows that have a value or none.
    static func append(
        levels bytes: ArraySlice<UInt8>, count: Int, to validity: inout Validity, or problem: ContainerProblem
    ) throws(ContainerProblem) {
        var runs = HybridRuns(bytes, width: 1, or: problem)
        var left = count
        while left > 0 {
            switch try runs.next(most: left) {
            case .repeated(let value, let count):
                validity.append(repeating: value & 1 == 1, count: count)
                left -= count
            case .packed(let bytes, let count):
                validity.append(packed: bytes, count: count)
                left -= count
            }
        }
    }
}
