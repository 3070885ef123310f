/// Which way a character runs.
enum WritingDirection {
    /// Whether a character belongs to a script written from right to left: Unicode's bidirectional classes R and AL.
    ///
    /// By blocks, as the Unicode Character Database assigns the classes even to characters not yet encoded there; the
    /// digits of Arabic run from left to right and are no part of them.
    static func isBackward(_ character: Character) -> Bool { character.unicodeScalars.contains(where: isBackward) }

    private static func isBackward(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x590: false
        case 0x600...0x605, 0x660...0x669, 0x66B, 0x66C, 0x6DD, 0x6F0...0x6F9, 0x890, 0x891, 0x8E2: false
        case 0x590...0x8FF, 0x200F, 0xFB1D...0xFDCF, 0xFDF0...0xFDFC, 0xFE70...0xFEFE: true
        case 0x10D30...0x10D49, 0x10E60...0x10E7E: false
        case 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
