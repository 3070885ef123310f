import NativeCodecs

/// Packs rows of pixels as a PNG file (ISO/IEC 15948).
enum PNGFile {
    /// The file; `rows` hold a filter byte and then three channels a pixel, or four unless opaque.
    static func bytes(rows: [UInt8], width: Int, height: Int, isOpaque: Bool, dotsPerPoint: Double) -> [UInt8] {
        let rgb: UInt8 = 2
        let rgbWithAlpha: UInt8 = 6
        var file: [UInt8] = [0x89] + Array("PNG".utf8) + [0x0D, 0x0A, 0x1A, 0x0A]
        let shape = word(UInt32(clamping: width)) + word(UInt32(clamping: height))
        append("IHDR", shape + [8, isOpaque ? rgb : rgbWithAlpha, 0, 0, 0], to: &file)
        append("sRGB", [0], to: &file)
        let dotsPerMetre = word(UInt32(exactly: (dotsPerPoint * 72 / 0.0254).rounded()) ?? 2835)
        append("pHYs", dotsPerMetre + dotsPerMetre + [1], to: &file)
        append("IDAT", ZlibFrame.deflate(rows[...], level: 6), to: &file)
        append("IEND", [], to: &file)
        return file
    }

    private static func append(_ kind: String, _ data: [UInt8], to file: inout [UInt8]) {
        file += word(UInt32(clamping: data.count))
        let start = file.count
        file += kind.utf8
        file += data
        file += word(CRC32.checksum(file[start...]))
    }

    private static func word(_ value: UInt32) -> [UInt8] {
        [UInt8(value >> 24), UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
    }
}
