import NativeCodecs

/// One page of a column as it is stored.
struct ParquetPage {
    let header: ParquetPageHeader
    let stored: ArraySlice<UInt8>
    let codec: Int
    /// Where its header begins in the file.
    let place: Int
    let leaf: ParquetLeaf

    /// The levels, nil where the column has none, and the values.
    func parts(isOptional: Bool) throws(ContainerProblem) -> (levels: ArraySlice<UInt8>?, values: ArraySlice<UInt8>) {
        if header.kind == .dataV2 { return try partsOfV2(isOptional: isOptional) }
        var cursor = cursor(try expanded(stored, to: header.expandedSize))
        guard isOptional else { return (nil, cursor.rest) }
        guard header.levelEncoding == 3 else {
            throw ParquetProblem.encoding(header.levelEncoding, leaf.name, byte: place)
        }
        let levels = try cursor.take(try cursor.count(4))
        return (levels, cursor.rest)
    }

    /// Levels of the second version are never compressed.
    private func partsOfV2(
        isOptional: Bool
    ) throws(ContainerProblem) -> (levels: ArraySlice<UInt8>?, values: ArraySlice<UInt8>) {
        var cursor = cursor(stored)
        _ = try cursor.take(header.repetitionSize)
        let levels = try cursor.take(header.definitionSize)
        let size = header.expandedSize - header.repetitionSize - header.definitionSize
        let values = header.isCompressed ? try expanded(cursor.rest, to: size) : cursor.rest
        return (isOptional ? levels : nil, values)
    }

    func expanded(_ bytes: ArraySlice<UInt8>, to size: Int) throws(ContainerProblem) -> ArraySlice<UInt8> {
        if codec == 0 { return bytes }
        guard let codec = Self.codecs[codec] else { throw ParquetProblem.codec(codec, leaf.name) }
        do {
            return try codec.expand(bytes, to: size)[...]
        } catch {
            throw failure(error.fact)
        }
    }

    private static let codecs: [Int: BlockCodec] = [
        1: .snappy, 2: .gzip, 4: .brotli, 5: .lz4Hadoop, 6: .zstd, 7: .lz4Block,
    ]

    func cursor(_ bytes: ArraySlice<UInt8>) -> ByteCursor { ByteCursor(bytes, or: failure()) }

    func failure(_ fact: String? = nil) -> ContainerProblem {
        ParquetProblem.damaged(fact, byte: place).of(column: leaf.name)
    }
}
