import CommandLineArguments
import Testing

@Test func `numbers are read as written`() throws {
    let line = try parsed("bake", "x", "--heat", "1.8e2", "-j", "4")
    #expect(try line.number("heat") == 180)
    #expect(try line.integer("jobs", in: 1...4) == 4)
}

@Test func `what is not given is nil, not an error`() throws {
    let line = try parsed("bake", "x")
    #expect(try line.number("heat") == nil)
    #expect(try line.integer("jobs") == nil)
    #expect(try line.list("only") == nil)
    #expect(try line.pairs("set").isEmpty)
    #expect(try line.value("note", as: "a word") { $0 } == nil)
}

@Test func `a list has its parts without blanks and empty ones`() throws {
    #expect(try parsed("bake", "x", "--only", "eggs, milk ,,flour").list("only") == ["eggs", "milk", "flour"])
    #expect(try parsed("bake", "x").list("format") == ["round"])
    #expect(try parsed("bake", "x", "--format", "star, round").list("format") == ["star", "round"])
}

@Test func `pairs split at the first equals sign`() throws {
    let pairs = try parsed("bake", "x", "--set", "a=1=2", "--set", "b=").pairs("set")
    #expect(pairs.map(\.key) == ["a", "b"])
    #expect(pairs.map(\.value) == ["1=2", ""])
}

@Test func `a value is read by a function of the program`() throws {
    let line = try parsed("bake", "x", "--note", "20x30")
    let size = try line.value("note", as: "a size") { $0.split(separator: "x").compactMap { Int($0) } }
    #expect(size == [20, 30])
}

@Test func `a configuration stands under the line`() throws {
    let file = [
        (name: "heat", value: "150"), (name: "note", value: "file"), (name: "quiet", value: "true"),
        (name: "verbose", value: "false"), (name: "set", value: "a=1"), (name: "list", value: "of another command"),
    ]
    let line = try parsed("bake", "x", "--note", "line", "--set", "b=2").under(file)
    #expect(line.value("note") == "line")
    #expect(try line.number("heat") == 150)
    #expect(line.isGiven("heat") && !line.isGiven("jobs"))
    #expect(line.flag("quiet") && !line.flag("verbose"))
    #expect(line.values("set") == ["a=1", "b=2"])
    #expect(line.positionals("RECIPE") == ["x"])
    #expect(line.value("format") == "round")
}

@Test func `a configuration is checked as the line is`() {
    func message(_ name: String, _ value: String) -> String {
        do { _ = try parsed("bake", "x").under([(name: name, value: value)]) } catch { return "\(error)" }
        return "no error"
    }
    #expect(message("het", "1") == "bakery: unknown option '--het'; did you mean '--heat'?")
    #expect(message("help", "true") == "bakery: unknown option '--help'; see 'bakery bake --help'")
    #expect(message("format", "star,rond") == "bakery: unknown value 'rond' for '--format'; did you mean 'round'?")
    #expect(message("quiet", "1") == "bakery: '--quiet' must be true or false, not '1'; see 'bakery bake --help'")
    #expect(message("list", "true") == "no error")
}

@Test func `asking for what the command does not have is a programmer's mistake`() async {
    await #expect(processExitsWith: .failure) { _ = try parsed("bake", "x").value("hat") }
    await #expect(processExitsWith: .failure) { _ = try parsed("bake", "x").flag("heat") }
    await #expect(processExitsWith: .failure) { _ = try parsed("bake", "x").value("quiet") }
    await #expect(processExitsWith: .failure) { _ = try parsed("bake", "x").values("heat") }
    await #expect(processExitsWith: .failure) { _ = try parsed("bake", "x").positional("CAKE") }
}
