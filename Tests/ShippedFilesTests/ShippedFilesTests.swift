import Foundation
import ShippedFiles
import TestSupport
import Testing

@Test func `every shipped file has the bytes that the repository has`() throws {
    #expect(!ShippedFiles.paths.isEmpty)
    for path in ShippedFiles.paths {
        let source = try Data(contentsOf: repositoryRoot.appendingPathComponent(path))
        #expect(ShippedFiles.bytes(of: path).map { Data($0) } == source, "\(path)")
        let inPlace = unsafe ShippedFiles.staticBytes(of: path).map { unsafe Data($0) }
        #expect(inPlace == source, "\(path)")
    }
}

@Test func `every font, template and theme of the repository ships`() throws {
    let manager = FileManager.default
    for folder in ["Fonts", "Templates", "Themes", "Page"] {
        let names = manager.enumerator(atPath: repositoryRoot.appendingPathComponent(folder).path)
        while let name = names?.nextObject() as? String {
            let path = folder + "/" + name
            let attributes = try manager.attributesOfItem(atPath: repositoryRoot.appendingPathComponent(path).path)
            guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
            if !name.hasSuffix(".md"), !name.hasSuffix(".txt") { #expect(ShippedFiles.paths.contains(path), "\(path)") }
        }
    }
}

@Test func `a folder's files are found by the whole name of the folder`() {
    #expect(ShippedFiles.paths(below: "Fonts").contains("Fonts/Inter-Regular.otf"))
    #expect(ShippedFiles.paths(below: "Font").isEmpty)
}

@Test func `what does not ship is absent`() {
    #expect(ShippedFiles.bytes(of: "Fonts/Missing.otf") == nil)
    #expect(ShippedFiles.text(of: "Fonts") == nil)
    #expect(ShippedFiles.text(of: "") == nil)
}
