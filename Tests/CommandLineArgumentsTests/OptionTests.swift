import Testing

@testable import CommandLineArguments

private enum Fruit: String, CaseIterable {
    case apple, pear, plum
}

/// Options whose values are cases of a type.
@Suite struct OptionTests {
    private static let basket = Option.list("basket", value: "LIST", default: [Fruit.pear], help: "fruit to take")
    private static let best = Option.choice("best", value: "FRUIT", default: Fruit.apple, help: "the best")
    private static let program = CommandSpecification(
        "shop", summary: "sells", examples: [.init("shop")], positionals: [],
        options: [
            basket.specification, best.specification,
            count.specification, list.specification,
        ])

    private func parsed(_ words: String...) throws -> ParsedArguments {
        guard case .run(let arguments) = try Self.program.parse(words) else {
            throw UsageError(.missingArgument("run"), commandPath: [])
        }
        return arguments
    }

    @Test func `what is read has the type of the option, and its default`() throws {
        #expect(try parsed()[Self.best] == .apple && parsed()[Self.basket] == [.pear])
        #expect(try parsed("--best", "plum")[Self.best] == .plum)
        #expect(try parsed("--basket", "plum, apple,plum")[Self.basket] == [.plum, .apple])
        #expect(try parsed("--best", "plum").isGiven(Self.best) && !parsed().isGiven(Self.best))
    }

    @Test func `the cases of the type are the choices`() throws {
        #expect(Self.best.specification.kind == .choice(["apple", "pear", "plum"]))
        #expect(Self.basket.specification.kind == .list(["apple", "pear", "plum"]))
        #expect(Self.basket.specification.defaultValue == "pear")
        #expect(throws: UsageError.self) { try parsed("--best", "nut") }
    }

    /// Even numbers; one that is odd is told the next.
    private static let even = ValueForm<Int>("an even number") { text throws(ValueProblem) in
        guard let number = Int(text) else { return nil }
        guard number % 2 == 0 else { throw .unsuitable("an even number such as \(number + 1)") }
        return number
    }
    private static let count = Option.required("count", value: "N", even, default: "12", help: "how many")
    private static let list = Option.optional(
        "list", value: "FILE", kind: .file,
        ValueForm("a list or a file") {
            $0 != "none"
        } read: {
            $0
        }, help: "list")

    @Test func `a form reads the value, and says what is wrong with one`() throws {
        #expect(try parsed()[Self.count] == 12 && parsed("--count", "4")[Self.count] == 4)
        for (text, expected) in [("x", "an even number"), ("3", "an even number such as 4")] {
            let error = #expect(throws: UsageError.self) { try parsed("--count", text) }
            #expect(error?.fact == .unsuitableValue(of: "--count", value: text, expected: expected))
        }
    }

    @Test func `a word that stands for itself is no path`() throws {
        #expect(try parsed().option(named: "other") == nil)
        let list = try #require(try parsed().option(named: "list"))
        #expect(list.isPath("a.csv") && !list.isPath("none"))
        #expect(try parsed().option(named: "best")?.isPath("apple") == false)
    }

    @Test func `a default that the form refuses is a mistake of the declaration`() {
        let wrong = Option.required("count", value: "N", Self.even, default: "3", help: "how many")
        let program = CommandSpecification(
            "shop", summary: "sells", examples: [.init("shop")], options: [wrong.specification])
        #expect(program.problems() == ["shop: the default '3' of --count is not one of its values"])
    }
}
