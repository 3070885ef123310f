import CHarfBuzz

/// The bytes of one font file, held once and shared by every face and thread that reads them.
@safe
public final class FontBytes: Sendable {
    /// HarfBuzz's holder of the bytes.
    ///
    /// Immutable from creation and reference-counted with atomics, so threads may share it.
    nonisolated(unsafe) let blob: OpaquePointer

    /// Copies the bytes.
    public init(_ bytes: [UInt8]) {
        unsafe blob = bytes.withUnsafeBytes { source in
            unsafe hb_blob_create(
                source.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(clamping: source.count),
                HB_MEMORY_MODE_DUPLICATE, nil, nil)
        }
    }

    /// Uses the bytes where they stand, without a copy.
    ///
    /// They must stay unchanged until the process ends, as those of the fonts that ship inside the executable do.
    public init(staticBytes bytes: UnsafeRawBufferPointer) {
        unsafe blob = hb_blob_create(
            bytes.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(clamping: bytes.count),
            HB_MEMORY_MODE_READONLY, nil, nil)
    }

    /// Maps a file into memory; nil when it cannot be read.
    init?(path: String) {
        guard let mapped = unsafe hb_blob_create_from_file_or_fail(path) else { return nil }
        unsafe blob = mapped
    }

    deinit { unsafe hb_blob_destroy(blob) }

    /// The bytes, valid while this object lives.
    var contents: UnsafeRawBufferPointer {
        var count: UInt32 = 0
        let start = unsafe hb_blob_get_data(blob, &count)
        return unsafe UnsafeRawBufferPointer(start: start, count: Int(count))
    }
}
