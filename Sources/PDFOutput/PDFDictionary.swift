/// The entries of a PDF dictionary, each as it is written.
struct PDFDictionary {
    /// Names with their slash, and their values.
    private(set) var entries: [(key: ArraySlice<UInt8>, value: ArraySlice<UInt8>)] = []

    /// Nil for what is no dictionary.
    init?(_ bytes: ArraySlice<UInt8>) {
        var scanner = PDFScanner(bytes)
        guard scanner.take("<<") else { return nil }
        while !scanner.take(">>") {
            guard let key = scanner.name(), let value = scanner.value() else { return nil }
            entries.append((key, bytes[value]))
        }
    }

    /// The value of a key, given with its slash.
    subscript(key: StaticString) -> ArraySlice<UInt8>? {
        entries.first { $0.key.count == key.utf8CodeUnitCount && $0.key.hasWord(key, at: $0.key.startIndex) }?.value
    }

    /// A whole number.
    func integer(_ key: StaticString) -> Int? { self[key].flatMap { $0.number(at: $0.startIndex)?.value } }

    /// Whole numbers of an array.
    func integers(_ key: StaticString) -> [Int]? {
        guard let value = self[key] else { return nil }
        var scanner = PDFScanner(value)
        guard scanner.take("[") else { return nil }
        var found: [Int] = []
        while !scanner.take("]") {
            guard let number = scanner.integer() else { return nil }
            found.append(number)
        }
        return found
    }

    /// Whether the value of a key is a name.
    func has(_ key: StaticString, _ name: StaticString) -> Bool {
        guard let value = self[key] else { return false }
        return value.count == name.utf8CodeUnitCount && value.hasWord(name, at: value.startIndex)
    }

    /// The object that a key refers to.
    func reference(_ key: StaticString) -> Int? { self[key].flatMap(Self.reference) }

    /// The objects that a key refers to, by itself or in an array.
    func references(_ key: StaticString) -> [Int] { self[key].map(Self.references) ?? [] }

    /// The inside of the dictionary without some of its entries.
    func inside(without keys: [StaticString]) -> String {
        let kept = entries.filter { entry in
            !keys.contains {
                entry.key.count == $0.utf8CodeUnitCount && entry.key.hasWord($0, at: entry.key.startIndex)
            }
        }
        return kept.map { String(decoding: $0.key, as: UTF8.self) + " " + String(decoding: $0.value, as: UTF8.self) }
            .joined(separator: "\n")
    }

    private static func reference(_ value: ArraySlice<UInt8>) -> Int? {
        var scanner = PDFScanner(value)
        guard let number = scanner.integer(), scanner.integer() == 0, scanner.take("R") else { return nil }
        return number
    }

    /// Every reference in a value, however deep.
    static func references(in value: ArraySlice<UInt8>) -> [Int] {
        var found: [Int] = []
        var place = value.startIndex
        while place < value.endIndex {
            guard let number = value.number(at: place) else {
                place += 1
                continue
            }
            var scanner = PDFScanner(value, at: number.end)
            if scanner.integer() == 0, scanner.take("R") { found.append(number.value) }
            place = number.end
        }
        return found
    }
}
