import Formatting

/// A moment as it reads on the wall of the run's time zone, in milliseconds since 1970-01-01 00:00 of that wall.
///
/// Readers convert timestamps with an offset to the run's time zone before they make one, so that two timestamps of one run
/// compare as the moments do and ``date`` is the trading date. Finer timestamps than a millisecond are truncated.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01 00:00, wall time.
    public var milliseconds: Int64

    /// A day in milliseconds.
    public static let day: Int64 = 86_400_000

    /// The moment so many milliseconds after 1970-01-01 00:00.
    @inlinable
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// A date and the seconds since its midnight; midnight where they are not finite.
    public init(_ date: CalendarDate, seconds: Double = 0) {
        // 1.001 s times 1000 is below 1001: whole microseconds first, then the cut.
        let microseconds = (seconds * 1e6).rounded()
        milliseconds = Int64(date.day) * Self.day + (Int64(exactly: (microseconds / 1000).rounded(.down)) ?? 0)
    }

    /// The date on the wall.
    @inlinable public var date: CalendarDate {
        let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: Self.day)
        return CalendarDate(day: Int(remainder < 0 ? quotient - 1 : quotient))
    }

    /// Milliseconds since midnight, 0 ..< 86 400 000.
    @inlinable public var millisecondsOfDay: Int64 { milliseconds - Int64(date.day) * Self.day }

    /// Hour on the wall, 0–23.
    @inlinable public var hour: Int { Int(millisecondsOfDay / 3_600_000) }

    /// Days since 1970 with fraction: the coordinate of time axes.
    @inlinable public var fractionalDays: Double { Double(milliseconds) / Double(Self.day) }

    /// Earlier moments come first.
    @inlinable
    public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }
}

extension Timestamp: CustomStringConvertible {
    /// `2015-01-02` at midnight, otherwise `2015-01-02 15:35`, with seconds and milliseconds only where there are any:
    /// `2015-01-02 15:35:00.001`.
    public var description: String {
        let seconds = millisecondsOfDay / 1000
        guard millisecondsOfDay > 0 else { return date.iso }
        let clock = (seconds / 3600).zeroPadded(to: 2) + ":" + (seconds / 60 % 60).zeroPadded(to: 2)
        let rest = millisecondsOfDay % 1000
        guard seconds % 60 != 0 || rest != 0 else { return date.iso + " " + clock }
        let fraction = rest == 0 ? "" : "." + String(1000 + rest).dropFirst()
        return date.iso + " " + clock + ":" + (seconds % 60).zeroPadded(to: 2) + fraction
    }
}
