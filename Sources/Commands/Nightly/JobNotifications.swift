import Transfers

/// Who hears of a job that is over.
struct JobNotifications {
    /// When they hear.
    enum Occasion: String, CaseIterable {
        /// A run failed, a gate is not met, a limit not kept, or the job could not be done.
        case trouble
        /// Each time.
        case always
    }

    var occasion = Occasion.trouble
    /// A file that takes the alert as JSON, each time: it says too that nothing is wrong.
    var file: String?
    var webhook: JobWebhook?
    var mail: JobMail?

    /// Whether anything leaves the machine.
    var needsNetwork: Bool { webhook != nil || mail != nil }
}

/// `[notify.webhook]`.
struct JobWebhook {
    /// What is posted.
    enum Form: String, CaseIterable {
        /// All of the alert.
        case alert
        /// One member, `text`, for chats.
        case text
    }

    var url: JobSecret
    var form = Form.alert
    var headers: [String] = []
    /// Of `Authorization: Bearer`.
    var token: JobSecret?
    var seconds = 10.0
    var attempts = 4
    var authority: String?
}

/// `[notify.mail]`.
struct JobMail {
    var server: String
    var sender: String
    var recipients: [String]
    var user: String?
    var password: JobSecret?
    var encryption = MailServer.Encryption.required
    var seconds = 30.0
    var attempts = 4
    var authority: String?
}
