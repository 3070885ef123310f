import Foundation
import TestSupport
import Testing

@testable import Transfers

/// Mails are what a reader of mail takes.
@Suite struct MailMessageTests {
    private func message(subject: String, text: String) -> MailMessage {
        MailMessage(
            sender: "a@example.com", recipients: ["b@example.com", "c@example.com"], subject: subject, text: text,
            date: "Thu, 26 Nov 2026 22:00:00 +0000", id: "1.2@host")
    }

    /// What Python's mail reader makes of a message: subject, recipients and text, as JSON.
    private func read(_ message: MailMessage) throws -> JSON {
        let folder = try TemporaryFolder()
        try Data(message.bytes).write(to: folder.url("mail"))
        let script = """
            import email, email.policy, json
            m = email.message_from_binary_file(open("mail", "rb"), policy=email.policy.default)
            assert not m.defects, m.defects
            print(json.dumps([m["subject"], [a.addr_spec for a in m["to"].addresses], m.get_content(),
                m["date"].datetime.isoformat(), m["message-id"]]))
            """
        let result = try Tearsheet.tool("python3", ["-c", script], in: folder.url)
        #expect(result.code == 0, "\(result.errors)")
        return try JSON(text: result.output)
    }

    @Test(arguments: [
        ("Tearsheet: 2 failed", "one\ntwo\n"), ("Häuser: −3 % 📉 " + String(repeating: "lang ", count: 30), "größer\n"),
        ("two\r\nBcc: evil@example.com", "a\n.\nb\n"), ("", ""), ("x", String(repeating: "y", count: 3000)),
    ])
    func `a reader of mail finds what was written`(subject: String, text: String) throws {
        let parts = try #require(try read(message(subject: subject, text: text)).array)
        let line = subject.replacingOccurrences(of: "\r\n", with: "  ")
        #expect(parts[0].string == line, "\(parts[0])")
        #expect(parts[1] == .array([.string("b@example.com"), .string("c@example.com")]))
        #expect(parts[2].string?.trimmingCharacters(in: .newlines) == text.trimmingCharacters(in: .newlines))
        #expect(parts[3].string == "2026-11-26T22:00:00+00:00" && parts[4].string == "<1.2@host>")
    }

    @Test func `no line of a message is longer than mail allows`() {
        let bytes = message(subject: String(repeating: "ü", count: 400), text: String(repeating: "é", count: 5000))
            .bytes
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 78 } && lines.count > 100)
    }

    @Test(arguments: ["a", "@b", "a@", "a b@c", "a@b@c", "<a@b>", "a@b\r\nX: y", "ä@b", "a@b,c@d", ""])
    func `what is no address is none`(text: String) { #expect(!MailMessage.isAddress(text)) }

    @Test func `an address is one`() { #expect(MailMessage.isAddress("desk+night@mail.example.com")) }
}
