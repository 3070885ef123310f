/// Text without Unicode's noncharacters (U+FDD0…U+FDEF and the last two of every plane), which Cairo refuses and HTML
/// leaves out.
package enum DrawableText {
    /// The text itself where it has none, which is found out by a look at its bytes.
    package static func of(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0xEF }), text.unicodeScalars.contains(where: isNoncharacter) else {
            return text
        }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isNoncharacter($0) }))
    }

    private static func isNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
    }
}
