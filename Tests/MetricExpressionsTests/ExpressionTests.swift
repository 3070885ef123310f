import TestSupport
import Testing

@testable import MetricExpressions

/// Expressions come to what a reader of mathematics expects, and say where they are wrong.
@Suite struct ExpressionTests {
    private static let values: [String: ExpressionValue] = [
        "sharpe": .number(1.5), "max_drawdown": .number(-0.2), "trades.count": .number(120), "3m": .number(0.04),
        "zero": .number(0), "calmar": .absent("no drawdown"), "risk_level": .word("Low"),
    ]

    private func expression(_ text: String) throws(ExpressionError) -> Expression {
        try Expression(text, nearest: { $0 == "sharp" ? "sharpe" : nil }) { name in
            switch Self.values[name] {
            case .number, .absent: .number
            case .truth: .truth
            case .word: .word
            case nil: nil
            }
        }
    }

    private func value(_ text: String) throws(ExpressionError) -> ExpressionValue {
        try expression(text).value { Self.values[$0] ?? .absent("?") }
    }

    @Test(arguments: [
        ("1 + 2 * 3", 7.0), ("(1 + 2) * 3", 9), ("7 - 2 - 1", 4), ("12 / 3 / 2", 2), ("2 ^ 3 ^ 2", 512), ("-2 ^ 2", -4),
        ("2 ^ -1", 0.5), ("20%", 0.2), ("1e3 + 1E-1", 1000.1), ("--2", 2), (".5", 0.5), ("3m * 100", 4),
        ("abs(max_drawdown)", 0.2), ("min(3, 1, 2)", 1), ("max(sharpe, 2)", 2), ("sqrt(16)", 4), ("log(exp(2))", 2),
        ("default(calmar, 7)", 7), ("default(sharpe, 7)", 1.5), ("sharpe/abs(max_drawdown)", 7.5),
    ])
    func `numbers`(text: String, expected: Double) throws {
        guard case .number(let number) = try value(text) else { Issue.record("\(text): no number"); return }
        #expect(abs(number - expected) < 1e-12, "\(text) = \(number)")
    }

    @Test(arguments: [
        ("sharpe >= 1", true), ("sharpe >= 1.5", true), ("sharpe > 1.5", false), ("trades.count >= 100", true),
        ("1 < sharpe < 2", true), ("1 < sharpe < 1.2", false), ("not sharpe < 1 and max_drawdown > -25%", true),
        ("sharpe < 1 or trades.count == 120", true), ("risk_level == 'Low'", true), ("risk_level != \"Low\"", false),
        ("sharpe != 1.5", false), ("(sharpe > 1) == (trades.count > 1)", true),
        // Kleene: what is not available matters only where the rest does not decide.
        ("calmar > 1 or sharpe > 1", true), ("calmar > 1 and sharpe < 1", false),
    ])
    func `yes or no`(text: String, expected: Bool) throws {
        #expect(try expression(text).kind == .truth)
        #expect(try value(text) == .truth(expected), "\(text)")
    }

    @Test(arguments: [
        ("calmar > 1", "no drawdown"), ("sharpe > 1 and calmar > 1", "no drawdown"), ("not calmar > 1", "no drawdown"),
        ("1 / zero", "division by zero"), ("10 ^ 400", "the result is no finite number"),
        ("sqrt(-1)", "the square root of a negative number"),
        ("log(0)", "the logarithm of a number that is not positive"),
        ("max(1, calmar)", "no drawdown"),
    ])
    func `what is not available says why`(text: String, reason: String) throws {
        #expect(try value(text) == .absent(reason))
    }

