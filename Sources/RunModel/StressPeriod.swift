import Series

/// A stretch of history with a name: what a run did in it is told beside its whole.
public struct StressPeriod: Equatable, Sendable {
    /// `COVID crash`.
    public var name: String
    /// The day at whose close it begins.
    public var start: CalendarDate
    /// The day at whose close it ends, after ``start``.
    public var end: CalendarDate

    /// A period.
    public init(name: String, start: CalendarDate, end: CalendarDate) {
        self.name = name
        self.start = start
        self.end = end
    }
}
