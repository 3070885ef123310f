import CurlCalls

/// A server that takes mail.
public struct MailServer: Equatable, Sendable {
    /// Whether the connection is encrypted; one to an address of `smtps` always is.
    public enum Encryption: String, CaseIterable, Sendable {
        /// Never.
        case off
        /// Where the server offers it.
        case offered
        /// Always, or nothing is sent.
        case required
    }

    /// `smtp://host:25`, `smtps://host:465`.
    public var url: String
    /// Who logs in; nil for nobody.
    public var user: String?
    /// The password of `user`.
    public var password: String?
    /// Of the connection.
    public var encryption: Encryption
    /// Seconds that an attempt may take.
    public var seconds: Double
    /// A file of the certificates to trust; nil for those of the system.
    public var authority: String?

    /// A server with all its parts.
    public init(
        url: String, user: String? = nil, password: String? = nil, encryption: Encryption = .required, seconds: Double,
        authority: String? = nil
    ) {
        (self.url, self.user, self.password) = (url, user, password)
        (self.encryption, self.seconds, self.authority) = (encryption, seconds, authority)
    }

    /// Hands over a message once.
    public func send(_ message: MailMessage) -> TransferOutcome {
        unsafe CStrings.with(message.recipients) { recipients, count in
            unsafe CStrings.with([url, message.sender, user, password ?? "", authority]) { texts, _ in
                unsafe message.bytes.withUnsafeBufferPointer { bytes in
                    var mail = unsafe CurlMail()
                    unsafe mail.url = texts[0]
                    unsafe mail.from = texts[1]
                    unsafe mail.recipients = recipients
                    unsafe mail.recipient_count = count
                    unsafe mail.user = texts[2]
                    unsafe mail.password = texts[3]
                    unsafe mail.encryption = code
                    unsafe mail.message = bytes.baseAddress
                    unsafe mail.length = bytes.count
                    unsafe mail.seconds = seconds
                    unsafe mail.authority = texts[4]
                    return unsafe TransferOutcome(mail: curl_calls_mail(&mail))
                }
            }
        }
    }

    private var code: Int32 {
        switch encryption {
        case .off: 0
        case .offered: 1
        case .required: 2
        }
    }
}
