import NativeCodecs

/// Reads TOML documents into the values of JSON, so that one kind of value serves config files and `run.json`.
public enum TOMLReader {
    /// Why a document has no value.
    public enum Failure: Error, Equatable, Sendable {
        /// It is not TOML.
        case syntax(TOMLText.Mistake)
        /// Its lists or tables nest deeper than ``JSONReader/maximumDepth``.
        case nested
    }

    /// The document's value, an object; dates are strings.
    public static func parse(_ bytes: [UInt8]) throws(Failure) -> JSONValue {
        let json: [UInt8]
        do throws(TOMLText.Mistake) {
            json = try TOMLText.json(from: bytes)
        } catch { throw .syntax(error) }
        do throws(JSONError) {
            return try JSONReader.parse(json)
        } catch { throw .nested }
    }
}
