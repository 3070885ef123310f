import Formatting

/// The named sets of conventions that a user can ask for.
public enum Profile {
    /// Every profile, the default first. A new one is one more row.
    public static let all: [Conventions] = [.standard]

    /// The profile of that name.
    public static func named(_ name: String) -> Conventions? { all.first { $0.profile == name } }

    /// The profile that the user most likely meant; nil where none is near.
    public static func nearest(to name: String) -> String? { NearestMatch.of(name, in: all.map(\.profile)) }
}
