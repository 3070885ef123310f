/// A mail of plain text (RFC 5322, RFC 2045, RFC 2047).
public struct MailMessage: Equatable, Sendable {
    /// An address, `tearsheet@example.com`.
    public var sender: String
    /// Addresses.
    public var recipients: [String]
    /// One line.
    public var subject: String
    /// Lines.
    public var text: String
    /// As mail writes it: `Thu, 26 Nov 2026 22:00:00 +0000`.
    public var date: String
    /// What no other message has, without brackets: `1.2@host`.
    public var id: String

    /// A message with all its parts.
    public init(sender: String, recipients: [String], subject: String, text: String, date: String, id: String) {
        (self.sender, self.recipients, self.subject) = (sender, recipients, subject)
        (self.text, self.date, self.id) = (text, date, id)
    }

    /// Whether a text is an address that can stand in a head and an envelope: nothing in it ends a line or an address.
    public static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>,;:\"\\()[]".utf8.contains($0) }
    }

    /// The message as it is sent. A text of ASCII stays readable; any other is base64.
    var bytes: [UInt8] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let isPlain = lines.allSatisfy { $0.utf8.count <= 900 && $0.utf8.allSatisfy { $0 < 0x7F } }
        let body = isPlain ? lines.joined(separator: "\r\n") : Self.wrapped(Self.base64(Array(text.utf8)))
        let head = [
            "Date: \(date)", "From: <\(sender)>", "To: " + recipients.map { "<\($0)>" }.joined(separator: ",\r\n "),
            "Subject: \(Self.encoded(subject))", "Message-ID: <\(id)>", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: \(isPlain ? "7bit" : "base64")",
            // No answer of a machine to a machine.
            "Auto-Submitted: auto-generated",
        ]
        return Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body + "\r\n").utf8)
    }

    /// A subject in words of 45 bytes at most, where it is not ASCII; nothing in it ends the line.
    private static func encoded(_ subject: String) -> String {
        let line = String(String.UnicodeScalarView(subject.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
        guard line.utf8.count > 70 || line.utf8.contains(where: { $0 > 0x7E }) else { return line }
        var words: [[UInt8]] = [[]]
        for character in line {
            if words[words.count - 1].count + character.utf8.count > 45 { words.append([]) }
            words[words.count - 1] += character.utf8
        }
        return words.map { "=?UTF-8?B?\(base64($0))?=" }.joined(separator: "\r\n ")
    }

    private static func wrapped(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return stride(from: 0, to: bytes.count, by: 76).map {
            String(decoding: bytes[$0..<min($0 + 76, bytes.count)], as: UTF8.self)
        }.joined(separator: "\r\n")
    }

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static func base64(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let piece = bytes[start..<min(start + 3, bytes.count)]
            let word = piece.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - piece.count))
            for place in 0..<4 {
                text.append(place <= piece.count ? digits[word >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
