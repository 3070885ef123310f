import Foundation
import Testing

/// What a program says of a PDF file; `%` among the arguments stands for the file.
///
/// The programs come with poppler-utils and qpdf, which `make setup` installs.
func run(_ program: String, _ arguments: String..., on file: [UInt8]) throws -> String {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("tearsheet-\(UUID().uuidString).pdf")
    try Data(file).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments.map { $0 == "%" ? url.path : $0 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus != 127, "\(program) is not installed")
    return String(decoding: data, as: UTF8.self).replacingOccurrences(of: url.path, with: "file")
}

/// The text of all pages as readers copy it, without the white space that places it.
func text(of file: [UInt8]) throws -> String {
    try run("pdftotext", "-layout", "%", "-", on: file)
}

/// Every object of a file in qpdf's JSON.
struct PDFObjectList {
    let objects: [[String: Any]]

    init(_ file: [UInt8]) throws {
        let json = try run("qpdf", "--json=2", "--json-key=qpdf", "%", on: file)
        let root = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let parts = try #require(root["qpdf"] as? [Any])
        let table = try #require(parts.last as? [String: Any])
        objects = table.keys.sorted().compactMap { key in
            guard let entry = table[key] as? [String: Any] else { return nil }
            if let value = entry["value"] as? [String: Any] { return value }
            return (entry["stream"] as? [String: Any])?["dict"] as? [String: Any]
        }
    }

    /// The dictionaries with this value of a key.
    func all(_ key: String, _ value: String) -> [[String: Any]] { objects.filter { $0[key] as? String == value } }
}
