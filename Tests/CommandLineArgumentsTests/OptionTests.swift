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
            OptionSpecification("list", value: "FILE", kind: .file, help: "list"),
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

    @Test func `a command knows the kinds of its options only`() throws {
        #expect(try parsed().kind(of: "list") == .file && parsed().kind(of: "other") == nil)
    }
}
