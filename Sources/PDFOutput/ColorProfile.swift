import Glibc

/// The sRGB profile (IEC 61966-2-1) that PDF/A asks for, built from its definition: an ICC version 2 display profile.
enum ColorProfile {
    /// The profile's bytes.
    static let sRGB: [UInt8] = build()

    private static func build() -> [UInt8] {
        let curve = transferCurve()
        // The primaries and the white of sRGB, adapted to the D50 of the profile connection space.
        let elements: [(tag: String, bytes: [UInt8])] = [
            ("desc", description("sRGB")), ("cprt", text("No copyright, use freely")),
            ("wtpt", xyz(0.9642, 1, 0.8249)), ("rXYZ", xyz(0.436065674, 0.222488403, 0.013916016)),
            ("gXYZ", xyz(0.385147095, 0.716873169, 0.097076416)),
            ("bXYZ", xyz(0.143066406, 0.060607910, 0.714096069)), ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ]
        var table = word(UInt32(elements.count))
        var data: [UInt8] = []
        let start = 128 + 4 + 12 * elements.count
        var curvePlace: Int?
        for element in elements {
            // The three curves are one and the same.
            let place = element.tag.hasSuffix("TRC") ? curvePlace ?? start + data.count : start + data.count
            if place == start + data.count { data += element.bytes }
            if element.tag.hasSuffix("TRC") { curvePlace = place }
            table += Array(element.tag.utf8) + word(UInt32(place)) + word(UInt32(element.bytes.count))
        }
        return header(size: start + data.count) + table + data
    }

    private static func header(size: Int) -> [UInt8] {
        var header = word(UInt32(size)) + [0, 0, 0, 0] + word(0x0210_0000)
        header += Array("mntrRGB XYZ ".utf8)
        // A fixed date: the year of the standard.
        header += [1999, 1, 1, 0, 0, 0].flatMap { half($0) }
        header += Array("acsp".utf8) + [UInt8](repeating: 0, count: 28)
        header += fixed(0.9642) + fixed(1) + fixed(0.8249)
        return header + [UInt8](repeating: 0, count: 128 - header.count)
    }

    /// The curve of sRGB at 128 places; between them readers interpolate.
    private static func transferCurve() -> [UInt8] {
        let count = 128
        let values = (0..<count).flatMap { index -> [UInt8] in
            let encoded = Double(index) / Double(count - 1)
            let linear = encoded <= 0.04045 ? encoded / 12.92 : pow((encoded + 0.055) / 1.055, 2.4)
            return half(UInt16((linear * 65_535).rounded()))
        }
        return Array("curv".utf8) + word(0) + word(UInt32(count)) + values
    }

    private static func description(_ name: String) -> [UInt8] {
        let ascii = Array(name.utf8) + [0]
        var bytes = Array("desc".utf8) + word(0) + word(UInt32(ascii.count)) + ascii
        // No Unicode name, no Macintosh name: their fields are fixed.
        bytes += [UInt8](repeating: 0, count: 8 + 3 + 67)
        return padded(bytes)
    }

    private static func text(_ words: String) -> [UInt8] {
        padded(Array("text".utf8) + word(0) + Array(words.utf8) + [0])
    }

    private static func xyz(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
        Array("XYZ ".utf8) + word(0) + fixed(x) + fixed(y) + fixed(z)
    }

    private static func fixed(_ value: Double) -> [UInt8] { word(UInt32((value * 65_536).rounded())) }

    private static func half(_ value: UInt16) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 0xFF)] }

    private static func word(_ value: UInt32) -> [UInt8] {
        half(UInt16(value >> 16)) + half(UInt16(value & 0xFFFF))
    }

    private static func padded(_ bytes: [UInt8]) -> [UInt8] {
        bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
    }
}
