import Graphics
import Testing
import TextShaping

@Suite struct FamilyTests {
    @Test func `an unknown family is an error with the nearest name`() throws {
        let found = try? FontBook.find(family: "DejaVu Sans", weight: .regular)
        try #require(found != nil, "DejaVu Sans is not installed")
        #expect(throws: FontError.familyNotFound("DejaVu Sanz", nearest: "DejaVu Sans")) {
            try FontBook.find(family: "DejaVu Sanz", weight: .regular)
        }
    }

    @Test func `a family of the user's sets the text, and Inter what it lacks`() throws {
        let book = try FontBook(faces: shippedFaces(), family: "DejaVu Sans")
        let inter = try shippedBook()
        let font = Font(size: 10)
        #expect(book.family == "DejaVu Sans")
        #expect(book.width(of: "Drawdown", font: font) != inter.width(of: "Drawdown", font: font))
        #expect(book.shape("Drawdown", font: font).glyphs.allSatisfy { $0.face == 0 })
        let bold = Font(size: 10, weight: .bold)
        #expect(book.width(of: "Drawdown", font: bold) > book.width(of: "Drawdown", font: font))
    }

    @Test func `bytes that are no font are refused by name`() {
        let broken = FontFaceData(weight: .bold, bytes: FontBytes(Array("not a font".utf8)))
        #expect(throws: FontError.notAFont(face: "regular")) { try FontBook(faces: [broken]) }
    }

    @Test func `a book needs a face`() {
        #expect(throws: FontError.noFaces) { try FontBook(faces: []) }
    }

    @Test func `one face serves every weight`() throws {
        let book = try FontBook(faces: Array(shippedFaces().prefix(1)))
        #expect(
            book.width(of: "Total", font: Font(size: 10, weight: .bold))
                == book.width(of: "Total", font: Font(size: 10))
        )
    }

    @Test(arguments: [
        (
            FontError.familyNotFound("Intr", nearest: "Inter"),
            "no font family 'Intr' is installed; did you mean 'Inter'?"
        ),
        (
            FontError.familyNotFound("Helvetica", nearest: nil),
            "no font family 'Helvetica' is installed; 'fc-list : family' lists those that are"
        ),
        (FontError.notAFont(face: "bold"), "the bold face is not an OpenType or TrueType font with outlines"),
        (FontError.noFaces, "no font face was given"),
        (FontError.notSubset(face: "bold"), "the bold face cannot be cut down to the characters in use"),
    ])
    func `errors say the fact and the remedy`(error: FontError, words: String) {
        #expect(error.message == words)
    }
}
