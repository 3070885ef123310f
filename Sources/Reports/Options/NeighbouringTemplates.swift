import Synchronization

/// The files beside a user's own template, which it may include or extend by name; each is read when it is first named.
///
/// Safe to use from several threads; a file is read once, so that all reports of a batch see the same text.
public final class NeighbouringTemplates: Sendable {
    /// What reading one file gave.
    public enum Reading: Equatable, Sendable {
        /// Its text.
        case text(String)
        /// There is no such file, or it is no template.
        case absent
        /// It is there and cannot be read; the reason in words.
        case unreadable(String)
    }

    private let list: @Sendable () -> [String]
    private let read: @Sendable (String) -> Reading
    private let readings = Mutex<[String: Reading]>([:])

    /// Files that `list` names and `read` reads by name; neither is called before it is needed.
    public init(list: @escaping @Sendable () -> [String], read: @escaping @Sendable (String) -> Reading) {
        self.list = list
        self.read = read
    }

    /// Texts by name.
    public convenience init(_ texts: [String: String] = [:]) {
        self.init(list: { texts.keys.sorted() }, read: { texts[$0].map { .text($0) } ?? .absent })
    }

    /// The names of all files, sorted.
    var names: [String] { list() }

    /// The text of a file.
    func reading(of name: String) -> Reading {
        readings.withLock { readings in
            if let known = readings[name] { return known }
            let reading = read(name)
            readings[name] = reading
            return reading
        }
    }
}