    @Test(arguments: [
        ("sharp >= 1", "column 1: unknown name 'sharp'; did you mean 'sharpe'?\n  sharp >= 1\n  ^^^^^"),
        ("sharpe >= ", "column 11: a value is missing at the end\n  sharpe >= \n            ^"),
        ("sharpe = 1", "column 8: '=' has no meaning here; write == to compare\n  sharpe = 1\n         ^"),
        ("sharpe ≥ 1", "column 8: '≥' has no meaning here; write >=\n  sharpe ≥ 1\n         ^"),
        ("(sharpe > 1", "column 1: this bracket is not closed\n  (sharpe > 1\n  ^"),
        ("sharpe 1", "column 8: a sign is missing before this\n  sharpe 1\n         ^"),
        ("sharpe and 1", "column 1: 'and' takes yes or no, and this is a number\n  sharpe and 1\n  ^^^^^^"),
        ("1 + (2 > 1)", "column 5: '+' takes a number, and this is yes or no\n  1 + (2 > 1)\n      ^^^^^^^"),
        ("risk_level > 1", "column 1: '>' takes a number, and this is a word\n  risk_level > 1\n  ^^^^^^^^^^"),
        ("abs(1, 2)", "column 1: 'abs' takes one argument\n  abs(1, 2)\n  ^^^^^^^^^"),
        (
            "mean(1)",
            "column 1: unknown function 'mean'; there are abs, min, max, sqrt, log, exp, default\n  mean(1)\n  ^^^^"
        ),
        ("", "column 1: the expression is empty\n  \n  ^"), ("'x", "column 1: the quote does not end\n  'x\n  ^^"),
        ("1..2", "column 1: '1..2' is neither a number nor a name\n  1..2\n  ^^^^"),
        ("* 2", "column 1: a value must stand here\n  * 2\n  ^"),
        ("2 )", "column 3: ')' cannot stand here\n  2 )\n    ^"),
    ])
    func `mistakes are told with carets under their place`(text: String, message: String) {
        do throws(ExpressionError) {
            _ = try expression(text)
            Issue.record("\(text) was read")
        } catch { #expect(error.description == message, "\(error.description)") }
    }

    @Test func `names are listed once, in the order of the text`() throws {
        #expect(try expression("sharpe + 3m > sharpe * trades.count").names == ["sharpe", "3m", "trades.count"])
    }

    @Test func `random texts and deep ones end in a value or an error`() {
        var numbers = SeededNumbers(seed: 3)
        let pieces = [
            "1", "sharpe", "calmar", "risk_level", "'a'", "+", "-", "*", "/", "^", "(", ")", ",", "<", ">=", "==",
            "and",
            "or", "not", "abs(", "min(", "default(", "%", "é", "\u{0}", " ", "1e", ".", "0x1p3", "nan", "inf",
        ]
        var read = 0
        for _ in 0..<20_000 {
            let text = (0..<numbers.below(9)).map { _ in numbers.pick(pieces) }.joined(
                separator: numbers.pick(["", " "]))
            if (try? value(text)) != nil { read += 1 }
        }
        #expect(read > 200)
        for text in ["(", "-", "not ", "2^", "abs("] {
            let deep = String(repeating: text, count: 1500) + "1"
            #expect(throws: ExpressionError.self) { try value(deep) }
        }
        #expect(throws: ExpressionError.self) { try value(String(repeating: "1+", count: 6000) + "1") }
    }

    /// The same grammar evaluated by another machine: postfix with a stack, for numbers alone.
    @Test func `random sums and products agree with a slow evaluation`() throws {
        var numbers = SeededNumbers(seed: 11)
        for _ in 0..<500 {
            let values = (0..<6).map { _ in Double(numbers.below(9) + 1) }
            let signs = (0..<5).map { _ in numbers.pick(["+", "-", "*", "/"]) }
            var text = "\(values[0])"
            for index in signs.indices { text += " \(signs[index]) \(values[index + 1])" }
            var terms: [Double] = [values[0]]
            for (index, sign) in signs.enumerated() {
                let next = values[index + 1]
                switch sign {
                case "*": terms[terms.count - 1] *= next
                case "/": terms[terms.count - 1] /= next
                case "-": terms.append(-next)
                default: terms.append(next)
                }
            }
            guard case .number(let number) = try value(text) else { Issue.record("\(text)"); continue }
            #expect(abs(number - terms.reduce(0, +)) < 1e-9, "\(text)")
        }
    }
}
