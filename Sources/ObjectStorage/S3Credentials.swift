/// Who asks an object storage, and where it is. Holds secrets: never shown, logged or written.
public struct S3Credentials: Equatable, Sendable {
    /// The public part of the key.
    var accessKey: String
    /// The secret part.
    var secret: String
    /// The token of a session; nil for keys that last.
    var token: String?
    /// The region, which signatures name.
    var region: String
    /// Address of a server that is not Amazon's: `http://127.0.0.1:9000`; nil for Amazon's.
    var endpoint: String?

    /// What is lacking.
    public struct Failure: Error, Equatable, Sendable {
        /// Fact and remedy.
        public let message: String
    }

    /// Credentials as Amazon's own tools find them: environment variables, then the profile `AWS_PROFILE` (or `default`) of
    /// `~/.aws/credentials` and `~/.aws/config`.
    ///
    /// - Parameters:
    ///   - variable: The value of an environment variable.
    ///   - file: The text of a file; nil where there is none.
    public init(
        variable: (String) -> String?, file: (String) -> String?
    ) throws(Failure) {
        func value(_ names: String...) -> String? { names.lazy.compactMap(variable).first { !$0.isEmpty } }
        let name = value("AWS_PROFILE", "AWS_DEFAULT_PROFILE")
        let home = (value("HOME") ?? "") + "/.aws/"
        let profile = Self.profile(
            name ?? "default",
            [
                value("AWS_CONFIG_FILE") ?? home + "config",
                value("AWS_SHARED_CREDENTIALS_FILE") ?? home + "credentials",
            ].compactMap(file))
        if let name, profile.isEmpty { throw Failure(message: "no profile '\(name)' is in the files of credentials") }
        region = value("AWS_REGION", "AWS_DEFAULT_REGION") ?? profile["region"] ?? "us-east-1"
        endpoint = value("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL") ?? profile["endpoint_url"]
        if let key = value("AWS_ACCESS_KEY_ID"), let secret = value("AWS_SECRET_ACCESS_KEY") {
            (accessKey, self.secret, token) = (key, secret, value("AWS_SESSION_TOKEN"))
        } else if let key = profile["aws_access_key_id"], let secret = profile["aws_secret_access_key"] {
            (accessKey, self.secret, token) = (key, secret, profile["aws_session_token"])
        } else {
            throw Failure(
                message: "there are no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or write them to "
                    + "~/.aws/credentials")
        }
        try check()
    }

    /// Credentials with all their parts, for tests.
    init(accessKey: String, secret: String, token: String? = nil, region: String, endpoint: String? = nil) {
        (self.accessKey, self.secret, self.token) = (accessKey, secret, token)
        (self.region, self.endpoint) = (region, endpoint)
    }

    /// Nothing of it may end a line of a request, and an endpoint names a server and nothing more.
    private func check() throws(Failure) {
        let texts = [accessKey, secret, token ?? "", region]
        guard texts.allSatisfy({ $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } }) else {
            throw Failure(message: "the credentials hold blanks or characters that no key has")
        }
        guard let endpoint else { return }
        let isServer = ["http://", "https://"].contains {
            endpoint.hasPrefix($0) && endpoint.utf8.count > $0.utf8.count
        }
        guard isServer, endpoint.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "@") }) else {
            throw Failure(message: "AWS_ENDPOINT_URL is to be an address such as https://storage.example:9000")
        }
    }

    /// The settings of a profile; those of later files win.
    private static func profile(_ name: String, _ texts: [String]) -> [String: String] {
        var settings: [String: String] = [:]
        for text in texts {
            var isOwn = false
            for line in text.split(whereSeparator: \.isNewline) {
                let words = trimmed(line)
                if words.hasPrefix("["), words.hasSuffix("]") {
                    let title = trimmed(words.dropFirst().dropLast())
                    isOwn = title == name || title == "profile \(name)"
                } else if isOwn, !words.hasPrefix("#"), let equals = words.firstIndex(of: "=") {
                    settings[trimmed(words[..<equals])] = trimmed(words[words.index(after: equals)...])
                }
            }
        }
        return settings
    }

    private static func trimmed(_ text: some BidirectionalCollection<Character>) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
