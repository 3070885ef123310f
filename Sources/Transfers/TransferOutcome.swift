import CurlCalls

/// How an attempt to send something ended. Holds no address, name or secret.
public struct TransferOutcome: Equatable, Sendable {
    /// The other side has it.
    public var isSent: Bool
    /// Another attempt may end otherwise.
    public var mayPass: Bool
    /// Seconds that the other side asks to wait; nil where it does not say.
    public var wait: Double?
    /// What went wrong, as a phrase: `the server answered 503`.
    public var words: String

    init(post outcome: CurlOutcome) {
        let status = Int(outcome.status)
        // Whatever became of the rest of the answer, the server has said that it has taken it.
        isSent = (200..<300).contains(status)
        mayPass =
            isSent ? false : [408, 425, 429].contains(status) || status >= 500 || outcome.is_passing && status == 0
        wait = outcome.wait >= 0 ? outcome.wait : nil
        words = Self.words(outcome, redirects: (300..<400).contains(status))
    }

    init(mail outcome: CurlOutcome) {
        let status = Int(outcome.status)
        isSent = outcome.code == 0
        mayPass = !isSent && ((400..<500).contains(status) || outcome.is_passing && status < 500)
        wait = nil
        words = Self.words(outcome, redirects: false)
    }

    init(isSent: Bool, mayPass: Bool = false, wait: Double? = nil, words: String = "") {
        (self.isSent, self.mayPass, self.wait, self.words) = (isSent, mayPass, wait, words)
    }

    private static func words(_ outcome: CurlOutcome, redirects: Bool) -> String {
        if redirects { return "the server answered \(outcome.status), which leads to another address; give that one" }
        let text = unsafe withUnsafeBytes(of: outcome.words) { raw in
            unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
        }
        if outcome.code < 0 { return text + "; install the package libcurl4" }
        let answer = outcome.status > 0 ? "the server answered \(outcome.status)" : ""
        return [answer, text.lowercased()].filter { !$0.isEmpty }.joined(separator: ": ")
    }
}

/// libcurl, where something is to be sent.
public enum TransferLibrary {
    /// Its version; nil where it is not installed. Loads it.
    public static var version: String? {
        guard let text = unsafe curl_calls_version() else { return nil }
        return unsafe String(cString: text)
    }
}
