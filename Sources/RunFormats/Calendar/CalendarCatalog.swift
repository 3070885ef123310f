import Series

/// The calendars that a run or a user may name. To add one: a row here.
public enum CalendarCatalog {
    /// A named calendar.
    struct Entry: Sendable {
        var name: String
        var sessionsPerYear: Double
        var aliases: [String]
        /// Set where the name is a cadence itself: `monthly`.
        var cadence: Cadence?
    }

    /// Sessions a year are the usual count of the exchange's trading days.
    static let entries = [
        Entry(name: "xnys", sessionsPerYear: 252, aliases: ["nyse", "xnas", "nasdaq", "us"]),
        Entry(name: "xtse", sessionsPerYear: 251, aliases: ["tsx"]),
        Entry(name: "xlon", sessionsPerYear: 253, aliases: ["lse"]),
        Entry(name: "xetr", sessionsPerYear: 254, aliases: ["xetra", "xfra"]),
        Entry(name: "xpar", sessionsPerYear: 256, aliases: ["euronext", "xams"]),
        Entry(name: "xtks", sessionsPerYear: 245, aliases: ["jpx", "tse"]),
        Entry(name: "xhkg", sessionsPerYear: 246, aliases: ["hkex"]),
        Entry(name: "xasx", sessionsPerYear: 253, aliases: ["asx"]),
        Entry(name: "fx", sessionsPerYear: 260, aliases: ["24x5", "forex"]),
        Entry(name: "24x7", sessionsPerYear: 365, aliases: ["24/7", "crypto"]),
        Entry(name: "weekly", sessionsPerYear: 52, aliases: [], cadence: .weekly),
        Entry(name: "monthly", sessionsPerYear: 12, aliases: [], cadence: .monthly),
        Entry(name: "quarterly", sessionsPerYear: 4, aliases: [], cadence: .quarterly),
        Entry(name: "yearly", sessionsPerYear: 1, aliases: ["annual"], cadence: .yearly),
    ]

    /// The names of all calendars, without their aliases, in the order of the catalogue.
    public static var names: [String] { entries.map(\.name) }

    /// Every name that a run or an option may use, each calendar's aliases behind it.
    public static var allNames: [String] { entries.flatMap { [$0.name] + $0.aliases } }

    /// `xnys (nyse, nasdaq), fx (24x5), …`: every name with its aliases.
    public static var list: String {
        entries.map { $0.aliases.isEmpty ? $0.name : "\($0.name) (\($0.aliases.joined(separator: ", ")))" }
            .joined(separator: ", ")
    }

    static func entry(_ name: String) -> Entry? {
        let name = name.lowercased()
        return entries.first { $0.name == name || $0.aliases.contains(name) }
    }
}
