import CommandLineArguments
import Testing

@Test func `a command is found with its options and arguments`() throws {
    let line = try parsed("bake", "lemon", "--format", "star,round", "--heat=180", "-o", "table", "plum")
    #expect(line.command == "bake")
    #expect(line.commandPath == ["bakery", "bake"])
    #expect(line.positionals("RECIPE") == ["lemon", "plum"])
    #expect(line.value("format") == "star,round")
    #expect(line.value("heat") == "180")
    #expect(line.value("output") == "table")
    #expect(!line.flag("quiet"))
}

@Test func `a subcommand is named by all its words`() throws {
    #expect(try parsed("pantry", "list").command == "pantry list")
}

@Test(arguments: [
    ["-j4"], ["-j", "4"], ["--jobs", "4"], ["--jobs=4"], ["-qj4"], ["-qvj", "4"], ["-j9", "--jobs=4"],
])
func `every way to give a value gives the same value`(form: [String]) throws {
    guard case .run(let line) = try bakery.parse(["bake", "lemon"] + form) else { throw NotACommand() }
    #expect(line.value("jobs") == "4")
    #expect(line.positionals("RECIPE") == ["lemon"])
}

@Test func `short flags bundle and count`() throws {
    let line = try parsed("bake", "-vqv", "lemon")
    #expect(line.count(of: "verbose") == 2)
    #expect(line.flag("quiet"))
}

@Test func `options of the program stand before and behind the command`() throws {
    #expect(try parsed("--quiet", "bake", "lemon").flag("quiet"))
    #expect(try parsed("bake", "lemon", "--log-format=json").value("log-format") == "json")
    #expect(try parsed("pantry", "-q", "list").flag("quiet"))
}

@Test func `two dashes end the options`() throws {
    let line = try parsed("bake", "-q", "--", "--heat", "-", "--")
    #expect(line.positionals("RECIPE") == ["--heat", "-", "--"])
    #expect(line.value("heat") == nil)
}

@Test func `one dash is an argument and a value`() throws {
    #expect(try parsed("bake", "-").positionals("RECIPE") == ["-"])
    #expect(try parsed("bake", "x", "--note", "-").value("note") == "-")
}

@Test func `negative numbers are values, options are not`() throws {
    #expect(try parsed("bake", "x", "--heat", "-0.5").value("heat") == "-0.5")
    #expect(try parsed("bake", "x", "--heat", "-.5").value("heat") == "-.5")
    #expect(try parsed("bake", "x", "--note=--quiet").value("note") == "--quiet")
    #expect(try parsed("bake", "x", "-o--quiet").value("output") == "--quiet")
}

@Test func `a value may be empty, hold equals signs and any letters`() throws {
    #expect(try parsed("bake", "x", "--note=").value("note")?.isEmpty == true)
    #expect(try parsed("bake", "x", "--note", "").value("note")?.isEmpty == true)
    #expect(try parsed("bake", "x", "--note=a=b").value("note") == "a=b")
    #expect(try parsed("bake", "ä ö", "--note", "für Zoë 🎂").value("note") == "für Zoë 🎂")
    #expect(try parsed("bake", "").positionals("RECIPE") == [""])
}

@Test func `the last value wins and a repeatable option keeps all`() throws {
    let line = try parsed("bake", "x", "--note", "a", "--set", "b=1", "--note=c", "--set", "a=2", "--set=b=3")
    #expect(line.value("note") == "c")
    #expect(line.values("set") == ["b=1", "a=2", "b=3"])
    #expect(line.value("set") == "b=3")
}

@Test func `a default is the value and yet not given`() throws {
    let line = try parsed("bake", "x")
    #expect(line.value("format") == "round")
    #expect(!line.isGiven("format"))
    #expect(try parsed("bake", "x", "--format", "round").isGiven("format"))
    #expect(line.values("set").isEmpty)
}

@Test func `arguments go to their places`() throws {
    let none = try parsed("slice", "--list")
    #expect(none.positional("SIZE") == nil && none.positional("RECIPE") == nil)
    let both = try parsed("slice", "big", "lemon")
    #expect(both.positional("SIZE") == "big" && both.positional("RECIPE") == "lemon")
    let many = try parsed("pantry", "move", "flour", "sugar", "top")
    #expect(many.positionals("THING") == ["flour", "sugar"] && many.positional("SHELF") == "top")
    let few = try parsed("pantry", "move", "top")
    #expect(few.positionals("THING").isEmpty && few.positional("SHELF") == "top")
}

@Test func `help and version end the reading where they stand`() throws {
    #expect(try bakery.parse(["--version"]) == .about(["version"]))
    #expect(try bakery.parse(["--version", "--licences"]) == .about(["version", "licences"]))
    #expect(try bakery.parse(["--licences", "--nonsense"]) == .about(["licences"]))
    #expect(throws: UsageError.self) { try bakery.parse(["bake", "--licences"]) }
    for words in [
        ["bake", "--help"], ["bake", "-h"], ["bake", "-qh", "--nonsense"], ["bake", "--help", "--nonsense"],
    ] {
        let help = try bakery.parse(words)
        #expect(help == bakery.help(at: ["bake"]).map { .print($0) })
    }
    #expect(bakery.help(at: ["nothing"]) == nil)
    let behindDashes = try parsed("bake", "--", "--help")
    #expect(behindDashes.positionals("RECIPE") == ["--help"])
}
