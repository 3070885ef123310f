import CCairo

/// Takes what Cairo writes.
///
/// Cairo calls back through C, where nothing may be thrown; memory is all it can run out of, and that traps.
final class ByteSink {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(1 << 16) }

    /// The callback for `cairo_*_for_stream`; the closure is the sink, unretained.
    static let write: cairo_write_func_t = { closure, data, count in
        guard let closure = unsafe closure, let data = unsafe data else { return CAIRO_STATUS_WRITE_ERROR }
        // Plain content comes in pieces of a few bytes; counting references at each took a twentieth of a report.
        unsafe Unmanaged<ByteSink>.fromOpaque(closure)._withUnsafeGuaranteedRef { sink in
            unsafe sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
        }
        return CAIRO_STATUS_SUCCESS
    }
}

/// Gives Cairo the bytes of a picture.
final class ByteSource {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The callback for `cairo_image_surface_create_from_png_stream`; the closure is the source, unretained.
    static let read: cairo_read_func_t = { closure, target, count in
        guard let closure = unsafe closure, let target = unsafe target else { return CAIRO_STATUS_READ_ERROR }
        let source = unsafe Unmanaged<ByteSource>.fromOpaque(closure).takeUnretainedValue()
        let end = source.offset + Int(count)
        guard end <= source.bytes.count else { return CAIRO_STATUS_READ_ERROR }
        for index in source.offset..<end { unsafe target[index - source.offset] = source.bytes[index] }
        source.offset = end
        return CAIRO_STATUS_SUCCESS
    }
}
