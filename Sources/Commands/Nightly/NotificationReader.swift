import Containers
import Transfers

/// Reads `[notify]` of a job file.
struct NotificationReader {
    private let file: JobFile
    private(set) var mistakes: [(way: [String], fact: String)] = []

    init(_ file: JobFile) { self.file = file }

    mutating func read(_ value: JSONValue) -> JobNotifications {
        var table = JobTable(value, way: ["notify"])
        var notifications = JobNotifications()
        notifications.occasion = table.choice("when", JobNotifications.Occasion.self) ?? .trouble
        notifications.file = table.text("file").map(file.beside)
        if let value = table.value("webhook") { notifications.webhook = webhook(value) }
        if let value = table.value("mail") { notifications.mail = mail(value) }
        mistakes += table.finish()
        return notifications
    }

    private mutating func webhook(_ value: JSONValue) -> JobWebhook? {
        var table = JobTable(value, way: ["notify", "webhook"])
        defer { mistakes += table.finish() }
        let url = table.secret("url", mayBeWritten: true, file: file)
        if url == nil { table.lacks("there is no address; give 'url', 'url-env' or 'url-file'") }
        if case .written(let text)? = url?.place, !Self.begins(text, ["http", "https"]) {
            let _: String? = table.fail("url", "an address that begins with https:// or http://")
        }
        var webhook = JobWebhook(url: url ?? JobSecret(place: .written("")))
        webhook.form = table.choice("form", JobWebhook.Form.self) ?? .alert
        webhook.headers = table.texts("headers") ?? []
        if webhook.headers.contains(where: { !Self.isHeader($0) }) {
            let _: String? = table.fail("headers", "lines such as \"X-Desk: equities\"")
        }
        webhook.token = table.secret("token", mayBeWritten: false, file: file)
        (webhook.seconds, webhook.attempts) = Self.patience(&table, webhook.seconds)
        webhook.authority = table.text("ca-file").map(file.beside)
        return webhook
    }

    private mutating func mail(_ value: JSONValue) -> JobMail? {
        var table = JobTable(value, way: ["notify", "mail"])
        defer { mistakes += table.finish() }
        let server = table.text("server") ?? ""
        if !Self.begins(server, ["smtp", "smtps"]) {
            let _: String? = table.fail("server", "an address such as smtps://mail.example.com:465")
        }
        var mail = JobMail(server: server, sender: table.text("from") ?? "", recipients: table.texts("to") ?? [])
        if !MailMessage.isAddress(mail.sender) {
            let _: String? = table.fail("from", "an address such as tearsheet@example.com")
        }
        if mail.recipients.isEmpty || !mail.recipients.allSatisfy(MailMessage.isAddress) {
            let _: String? = table.fail("to", "a list of addresses such as [\"desk@example.com\"]")
        }
        mail.user = table.text("user")
        mail.password = table.secret("password", mayBeWritten: false, file: file)
        if (mail.user == nil) != (mail.password == nil) {
            table.lacks("'user' needs 'password-env' or 'password-file', and they need 'user'")
        }
        mail.encryption = table.choice("encryption", MailServer.Encryption.self) ?? .required
        (mail.seconds, mail.attempts) = Self.patience(&table, mail.seconds)
        mail.authority = table.text("ca-file").map(file.beside)
        return mail
    }

    private static func patience(_ table: inout JobTable, _ seconds: Double) -> (Double, Int) {
        let attempts = table.number("attempts", in: 1...10) ?? 4
        return (table.number("timeout", in: 0.1...600) ?? seconds, Int(attempts.rounded()))
    }

    /// Whether an address has one of the schemes, a host, and nothing that could end a line.
    private static func begins(_ text: String, _ schemes: [String]) -> Bool {
        text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
            && schemes.contains { text.hasPrefix($0 + "://") && text.utf8.count > $0.utf8.count + 3 }
    }

    private static func isHeader(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return false }
        return text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } && !text[..<colon].contains(" ")
    }
}
