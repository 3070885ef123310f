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
        default defaultValue: String? = nil, isRepeatable: Bool = false, group: String = Self.defaultGroup,
        help: String
    ) {
        self.name = name
        self.short = short
        self.valueName = value
        self.kind = kind
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

    static let helpFlag = OptionSpecification("help", short: "h", group: generalGroup, help: "print this help and exit")
    static let versionFlag = OptionSpecification(
        "version", group: generalGroup, help: "print the version and exit; with --verbose those of all libraries")
    static let licencesFlag = OptionSpecification(
        "licences", group: generalGroup, help: "print the licences of all that is inside and exit")
    /// What only the program itself answers, not its commands.
    static let programFlags = [versionFlag, licencesFlag]
}
