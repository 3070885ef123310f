extension ImageData {
    /// A picture from the bytes of a PNG file; nil where they are not one.
    ///
    /// Pictures of more than 16 megapixels are refused: a few kilobytes can hold one that takes gigabytes when decoded.
    /// Reads the size from the IHDR chunk (PNG specification, 11.2.2); whoever draws the picture decodes it.
    public init?(png bytes: [UInt8]) {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        guard bytes.count >= 33, bytes.starts(with: signature), Array(bytes[12..<16]) == Array("IHDR".utf8) else {
            return nil
        }
        func number(at offset: Int) -> Int { bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
        let (width, height) = (number(at: 16), number(at: 20))
        guard (1...20_000).contains(width), (1...20_000).contains(height),
            width * height <= 1 << 24
        else { return nil }
        self.init(png: bytes, width: width, height: height)
    }
}
