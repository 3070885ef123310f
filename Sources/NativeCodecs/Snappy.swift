import CSnappy

/// Snappy without a frame.
enum Snappy {
    static func expand(_ bytes: ArraySlice<UInt8>, to size: Int) throws(BlockCodec.Failure) -> [UInt8] {
        try unsafe BlockCodec.output(size, bytes) { input, output in
            let start = unsafe input.baseAddress?.assumingMemoryBound(to: CChar.self)
            var length = 0
            guard unsafe snappy_uncompressed_length(start, input.count, &length) == SNAPPY_OK else {
                return BlockCodec.damaged
            }
            guard length == size else { return BlockCodec.otherSize }
            let room = unsafe UnsafeMutableRawPointer(output.baseAddress)?.assumingMemoryBound(to: CChar.self)
            let status = unsafe snappy_uncompress(start, input.count, room, &length)
            return status == SNAPPY_OK && length == size ? nil : BlockCodec.damaged
        }
    }
}
