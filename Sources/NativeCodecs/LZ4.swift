import CLZ4

/// LZ4 in its three frames.
enum LZ4 {
    static func expandBlock(_ bytes: ArraySlice<UInt8>, to size: Int) throws(BlockCodec.Failure) -> [UInt8] {
        guard bytes.count <= Int(Int32.max), size <= Int(Int32.max) else { throw .init(fact: BlockCodec.damaged) }
        return try unsafe BlockCodec.output(size, bytes) { input, output in
            let written = unsafe block(input, 0..<input.count, into: output, at: 0, room: size)
            guard let written else { return BlockCodec.damaged }
            return written == size ? nil : BlockCodec.otherSize
        }
    }

    /// One or several frames, each decoded until `size` bytes have come out.
    static func expandFrames(_ bytes: ArraySlice<UInt8>, to size: Int) throws(BlockCodec.Failure) -> [UInt8] {
        try unsafe BlockCodec.output(size, bytes) { input, output in
            var context: OpaquePointer?
            guard unsafe LZ4F_isError(LZ4F_createDecompressionContext(&context, UInt32(LZ4F_VERSION))) == 0 else {
                return "out of memory"
            }
            defer { _ = unsafe LZ4F_freeDecompressionContext(context) }
            var (used, written) = (0, 0)
            while used < input.count, written < size {
                var (consumed, produced) = (input.count - used, size - written)
                let hint = unsafe LZ4F_decompress(
                    context, output.baseAddress?.advanced(by: written), &produced,
                    input.baseAddress?.advanced(by: used), &consumed, nil)
                if LZ4F_isError(hint) != 0 { return unsafe String(cString: LZ4F_getErrorName(hint)) }
                if consumed == 0, produced == 0 { return BlockCodec.damaged }
                used += consumed
                written += produced
            }
            return written == size ? nil : BlockCodec.otherSize
        }
    }

    /// Hadoop's frame; where the sizes in it do not fit, a frame or a bare block.
    static func expandHadoop(_ bytes: ArraySlice<UInt8>, to size: Int) throws(BlockCodec.Failure) -> [UInt8] {
        let hadoop = try? unsafe BlockCodec.output(size, bytes) { unsafe hadoopBlocks($0, into: $1, size: size) }
        if let hadoop { return hadoop }
        if bytes.starts(with: [0x04, 0x22, 0x4D, 0x18]) { return try expandFrames(bytes, to: size) }
        return try expandBlock(bytes, to: size)
    }

    private static func hadoopBlocks(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableBufferPointer<UInt8>, size: Int
    ) -> String? {
        var (used, written) = (0, 0)
        while input.count - used >= 8, written < size {
            let expanded = unsafe Int(UInt32(bigEndian: input.loadUnaligned(fromByteOffset: used, as: UInt32.self)))
            let packed = unsafe Int(UInt32(bigEndian: input.loadUnaligned(fromByteOffset: used + 4, as: UInt32.self)))
            used += 8
            guard packed <= input.count - used, expanded <= size - written else { return BlockCodec.damaged }
            guard
                let count = unsafe block(input, used..<used + packed, into: output, at: written, room: expanded),
                count == expanded
            else { return BlockCodec.damaged }
            used += packed
            written += expanded
        }
        return used == input.count && written == size ? nil : BlockCodec.otherSize
    }

    /// Expands one block into at most `room` bytes; answers how many came out, nil where it is damaged.
    private static func block(
        _ input: UnsafeRawBufferPointer, _ range: Range<Int>, into output: UnsafeMutableBufferPointer<UInt8>,
        at start: Int, room: Int
    ) -> Int? {
        guard range.count <= Int(Int32.max), room <= Int(Int32.max) else { return nil }
        let source = unsafe input.baseAddress?.advanced(by: range.lowerBound).assumingMemoryBound(to: CChar.self)
        let target = unsafe UnsafeMutableRawPointer(output.baseAddress)?.advanced(by: start)
            .assumingMemoryBound(to: CChar.self)
        let count = unsafe LZ4_decompress_safe(source, target, Int32(range.count), Int32(room))
        return count < 0 ? nil : Int(count)
    }
}
