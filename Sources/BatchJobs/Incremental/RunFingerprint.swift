import NativeCodecs
import SystemFiles

/// What decides a run's reports: equal fingerprints give equal bytes.
public struct RunFingerprint: Equatable, Sendable {
    /// A file that a run was read from.
    struct Input: Equatable, Sendable {
        var path: String
        /// SHA-256 in hex; empty for a file that could not be read.
        var sha256: String
    }

    /// Tearsheet and the libraries that draw.
    var version = ""
    /// One digest of all options, and of the files that they name.
    var options = ""
    /// One digest of the names of the files beside the run: a file that comes later may belong to it.
    var names = ""
    /// The files, sorted by path.
    var inputs: [Input] = []
}

/// The contents of files as digests.
public enum FileDigest {
    /// SHA-256 of a plain file in hex; empty for one that cannot be read, and for anything else. Needs little memory.
    public static func hex(of path: String) -> String {
        guard let size = FileSystem.size(of: path) else { return "" }
        var digest = SHA256Stream()
        do throws(FileError) {
            try FileSystem.readPieces(path, of: min(size + 1, 1 << 20)) { digest.update($0) }
        } catch { return "" }
        return digest.hex
    }
}

extension RunFingerprint {
    func write(to writer: inout WireWriter) {
        for text in [version, options, names] { writer.write(text) }
        Self.write(inputs, to: &writer)
    }

    init(from reader: inout WireReader) {
        self.init(version: reader.text(), options: reader.text(), names: reader.text())
        inputs = Self.inputs(from: &reader)
    }

    static func write(_ inputs: [Input], to writer: inout WireWriter) {
        writer.write(inputs) { writer, input in
            writer.write(input.path)
            writer.write(input.sha256)
        }
    }

    static func inputs(from reader: inout WireReader) -> [Input] {
        reader.list { Input(path: $0.text(), sha256: $0.text()) }
    }
}
