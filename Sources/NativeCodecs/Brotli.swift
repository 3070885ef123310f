import CBrotli

/// Brotli streams.
enum Brotli {
    static func expand(_ bytes: ArraySlice<UInt8>, to size: Int) throws(BlockCodec.Failure) -> [UInt8] {
        try unsafe BlockCodec.output(size, bytes) { input, output in
            var length = size
            let start = unsafe input.baseAddress?.assumingMemoryBound(to: UInt8.self)
            let status = unsafe BrotliDecoderDecompress(input.count, start, &length, output.baseAddress)
            guard status == BROTLI_DECODER_RESULT_SUCCESS else { return BlockCodec.damaged }
            return length == size ? nil : BlockCodec.otherSize
        }
    }
}
