import SystemFiles

/// `latest.html`: leads to the last report of a strategy, under an address that stays.
enum LatestPage {
    static func bytes(of strategy: Catalogue.Strategy) -> [UInt8] {
        let latest = strategy.latest
        let address = Self.address(FileSystem.name(of: latest.folder) + "/" + latest.report)
        let title = escaped("\(strategy.name): \(PathText.shown(latest.report))")
        return Array(
            """
            <!DOCTYPE html>
            <html lang="en"><meta charset="utf-8"><title>\(title)</title>
            <meta http-equiv="refresh" content="0; url=\(address)">
            <p><a href="\(address)">\(title)</a></p></html>

            """.utf8)
    }

    /// Every byte that could mean something else is written by its number.
    private static func address(_ path: String) -> String {
        var text = ""
        for byte in PathText.bytes(of: path) {
            let scalar = UnicodeScalar(byte)
            let isPlain = byte < 0x80 && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            if isPlain || "-._~/".unicodeScalars.contains(scalar) {
                text.unicodeScalars.append(scalar)
            } else {
                text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return text
    }

    private static func escaped(_ text: String) -> String {
        text.map { character -> String in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            default: String(character)
            }
        }.joined()
    }
}

extension Archive.Place {
    /// The name of the file that people open: the page where there is one, else the PDF, else the first.
    public var report: String {
        let names = entry.files.map(\.name)
        return names.first { $0.hasSuffix(".html") } ?? names.first { $0.hasSuffix(".pdf") } ?? names.first ?? ""
    }
}
