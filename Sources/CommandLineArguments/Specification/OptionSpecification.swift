/// A named option: a flag, or a name with a value.
public struct OptionSpecification: Equatable, Sendable {
    /// The long name without dashes: `benchmark`.
    public var name: String
    /// The letter of the short form, if any.
    public var short: Character?
    /// What stands for the value in help, `FILE`; nil makes a flag.
    public var valueName: String?
    /// What the value is: decides completion and checks.
    public var kind: ValueKind
    /// What its values must be beside that; nil where any will do.
    public var check: ValueCheck?
    /// The value when the option is not given, shown in help; nil when there is none.
    public var defaultValue: String?
    /// Whether every value given counts, instead of the last one.
    public var isRepeatable: Bool
    /// The heading in help that it stands under.
    public var group: String
    /// A phrase without a full stop.
    public var help: String

    /// The heading of options that name none.
    public static let defaultGroup = "Options"
    /// The heading of `--help`, last in every help text; a program's options for messages belong here too.
    public static let generalGroup = "General"

    /// An option with all its parts; without `value` it is a flag.
    public init(
        _ name: String, short: Character? = nil, value: String? = nil, kind: ValueKind = .text,
        check: ValueCheck? = nil, default defaultValue: String? = nil, isRepeatable: Bool = false,
        group: String = Self.defaultGroup,
        help: String
    ) {
        self.name = name
        self.short = short
        self.valueName = value
        self.kind = kind
        self.check = check
        self.defaultValue = defaultValue
        self.isRepeatable = isRepeatable
        self.group = group
        self.help = help
    }

    /// Whether it takes no value.
    public var isFlag: Bool { valueName == nil }

    /// The long form as typed: `--benchmark`.
    public var long: String { "--" + name }

    /// Every form as typed, the short one first: `-o`, `--output`.
    public var forms: [String] { (short.map { ["-" + String($0)] } ?? []) + [long] }

    /// What is wrong with a value; nil where it is accepted.
    func fault(in value: String, of form: String) -> UsageError.Fact? {
        if let rejected = kind.rejected(in: value) { return unknown(rejected, form, kind.words) }
        switch check?.problem(value) {
        case nil: return nil
        case .unsuitable(let expected): return .unsuitableValue(of: long, value: value, expected: expected)
        case .unknown(let word, let allowed): return unknown(word, long, allowed)
        }
    }

    private func unknown(_ word: String, _ form: String, _ allowed: [String]) -> UsageError.Fact {
        .unknownValue(of: form, value: word, nearest: ArgumentReader.nearest(word, in: allowed), allowed: allowed)
    }

    /// Whether a value is the path of a file or folder: one that a check knows as another word is none.
    public func isPath(_ value: String) -> Bool {
        switch kind {
        case .file, .folder: check?.isPath(value) ?? true
        case .nameOrFile(let names): !names.contains(value)
        case .text, .name, .names, .choice, .list: false
        }
    }

    static let helpFlag = OptionSpecification("help", short: "h", group: generalGroup, help: "print this help and exit")
    static let versionFlag = OptionSpecification(
        "version", group: generalGroup, help: "print the version and exit; with --verbose those of all libraries")
    static let licencesFlag = OptionSpecification(
        "licences", group: generalGroup, help: "print the licences of all that is inside and exit")
    /// What only the program itself answers, not its commands.
    static let programFlags = [versionFlag, licencesFlag]
}
