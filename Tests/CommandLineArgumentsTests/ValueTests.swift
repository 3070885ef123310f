import CommandLineArguments
import Testing

@Test func `numbers are read as written`() throws {
    let line = try parsed("bake", "x", "--heat", "1.8e2", "-j", "4")
    #expect(line[Bakery.heat] == 180 && line[Bakery.jobs] == 4)
}

@Test func `what is not given is nil, not an error`() throws {
    let line = try parsed("bake", "x")
    #expect(line[Bakery.heat] == nil && line[Bakery.jobs] == nil && line[Bakery.only] == nil)
    #expect(line[Bakery.changes].isEmpty)
}

@Test func `a list has its parts without blanks and empty ones`() throws {
    #expect(try parsed("bake", "x", "--only", "eggs, milk ,,flour")[Bakery.only] == ["eggs", "milk", "flour"])
}

@Test func `pairs split at the first equals sign`() throws {
    let pairs = try parsed("bake", "x", "--set", "a=1=2", "--set", "b=")[Bakery.changes]
    #expect(pairs.map(\.key) == ["a", "b"])
    #expect(pairs.map(\.value) == ["1=2", ""])
}

@Test func `a configuration stands under the line`() throws {
    let file = [
        (name: "heat", value: "150"), (name: "note", value: "file"), (name: "quiet", value: "true"),
        (name: "verbose", value: "false"), (name: "set", value: "a=1"), (name: "list", value: "of another command"),
    ]
    let line = try parsed("bake", "x", "--note", "line", "--set", "b=2").under(file)
    #expect(line.value("note") == "line")
    #expect(line[Bakery.heat] == 150)
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
    #expect(message("heat", "hot") == "bakery: '--heat' must be a number, not 'hot'; see 'bakery bake --help'")
    #expect(message("list", "true") == "no error")
}

@Test func `asking for what the command does not have is a programmer's mistake`() async {
    await #expect(processExitsWith: .failure) { _ = try parsed("bake", "x").value("hat") }
    await #expect(processExitsWith: .failure) { _ = try parsed("bake", "x").flag("heat") }
    await #expect(processExitsWith: .failure) { _ = try parsed("bake", "x").value("quiet") }
    await #expect(processExitsWith: .failure) { _ = try parsed("bake", "x").values("heat") }
    await #expect(processExitsWith: .failure) { _ = try parsed("bake", "x").positional("CAKE") }
}
