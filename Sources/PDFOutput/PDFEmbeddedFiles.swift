import NativeCodecs

/// The files that travel inside a PDF that we wrote.
public enum PDFEmbeddedFiles {
    /// Of an object's dictionary.
    private static let longestHead = 4096
    /// What an attached file may grow to when it is inflated.
    private static let largest = 1 << 28

    /// Their contents in the order of the file; what is encrypted or damaged is left out.
    public static func contents(of pdf: [UInt8]) -> [[UInt8]] {
        var files: [[UInt8]] = []
        var place = 0
        while let type = pdf.firstPlace(of: "/Type /EmbeddedFile", from: place) {
            place = type + 1
            if let file = content(of: pdf, type) { files.append(file) }
        }
        return files
    }

    private static func content(of pdf: [UInt8], _ type: Int) -> [UInt8]? {
        guard let word = pdf.firstPlace(of: "stream", from: type), word - type < longestHead else { return nil }
        let head = pdf[max(0, type - 64)..<word]
        guard
            let key = head.firstPlace(of: "/Length ", from: max(type, head.startIndex))
                ?? head.lastPlace(of: "/Length "),
            let length = pdf.number(at: key + 8)?.value
        else { return nil }
        // One line feed ends the word, or a carriage return with one.
        let start = word + 6 + (word + 6 < pdf.count && pdf[word + 6] == 0x0D ? 2 : 1)
        guard start <= pdf.count, length <= pdf.count - start else { return nil }
        return ZlibFrame.inflate(pdf[start..<start + length], limit: largest)
    }
}
