import BatchJobs
import Formatting
import Series
import SystemFiles
import Transfers

/// Tells those of a job file how it came out. What cannot be told is an error of the job.
struct Notifier {
    let notifications: JobNotifications
    let messages: Messages

    /// Whether everybody heard who was to.
    func tell(_ alert: BatchAlert, sparing inputs: ProtectedFiles) -> Bool {
        let isFiled = file(alert, inputs)
        guard notifications.occasion == .always || alert.outcome != .passed else { return isFiled }
        let isPosted = notifications.webhook.map { post(alert, $0) } ?? true
        let isMailed = notifications.mail.map { mail(alert, $0) } ?? true
        return isFiled && isPosted && isMailed
    }

    /// The file is there each time, so that whoever watches it sees that all is well again.
    private func file(_ alert: BatchAlert, _ inputs: ProtectedFiles) -> Bool {
        guard let path = notifications.file else { return true }
        do throws(FileError) {
            try FileSystem.createDirectories(FileSystem.parent(of: path))
            try FileSystem.writeAtomically(alert.json, to: path, sparing: inputs)
            return true
        } catch {
            messages.error("tearsheet: the alert is not written: \(error.message)")
            return false
        }
    }

    private func post(_ alert: BatchAlert, _ settings: JobWebhook) -> Bool {
        send("webhook", settings.attempts) {
            let token = try settings.token.map { ["Authorization: Bearer " + (try $0.value())] } ?? []
            let webhook = Webhook(
                url: try settings.url.value(), headers: settings.headers + token, seconds: settings.seconds,
                authority: settings.authority)
            let body = settings.form == .text ? alert.chatJSON : alert.json
            return { webhook.post(body) }
        }
    }

    private func mail(_ alert: BatchAlert, _ settings: JobMail) -> Bool {
        send("mail", settings.attempts) {
            let server = MailServer(
                url: settings.server, user: settings.user, password: try settings.password?.value(),
                encryption: settings.encryption, seconds: settings.seconds, authority: settings.authority)
            let now = ProcessEnvironment.unixMilliseconds
            let message = MailMessage(
                sender: settings.sender, recipients: settings.recipients, subject: "Tearsheet: " + alert.title,
                text: alert.text, date: Timestamp.mailDate(milliseconds: now),
                id: "\(now).\(ProcessEnvironment.processNumber)@\(ProcessEnvironment.hostName)")
            return { server.send(message) }
        }
    }

    /// Tries as often as the settings say; neither address nor secret is told.
    private func send(_ what: String, _ most: Int, _ prepare: () throws -> () -> TransferOutcome) -> Bool {
        let attempt: () -> TransferOutcome
        do { attempt = try prepare() } catch {
            let words = (error as? JobSecretError)?.message ?? Failure(error).message
            messages.notification("the \(what) is not sent: \(words)", isSent: false)
            return false
        }
        let (outcome, count) = Attempts(most: most).run(wait: ProcessEnvironment.sleep, attempt)
        let attempts = count == 1 ? "" : " after \(count) attempts"
        if outcome.isSent {
            messages.notification("the \(what) is sent\(attempts)", isSent: true)
        } else {
            messages.notification("the \(what) is not sent\(attempts): \(outcome.words)", isSent: false)
        }
        return outcome.isSent
    }
}
