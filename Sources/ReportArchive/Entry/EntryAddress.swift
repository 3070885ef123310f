import Formatting
import NativeCodecs
import SystemFiles

/// Where an entry lies: by its content, so that who archives the same report a second time finds it there.
public enum EntryAddress {
    /// Digits of the id that stand in the names of folders: 64 bits.
    static let digits = 16

    /// The entry's id: SHA-256 of the lines that `sha256sum` prints for the report's files, sorted by name.
    public static func id(of files: [ArchiveEntry.File]) -> String { SHA256.hex(lines(of: files)) }

    /// The lines that `sha256sum` prints for some files, sorted by name.
    static func lines(of files: [ArchiveEntry.File]) -> [UInt8] {
        files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            .flatMap { Array("\($0.sha256)  ".utf8) + PathText.bytes(of: $0.name) + [0x0A] }
    }

    /// `SmaCross/goog.3f2a91c4d5e6f708`: below the folder of all entries.
    static func folder(of entry: ArchiveEntry, id: String) -> String {
        folder(ofStrategy: entry.strategyName) + "/" + name(safe(entry.run, longest: 120), entry.run) + "."
            + id.prefix(digits)
    }

    /// The folder of a strategy: its name, where that is a name of a folder on every file system and in an address;
    /// else what can be kept of it, and a digest that tells it from others.
    static func folder(ofStrategy name: String) -> String { self.name(safe(name, longest: 80), name) }

    private static func name(_ safe: String, _ whole: String) -> String {
        safe == whole && !safe.isEmpty
            ? safe : "\(safe.isEmpty ? "x" : safe)~\(SHA256.hex(Array(whole.utf8)).prefix(8))"
    }

    /// Letters, digits and a few signs; others become one dash. Nothing that hides a folder or looks like an option.
    private static func safe(_ text: String, longest: Int) -> String {
        var name = ""
        for part in text.split(omittingEmptySubsequences: true, whereSeparator: { !isSafe($0) }) {
            for character in (name.isEmpty ? "" : "-") + part {
                guard name.utf8.count + String(character).utf8.count <= longest else { return name }
                if name.isEmpty, character == "." || character == "-" { continue }
                name.append(character)
            }
        }
        // Some file systems drop dots at the end.
        while name.last == "." { name.removeLast() }
        return name
    }

    private static func isSafe(_ character: Character) -> Bool {
        (character.isLetter || character.isNumber || "._+-".contains(character))
            && !character.unicodeScalars.contains(where: PrintableText.acts)
    }
}
