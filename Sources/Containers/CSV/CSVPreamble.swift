/// What stands before the first row of a delimited file: a byte-order mark, and the line `sep=;` of spreadsheets.
struct CSVPreamble {
    /// Where the first row begins.
    private(set) var end = 0
    /// The delimiter that the file declares.
    private(set) var delimiter: UInt8?
    /// 1-based line of the first row.
    private(set) var line: UInt32 = 1

    init(_ bytes: Span<UInt8>) {
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { end = 3 }
        readDeclaration(bytes)
    }

    /// `sep=;`, in quotes or not, in any case of letters, alone on the first line.
    private mutating func readDeclaration(_ bytes: Span<UInt8>) {
        let quote = CSVScanner.quote
        var index = end
        let isQuoted = index < bytes.count && bytes[index] == quote
        if isQuoted { index += 1 }
        for letter in "sep=".utf8 {
            guard index < bytes.count, bytes[index] | 0x20 == letter | 0x20 else { return }
            index += 1
        }
        guard index < bytes.count, [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].contains(bytes[index])
        else { return }
        let declared = bytes[index]
        index += 1
        if isQuoted, index < bytes.count, bytes[index] == quote { index += 1 }
        // A spreadsheet that saves the file again fills the line up with delimiters.
        while index < bytes.count, bytes[index] == declared { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: "\r") { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
        guard index == bytes.count || bytes[index - 1] < UInt8(ascii: " ") else { return }
        (end, delimiter, line) = (index, declared, 2)
    }
}
