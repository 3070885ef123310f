import CFontconfig
import Graphics

/// A font file that is installed.
struct SystemFontFile: Equatable {
    var path: String
    /// Which font of a collection.
    var index: Int
    /// What messages call it.
    var name: String { index == 0 ? path : "\(path)#\(index)" }
}

/// What fontconfig knows of the machine's fonts.
///
/// Asked only for families that a user names and for characters that the shipped faces lack: the first question reads
/// fontconfig's caches, which takes some milliseconds.
enum SystemFonts {
    /// The face of an installed family that is nearest to a weight; nil when no such family is installed.
    static func file(family: String, weight: Font.Weight) -> SystemFontFile? {
        let request = FontPattern()
        request.set(FC_FAMILY, family)
        request.set(FC_VARIABLE, false)
        let wanted = fontconfigWeight(weight)
        // Upright and of normal width before others, then by weight; the path decides ties, so the order in which
        // the folders were read does not.
        let best = request.list([FC_FILE, FC_INDEX, FC_SLANT, FC_WIDTH, FC_WEIGHT, FC_FONTFORMAT])
            .filter { isOutlineFormat($0) }
            .compactMap { font -> (rank: (Int, Double, String), file: SystemFontFile)? in
                guard let file = systemFile(of: font) else { return nil }
                let stray = (font.integer(FC_SLANT) ?? 0) + abs((font.integer(FC_WIDTH) ?? 100) - 100)
                return ((stray, abs((font.double(FC_WEIGHT) ?? 80) - wanted), file.name), file)
            }
        return best.min { $0.rank < $1.rank }?.file
    }

    /// The families that are installed, sorted.
    static func families() -> [String] {
        Set(FontPattern().list([FC_FAMILY]).compactMap { $0.string(FC_FAMILY) }).sorted()
    }

    /// A sans-serif face that has the character; nil when none has.
    static func file(covering character: Character, weight: Font.Weight) -> SystemFontFile? {
        let request = FontPattern()
        request.set(FC_FAMILY, "sans-serif")
        request.set(FC_WEIGHT, fontconfigWeight(weight))
        request.set(FC_SCALABLE, true)
        request.set(FC_COLOR, false)
        request.set(FC_VARIABLE, false)
        // Without a language of its own the request would take the locale's.
        request.set(FC_LANG, language(of: character))
        request.require(character.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint })
        guard let match = request.match(), match.boolean(FC_OUTLINE) == true, isOutlineFormat(match) else { return nil }
        return systemFile(of: match)
    }

    private static func systemFile(of font: FontPattern) -> SystemFontFile? {
        // The upper half of the index names an instance of a variable font.
        font.string(FC_FILE).map { SystemFontFile(path: $0, index: (font.integer(FC_INDEX) ?? 0) & 0xFFFF) }
    }

    private static func isOutlineFormat(_ font: FontPattern) -> Bool {
        let format = font.string(FC_FONTFORMAT)
        return format == "TrueType" || format == "CFF"
    }

    /// The language whose letter shapes are meant; Han characters are taken as Japanese.
    private static func language(of character: Character) -> String {
        switch character.unicodeScalars.first?.value ?? 0 {
        case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: "ko"
        case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFFEF, 0x20000...0x3FFFF: "ja"
        default: "en"
        }
    }

    private static func fontconfigWeight(_ weight: Font.Weight) -> Double {
        switch weight {
        case .regular: Double(FC_WEIGHT_REGULAR)
        case .semibold: Double(FC_WEIGHT_DEMIBOLD)
        case .bold: Double(FC_WEIGHT_BOLD)
        }
    }
}
