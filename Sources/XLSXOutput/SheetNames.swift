/// Names that a workbook takes: at most 31 characters, none of `[]:*?/\`, no two alike in any case.
struct SheetNames {
    private var taken: Set<String> = []
    private static let longest = 31

    /// The name of a sheet.
    mutating func name(for text: String) -> String {
        let plain = String(text.map { "[]:*?/\\'".contains($0) || $0.isNewline ? "-" : $0 })
        let base = plain.isEmpty ? "sheet" : plain
        var name = Self.cut(base, to: Self.longest)
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            name = Self.cut(base, to: Self.longest - 4) + "~\(number)"
            number += 1
        }
        return name
    }

    /// The limit is one of UTF-16.
    private static func cut(_ text: String, to length: Int) -> String {
        var result = ""
        for character in text {
            guard result.utf16.count + character.utf16.count <= length else { break }
            result.append(character)
        }
        return result
    }
}
