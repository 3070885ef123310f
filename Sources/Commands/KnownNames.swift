/// The names that command lines may use: they decide checks, nearest matches and completions.
///
/// An empty list means that the names are not known before the work begins; any word is accepted then.
public struct KnownNames: Equatable, Sendable {
    /// Profiles of conventions, such as `standard`.
    public var profiles: [String]
    /// Trading calendars, such as `xnys`.
    public var calendars: [String]
    /// Keys of metrics, such as `sharpe`.
    public var metrics: [String]
    /// Figures, such as `equity`.
    public var figures: [String]
    /// Shipped templates, such as `full`.
    public var templates: [String]
    /// Sections of the shipped templates, such as `returns`.
    public var sections: [String]
    /// Shipped themes, such as `light`.
    public var themes: [String]

    /// Lists of names, each in the order in which help shows them.
    public init(
        profiles: [String], calendars: [String], metrics: [String], figures: [String], templates: [String],
        sections: [String], themes: [String]
    ) {
        self.profiles = profiles
        self.calendars = calendars
        self.metrics = metrics
        self.figures = figures
        self.templates = templates
        self.sections = sections
        self.themes = themes
    }
}
