import CZstd

/// Zstandard frames.
enum Zstandard {
    static func expand(_ bytes: ArraySlice<UInt8>, to size: Int) throws(BlockCodec.Failure) -> [UInt8] {
        try unsafe BlockCodec.output(size, bytes) { input, output in
            let written = unsafe ZSTD_decompress(output.baseAddress, size, input.baseAddress, input.count)
            if ZSTD_isError(written) != 0 { return unsafe String(cString: ZSTD_getErrorName(written)) }
            return written == size ? nil : BlockCodec.otherSize
        }
    }
}
