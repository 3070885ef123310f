/// What a PDF file says about itself.
public struct PDFMetadata: Equatable, Sendable {
    /// A moment in UTC, to the second.
    public struct Instant: Equatable, Sendable {
        /// Year, 0…9999.
        public var year: Int
        /// Month, 1…12.
        public var month: Int
        /// Day of the month, 1…31.
        public var day: Int
        /// Hour, 0…23.
        public var hour: Int
        /// Minute, 0…59.
        public var minute: Int
        /// Second, 0…59.
        public var second: Int

        /// A moment in UTC.
        public init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
            self.year = year
            self.month = month
            self.day = day
            self.hour = hour
            self.minute = minute
            self.second = second
        }
    }

    /// What windows and lists show: strategy and report.
    public var title: String
    /// Who is responsible; empty for nobody named.
    public var author: String
    /// One sentence on the content.
    public var subject: String
    /// Words to find the file by.
    public var keywords: [String]
    /// The program: `Tearsheet 1.0`.
    public var creator: String
    /// When the content came to be: a date of the run, never the clock, so the same run gives the same bytes.
    public var created: Instant
    /// Language of the text (BCP 47).
    public var language: String

    /// Metadata.
    public init(
        title: String, author: String = "", subject: String = "", keywords: [String] = [], creator: String,
        created: Instant, language: String = "en"
    ) {
        self.title = title
        self.author = author
        self.subject = subject
        self.keywords = keywords
        self.creator = creator
        self.created = created
        self.language = language
    }
}
