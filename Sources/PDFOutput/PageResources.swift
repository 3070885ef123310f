import Graphics
import TextShaping

/// What the pages of a file refer to by number: faces, opacities and pictures, each once.
struct PageResources {
    private(set) var opacities: [Double] = []
    var fonts: [PDFFont] = []
    private(set) var pictures: [(data: ImageData, picture: PDFPicture)] = []

    /// The number of an opacity, 0…1.
    mutating func number(ofOpacity opacity: Double) -> Int {
        if let known = opacities.firstIndex(of: opacity) { return known }
        opacities.append(opacity)
        return opacities.count - 1
    }

    /// The number of a face.
    mutating func number(ofFace face: EmbeddableFace) -> Int {
        if let known = fonts.firstIndex(where: { $0.face === face }) { return known }
        fonts.append(PDFFont(face))
        return fonts.count - 1
    }

    /// The number of a picture's file; nil where it cannot be decoded.
    mutating func number(of image: ImageData) -> Int? {
        if let known = pictures.firstIndex(where: { $0.data == image }) { return known }
        guard let picture = PDFPicture(image) else { return nil }
        pictures.append((image, picture))
        return pictures.count - 1
    }

    /// Adds all that the numbers stand for, faces as they were cut; returns the object of the resource dictionary, which
    /// all pages share.
    func add(_ fonts: [EmbeddedFont], to objects: inout PDFObjects) -> Int {
        var syntax = PDFSyntax()
        syntax.write("<< /ProcSet [/PDF /Text /ImageB /ImageC]")
        if !opacities.isEmpty {
            syntax.write("\n/ExtGState <<")
            for (number, opacity) in opacities.enumerated() {
                syntax.write(" /G\(number) << /Type /ExtGState /CA ")
                syntax.write(fine: opacity)
                syntax.write("/ca ")
                syntax.write(fine: opacity)
                syntax.write(">>")
            }
            syntax.write(" >>")
        }
        add(fonts, to: &objects, &syntax)
        addPictures(to: &objects, &syntax)
        syntax.write(" >>")
        return objects.add(syntax)
    }

    private func add(_ fonts: [EmbeddedFont], to objects: inout PDFObjects, _ syntax: inout PDFSyntax) {
        guard !fonts.isEmpty else { return }
        syntax.write("\n/Font <<")
        for (number, font) in fonts.enumerated() {
            syntax.write(" /F\(number)")
            syntax.writeReference(to: font.add(to: &objects))
        }
        syntax.write(" >>")
    }

    private func addPictures(to objects: inout PDFObjects, _ syntax: inout PDFSyntax) {
        guard !pictures.isEmpty else { return }
        syntax.write("\n/XObject <<")
        for (number, picture) in pictures.enumerated() {
            syntax.write(" /I\(number)")
            syntax.writeReference(to: picture.picture.add(to: &objects))
        }
        syntax.write(" >>")
    }
}
