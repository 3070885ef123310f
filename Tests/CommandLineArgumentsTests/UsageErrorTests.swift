import CommandLineArguments
import Testing

/// A bad line and the whole message that it gets.
struct BadLine: CustomTestStringConvertible {
    let words: [String]
    let message: String
    var testDescription: String { words.joined(separator: " ") }

    init(_ line: String, _ message: String) {
        words = line.split(separator: " ").map(String.init)
        self.message = message
    }
}

private let badLines = [
    BadLine("bake x --het 3", "bakery: unknown option '--het'; did you mean '--heat'?"),
    BadLine("bake x --het=3", "bakery: unknown option '--het'; did you mean '--heat'?"),
    BadLine("bake x --replace", "bakery: unknown option '--replace'; did you mean '--replacement-for-missing-eggs'?"),
    BadLine("bake x --color", "bakery: unknown option '--color'; see 'bakery bake --help'"),
    BadLine("--heat 3", "bakery: unknown option '--heat'; see 'bakery --help'"),
    BadLine("bake x -x", "bakery: unknown option '-x'; see 'bakery bake --help'"),
    BadLine("bake x -qx", "bakery: unknown option '-x'; see 'bakery bake --help'"),
    BadLine("bake x -5", "bakery: unknown option '-5'; see 'bakery bake --help'"),
    BadLine("bake x -format round", "bakery: unknown option '-format'; did you mean '--format'?"),
    BadLine("bake x --format=", "no error"),
    BadLine("--verison", "bakery: unknown option '--verison'; did you mean '--version'?"),
    BadLine("bake x --version", "bakery: unknown option '--version'; see 'bakery bake --help'"),
    BadLine("bake x --=3", "bakery: unknown option '--'; see 'bakery bake --help'"),
    BadLine("bkae x", "bakery: unknown command 'bkae'; did you mean 'bake'?"),
    BadLine("pan list", "bakery: unknown command 'pan'; did you mean 'pantry'?"),
    BadLine("decorate", "bakery: unknown command 'decorate'; see 'bakery --help'"),
    BadLine("help", "bakery: unknown command 'help'; did you mean '--help'?"),
    BadLine("pantry lst", "bakery: unknown command 'lst'; did you mean 'list'?"),
    BadLine("", "bakery: no command given; one of bake, slice or pantry"),
    BadLine("pantry", "bakery: no command given; one of list or move"),
    BadLine("--", "bakery: no command given; one of bake, slice or pantry"),
    BadLine("bake x --note", "bakery: option '--note' needs a value; see 'bakery bake --help'"),
    BadLine("bake x -o", "bakery: option '-o' needs a value; see 'bakery bake --help'"),
    BadLine("bake x -o -q", "bakery: option '-o' needs a value; see 'bakery bake --help'"),
    BadLine(
        "bake x --note --quiet",
        "bakery: option '--note' needs a value; for a value that starts with a dash write '--note=--quiet'"),
    BadLine("bake x --quiet=yes", "bakery: option '--quiet' takes no value, but got 'yes'; see 'bakery bake --help'"),
    BadLine("bake x --format rond", "bakery: unknown value 'rond' for '--format'; did you mean 'round'?"),
    BadLine(
        "bake x --format star,heart", "bakery: unknown value 'heart' for '--format'; it takes round, square or star"),
    BadLine("bake x --log-format jsn", "bakery: unknown value 'jsn' for '--log-format'; did you mean 'json'?"),
    BadLine("bake x --log-format xml", "bakery: unknown value 'xml' for '--log-format'; it takes text or json"),
    BadLine("slice bgi lemon", "bakery: unknown value 'bgi' for 'SIZE'; did you mean 'big'?"),
    BadLine("bake", "bakery: argument RECIPE is missing; see 'bakery bake --help'"),
    BadLine("pantry move", "bakery: argument SHELF is missing; see 'bakery pantry move --help'"),
    BadLine("slice big lemon plum", "bakery: one argument too many: 'plum'; see 'bakery slice --help'"),
    BadLine("pantry list all", "bakery: one argument too many: 'all'; see 'bakery pantry list --help'"),
]

@Test(arguments: badLines)
func `a bad line gets one line with the way out`(line: BadLine) {
    #expect(message(line.words) == line.message)
    #expect(!line.message.contains("\n"))
}

@Test func `usage errors end the program with 64`() {
    #expect(UsageError.exitCode == 64)
}

@Test func `a number that is none names the option, the value and what it must be`() {
    #expect(
        message(["bake", "x", "--heat", "hot"])
            == "bakery: '--heat' must be a number, not 'hot'; see 'bakery bake --help'")
    for text in ["nan", "inf", "-inf", "1e999", "0x", ""] {
        #expect(
            message(["bake", "x", "--heat=" + text])
                == "bakery: '--heat' must be a number, not '\(text)'; see 'bakery bake --help'")
    }
    for text in ["0", "65", "1.5", "99999999999999999999"] {
        #expect(
            message(["bake", "x", "-j", text])
                == "bakery: '--jobs' must be a whole number from 1 to 64, not '\(text)'; see 'bakery bake --help'")
    }
}

@Test func `a range says its bounds in words`() {
    #expect(ValueForm.number(in: 0.5...260).expected == "a number from 0.5 to 260")
    #expect(ValueForm.number(in: 1 ... .infinity).expected == "a number of 1 or more")
    #expect(ValueForm.integer(in: 1 ... .max).expected == "a whole number of 1 or more")
    #expect(ValueForm.integer(in: .min...9).expected == "a whole number of 9 or less")
    #expect(ValueForm.integer().expected == "a whole number")
}

@Test func `pairs and lists that are none say what they must be`() {
    #expect(
        message(["bake", "x", "--set", "=3"])
            == "bakery: '--set' must be of the form key=value, not '=3'; see 'bakery bake --help'")
    #expect(
        message(["bake", "x", "--only", " , "])
            == "bakery: '--only' must be a list with commas between, not ' , '; see 'bakery bake --help'")
}

@Test func `checks of the program are usage errors of the command`() {
    let exclusive = message(["bake", "x", "--note", "a", "--heat", "1"]) {
        try $0.excludeEachOther("set", "heat", "note")
    }
    #expect(exclusive == "bakery: options '--heat' and '--note' exclude each other; see 'bakery bake --help'")
    let alone = message(["bake", "x", "--note", "a"]) { try $0.excludeEachOther("heat", "note") }
    #expect(alone == "no error")
    let needed = message(["slice"]) { _ = try $0.requiredPositional("SIZE") }
    #expect(needed == "bakery: argument SIZE is missing; see 'bakery slice --help'")
    let other = message(["bake", "x"]) { throw $0.error(.missingOption("--heat", neededFor: "--glaze")) }
    #expect(other == "bakery: '--glaze' needs option '--heat'; see 'bakery bake --help'")
}

@Test func `a long list of allowed values is left to the help`() {
    let keys = (1...41).map { "key\($0)x" }
    let program = CommandSpecification(
        "p", summary: "s", positionals: [PositionalSpecification("KEY", kind: .choice(keys), help: "h")])
    #expect(throws: UsageError(.unknownValue(of: "KEY", value: "q", nearest: nil, allowed: keys), commandPath: ["p"])) {
        try program.parse(["q"])
    }
    let error = UsageError(.unknownValue(of: "KEY", value: "q", nearest: nil, allowed: keys), commandPath: ["p"])
    #expect(error.message == "p: unknown value 'q' for 'KEY'; see 'p --help'")
}
