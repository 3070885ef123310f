import Graphics

/// A JPEG file (ITU-T T.81) taken apart into its segments, without decoding a pixel.
///
/// Kept are tables, frames, scans and Adobe's note on how colours are written. Descriptions, thumbnails, profiles and comments
/// go: nothing of where and when a photograph was taken gets into a report.
struct JPEGFile {
    private let bytes: [UInt8]
    private var kept: [UInt8] = [0xFF, 0xD8]
    private var frame: (width: Int, height: Int)?
    private var hasScan = false

    /// The picture of a file that begins with the marker of JPEG.
    static func picture(_ bytes: [UInt8]) throws(PictureFault) -> ImageData {
        var file = JPEGFile(bytes: bytes)
        try file.read()
        guard let frame = file.frame, file.hasScan else { throw .damagedJPEG }
        return ImageData(.jpeg(file.kept), width: frame.width, height: frame.height)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func read() throws(PictureFault) {
        var place = 2
        while true {
            while byte(place) == 0xFF, byte(place + 1) == 0xFF { place += 1 }
            guard byte(place) == 0xFF, let marker = byte(place + 1) else { throw .damagedJPEG }
            if marker == 0xD9 { return kept += [0xFF, 0xD9] }
            guard let length = word(place + 2), length >= 2, place + 2 + length <= bytes.count else {
                throw .damagedJPEG
            }
            let content = place + 4..<place + 2 + length
            try take(marker, content)
            let end = marker == 0xDA ? endOfScan(content.upperBound) : content.upperBound
            if Self.isKept(marker, bytes[content]) { kept += bytes[place..<end] }
            place = end
        }
    }

    private mutating func take(_ marker: UInt8, _ content: Range<Int>) throws(PictureFault) {
        switch marker {
        case 0xC0, 0xC1, 0xC2: try takeFrame(content)
        case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: throw .jpegKind("of a rare kind")
        case 0xE1: if EXIFOrientation.isTurned(bytes[content]) { throw .jpegTurned }
        case 0xDA: hasScan = true
        default: break
        }
    }

    private mutating func takeFrame(_ content: Range<Int>) throws(PictureFault) {
        guard frame == nil, let height = word(content.lowerBound + 1), let width = word(content.lowerBound + 3),
            content.count >= 6
        else { throw .damagedJPEG }
        guard byte(content.lowerBound) == 8 else { throw .jpegKind("of more than 8 bits a colour") }
        let parts = byte(content.lowerBound + 5)
        guard parts == 1 || parts == 3 else { throw .jpegKind("of \(parts ?? 0) colours") }
        guard width > 0, height > 0, width * height <= 1 << 24 else { throw .jpegSize(width: width, height: height) }
        frame = (width, height)
    }

    /// Behind the coded pixels: the next marker that is neither a coded 0xFF nor a restart.
    private func endOfScan(_ start: Int) -> Int {
        var place = start
        while let one = byte(place), let next = byte(place + 1) {
            if one == 0xFF, next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) { return place }
            place += 1
        }
        return bytes.count
    }

    private static func isKept(_ marker: UInt8, _ content: ArraySlice<UInt8>) -> Bool {
        switch marker {
        case 0xC0...0xC2, 0xC4, 0xDA, 0xDB, 0xDD: true
        case 0xE0: content.starts(with: "JFIF\0".utf8) && content.count == 14
        case 0xEE: content.starts(with: "Adobe".utf8)
        default: false
        }
    }

    private func byte(_ place: Int) -> UInt8? { bytes.indices.contains(place) ? bytes[place] : nil }

    private func word(_ place: Int) -> Int? {
        guard let high = byte(place), let low = byte(place + 1) else { return nil }
        return Int(high) << 8 | Int(low)
    }
}
