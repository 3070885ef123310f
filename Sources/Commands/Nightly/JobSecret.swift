import SystemFiles

/// Where a secret stands: never printed, and read when it is needed.
struct JobSecret {
    enum Place {
        /// In the job file.
        case written(String)
        /// In an environment variable.
        case variable(String)
        /// In a file, without the line end.
        case file(String)
    }

    let place: Place

    /// The secret; throws where it is not to be had.
    func value() throws -> String {
        switch place {
        case .written(let text): return text
        case .variable(let name):
            guard let text = ProcessEnvironment.variable(name), !text.isEmpty else {
                throw JobSecretError(message: "the environment variable \(name) is not set")
            }
            return text
        case .file(let path):
            let text = try OptionFile.text(path, option: "secret")
            guard let line = text.split(separator: "\n").first, !line.isEmpty else {
                throw JobSecretError(message: "'\(path)' is empty; it must hold the secret in one line")
            }
            return line.last == "\r" ? String(line.dropLast()) : String(line)
        }
    }

    /// What follows the name of the secret in its key.
    var ending: String {
        switch place {
        case .written: ""
        case .variable: "-env"
        case .file: "-file"
        }
    }

    /// Where it stands, for people.
    var words: String {
        switch place {
        case .written: "given in the file"
        case .variable(let name): "from $\(name)"
        case .file(let path): "from \(path)"
        }
    }
}

/// A secret that is not to be had. Never holds one.
struct JobSecretError: Error {
    /// Fact.
    let message: String
}
