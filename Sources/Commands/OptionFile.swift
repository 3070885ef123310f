import CommandLineArguments
import SystemFiles

/// A file that an option names, read whole and held to a size: a device or a wrong file must not fill the memory.
enum OptionFile {
    /// The most bytes of a logo.
    static let largestPicture = 8 << 20
    /// The most bytes of a template, a commentary or a configuration.
    static let largestText = 1 << 20
    /// The most bytes of a context of variables.
    static let largestContext = 64 << 20

    /// The bytes of a plain file, or of a pipe such as `<(…)`.
    static func read(_ path: String, option: String, limit: Int) throws -> [UInt8] {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileSystem.readFile(path, limit: limit + 1)
        } catch { throw OptionFileError(option: option, path: path, fact: .unreadable(error.reason)) }
        guard bytes.count <= limit else { throw OptionFileError(option: option, path: path, fact: .tooLarge(limit)) }
        return bytes
    }

    /// The text of such a file; bytes that are not UTF-8 become U+FFFD.
    static func text(_ path: String, option: String) throws -> String {
        String(decoding: try read(path, option: option, limit: largestText), as: UTF8.self)
    }
}

/// Why a file that an option names cannot be used.
struct OptionFileError: Error {
    enum Fact {
        case unreadable(String)
        case tooLarge(Int)
        /// What it is instead of what it should be, with the remedy.
        case unusable(String)
    }

    /// `--logo`, or `FILE` for an argument.
    let option: String
    let path: String
    let fact: Fact

    /// Place, fact, remedy.
    var message: String {
        switch fact {
        case .unreadable(let reason):
            "\(option): cannot read '\(path)': \(reason); check the path and its permissions"
        case .unusable(let fact): "\(option): '\(path)' \(fact)"
        case .tooLarge(let limit):
            "\(option): '\(path)' is larger than \(limit >> 20) MB; name a smaller file"
        }
    }
}
