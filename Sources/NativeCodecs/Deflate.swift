import CDeflate

/// Deflate, bare or in gzip's frame, by libdeflate.
enum Deflate {
    static func expand(_ bytes: ArraySlice<UInt8>, to size: Int) throws(BlockCodec.Failure) -> [UInt8] {
        try unsafe BlockCodec.output(size, bytes) { input, output in
            guard let decoder = unsafe libdeflate_alloc_decompressor() else { return "out of memory" }
            defer { unsafe libdeflate_free_decompressor(decoder) }
            // Without a place for the size, libdeflate takes no other than the one that was said.
            let status = unsafe libdeflate_deflate_decompress(
                decoder, input.baseAddress, input.count, output.baseAddress, size, nil)
            return reason(status)
        }
    }

    /// All members of gzip one after another.
    static func expandGzip(_ bytes: ArraySlice<UInt8>, to size: Int) throws(BlockCodec.Failure) -> [UInt8] {
        try unsafe BlockCodec.output(size, bytes) { input, output in
            guard let decoder = unsafe libdeflate_alloc_decompressor() else { return "out of memory" }
            defer { unsafe libdeflate_free_decompressor(decoder) }
            var (used, written) = (0, 0)
            while used < input.count, written < size {
                var (consumed, produced) = (0, 0)
                let status = unsafe libdeflate_gzip_decompress_ex(
                    decoder, input.baseAddress?.advanced(by: used), input.count - used,
                    output.baseAddress?.advanced(by: written), size - written, &consumed, &produced)
                if let reason = reason(status) { return reason }
                used += consumed
                written += produced
            }
            return written == size ? nil : BlockCodec.otherSize
        }
    }

    private static func reason(_ status: libdeflate_result) -> String? {
        switch status {
        case LIBDEFLATE_SUCCESS: nil
        case LIBDEFLATE_SHORT_OUTPUT, LIBDEFLATE_INSUFFICIENT_SPACE: BlockCodec.otherSize
        default: BlockCodec.damaged
        }
    }
}

/// The checksum of zip, gzip and Parquet pages.
public enum CRC32 {
    /// CRC-32 as IEEE 802.3 defines it.
    public static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        unsafe bytes.withUnsafeBytes { unsafe libdeflate_crc32(0, $0.baseAddress, $0.count) }
    }
}
