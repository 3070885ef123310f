/// A command line that cannot be followed: the fact, and where the help is. Ends the program with ``exitCode``.
///
/// The words are in `UsageError+Words.swift`.
public struct UsageError: Error, Equatable, Sendable {
    /// What is wrong.
    public enum Fact: Equatable, Sendable {
        /// An option that the command does not have; the nearest that it has.
        case unknownOption(String, nearest: String?)
        /// A word where a command must stand; the nearest command.
        case unknownCommand(String, nearest: String?)
        /// No command at all; the commands there are.
        case missingCommand([String])
        /// An option at the end, or before another option, without its value; what stands after it.
        case missingValue(option: String, next: String?)
        /// A flag with a value.
        case unexpectedValue(option: String, value: String)
        /// A value that is none of those allowed; the nearest of them.
        case unknownValue(of: String, value: String, nearest: String?, allowed: [String])
        /// A value that is not what it must be; what it must be, such as `a whole number of 1 or more`.
        case unsuitableValue(of: String, value: String, expected: String)
        /// An argument without which the command cannot run.
        case missingArgument(String)
        /// One argument too many.
        case unexpectedArgument(String)
        /// Two options of which only one can be given.
        case exclusiveOptions(String, String)
        /// An option without which another one means nothing.
        case missingOption(String, neededFor: String)
    }

    /// The exit code of every usage error, `EX_USAGE` of sysexits.h.
    public static let exitCode: Int32 = 64

    /// What is wrong.
    public let fact: Fact
    /// The words of the command that was being read, the program's name first.
    public let commandPath: [String]
    /// The file that the option stands in; nil on the command line.
    public private(set) var file: String?

    /// A fact about a command line of a command.
    public init(_ fact: Fact, commandPath: [String]) {
        self.fact = fact
        self.commandPath = commandPath
    }

    /// The same of an option in a file.
    public func standing(in file: String) -> UsageError {
        var error = self
        error.file = file
        return error
    }
}
