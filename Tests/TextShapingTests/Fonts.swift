import Foundation
import Graphics
import TestSupport
import TextShaping

/// The shipped faces from the repository.
func shippedFaces() throws -> [FontFaceData] {
    try [(Font.Weight.regular, "Regular"), (.semibold, "SemiBold"), (.bold, "Bold")].map { weight, name in
        let url = repositoryRoot.appendingPathComponent("Fonts/Inter-\(name).otf")
        return FontFaceData(weight: weight, bytes: FontBytes([UInt8](try Data(contentsOf: url))))
    }
}

/// A book of the shipped faces, as a worker has it.
func shippedBook() throws -> FontBook { try FontBook(faces: shippedFaces()) }
