import Containers

/// A JSON file of the user's.
enum JSONFile {
    /// Its value; a mistake in it carries the file's name and the byte.
    static func read(_ path: String, option: String) throws -> JSONValue {
        do {
            return try JSONReader.parse(try OptionFile.read(path, option: option, limit: OptionFile.largestContext))
        } catch let error as JSONError { throw JSONFileError(path: path, cause: error) }
    }
}

/// A mistake in a JSON file.
struct JSONFileError: Error {
    /// The file as the user named it.
    let path: String
    /// Where and what.
    let cause: JSONError

    /// Place and fact.
    var message: String { "\(path): \(cause.message)" }
}
