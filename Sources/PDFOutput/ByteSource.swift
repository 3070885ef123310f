import CCairo

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
