import NativeCodecs
import Testing

/// Documents that are not TOML end in a mistake with its line, never in the end of the process.
@Suite struct TOMLTests {
    @Test(arguments: [
        "[.x]", "[=", "[[[", "[ ,]", "[]]", "[[", "[.", "a = 1_", "a = 0x", "a = 1979-13-01", "a = [1,,2]", "= 1",
        "a.b.",
        "a = {b = 1,", "a = \"\\u12\"", "a = '", "[a]\n[a]", "\u{0}", "a = 0b2", "a = +", "a = 1e", "a = 12:61:00",
        "[\"", "a = \"\"\"\\",
    ])
    func `it is a mistake`(text: String) {
        #expect(throws: TOMLText.Mistake.self) { try TOMLText.json(from: Array(text.utf8)) }
    }

    @Test(.timeLimit(.minutes(1)), arguments: [33, 20_000, 400_000])
    func `a key of very many parts is refused`(count: Int) {
        let text = "x = 1\n" + String(repeating: "a.", count: count) + "a = 1"
        let mistake = #expect(throws: TOMLText.Mistake.self) { try TOMLText.json(from: Array(text.utf8)) }
        #expect(mistake?.fact == "a key has more than 32 parts" && mistake?.line == 2)
    }

    @Test func `dots elsewhere are no parts of a key`() throws {
        let dots = String(repeating: ".", count: 100)
        let numbers = (0..<100).map { "0.\($0)" }.joined(separator: ", ")
        let text = "# \(dots)\na = \"\(dots)\"\nb = [\(numbers)]\nc = \"\"\"\n\(dots)\n\"\"\"\nd = '\(dots)'"
        #expect(throws: Never.self) { try TOMLText.json(from: Array(text.utf8)) }
    }

    @Test(.timeLimit(.minutes(1))) func `bytes at random are read or refused`() {
        let alphabet = Array("[]{}.=,\"'#\\ \n\tabt0123456789-+_:eTZ\u{0}".utf8) + [0xFF, 0xC3]
        var state: UInt64 = 3
        for _ in 0..<20_000 {
            var bytes = [UInt8]()
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            for _ in 0..<(state >> 60) + 1 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes.append(alphabet[Int(state >> 33) % alphabet.count])
            }
            _ = try? TOMLText.json(from: bytes)
        }
    }
}

@Test func `keys and elements have the lines where they stand`() {
    let text = """
        a = 1
        list = [
            "x",
            "y",
        ]
        [b.c]
        d.e = { f = 1 }
        [[t]]
        g = 1
        [[t]]
        g = 2
        """
    let lines = TOMLText.places(in: Array(text.utf8)).map { $0.way.joined(separator: ".") + ":\($0.line)" }
    let expected = ["a:1", "list:2", "list.0:3", "list.1:4", "b.c:6", "b.c.d.e.f:7", "t.0.g:9", "t.1.g:11"]
    for place in expected { #expect(lines.contains(place), "\(place) \(lines)") }
    #expect(TOMLText.places(in: Array("a = ".utf8)).isEmpty && TOMLText.places(in: []).isEmpty)
}
