/// What a value is: which values are accepted, and what a shell offers for completion.
public enum ValueKind: Equatable, Sendable {
    /// Free text.
    case text
    /// The path of a file.
    case file
    /// The path of a folder.
    case folder
    /// One of these names, or the path of a file; a name is not checked, since it may be a path.
    case nameOrFile([String])
    /// One of these words and no other.
    case choice([String])
    /// One of these names, or one that only the command knows, which checks it.
    case name([String])
    /// Names between commas: these, or others that only the command knows, which checks them.
    case names([String])
    /// Words of these between commas: `html,pdf`. Without words any list is accepted.
    case list([String])

    /// The words that it accepts or offers.
    public var words: [String] {
        switch self {
        case .text, .file, .folder: []
        case .nameOrFile(let words), .name(let words), .names(let words), .choice(let words), .list(let words): words
        }
    }

    /// The first part of a value that is not accepted, if any.
    func rejected(in value: String) -> String? {
        switch self {
        case .text, .file, .folder, .nameOrFile, .name, .names: nil
        case .choice(let words): words.contains(value) ? nil : value
        case .list(let words): words.isEmpty ? nil : Self.parts(of: value).first { !words.contains($0) }
        }
    }

    /// The parts of a list between commas, without blanks around them; empty parts are dropped.
    static func parts(of list: String) -> [String] {
        list.split(separator: ",").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.filter { !$0.isEmpty }
    }
}
