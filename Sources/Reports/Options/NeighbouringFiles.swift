import Synchronization

/// Data and pictures beside a user's own template, which its figures and `<img>` name, and the style sheet that refines its
/// pages; each is read when it is first needed.
///
/// Safe to use from several threads; a file is read once.
public final class NeighbouringFiles: Sendable {
    /// The name of the style sheet beside a template.
    public static let styleSheet = "style.css"

    private let list: @Sendable () -> [String]
    private let read: @Sendable (String) -> [UInt8]?
    private let contents = Mutex<[String: [UInt8]?]>([:])

    /// Files that `list` names and `read` reads by name: nil for one that is not there. Neither is called before it is
    /// needed.
    public init(
        list: @escaping @Sendable () -> [String], read: @escaping @Sendable (String) -> [UInt8]?
    ) {
        self.list = list
        self.read = read
    }

    /// Contents by name; none by default.
    public convenience init(_ contents: [String: [UInt8]] = [:]) {
        self.init(list: { contents.keys.sorted() }, read: { contents[$0] })
    }

    /// The names of the files with one of these endings, sorted.
    func names(ending endings: [String]) -> [String] {
        list().filter { name in endings.contains { name.lowercased().hasSuffix(".\($0)") } }
    }

    /// The rules of the style sheet beside the template; empty without one.
    var style: String { bytes(of: Self.styleSheet).map { String(decoding: $0, as: UTF8.self) } ?? "" }

    /// The bytes of a file; nil for a name that is none of the list.
    func bytes(of name: String) -> [UInt8]? {
        contents.withLock { contents in
            if let known = contents[name] { return known }
            let bytes = list().contains(name) ? read(name) : nil
            contents[name] = .some(bytes)
            return bytes
        }
    }
}
