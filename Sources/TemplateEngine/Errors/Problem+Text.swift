import Formatting

/// All words of the template engine's errors: the fact in ``message``, the remedy in ``hints``.
extension Problem {
    /// What is wrong: lower case, values in quotes, no full stop.
    var message: String {
        switch self {
        case .unexpectedCharacter(let character): "unexpected character '\(character)'"
        case .unclosed(let opening): "'\(opening)' is never closed"
        case .unclosedString: "this string is never closed"
        case .unbalanced(let found, let expected?): "unexpected '\(found)', expected '\(expected)'"
        case .unbalanced(let found, nil): "unexpected '\(found)', nothing is open"
        case .badEscape(let escape): "'\(escape)' is not an escape that a string can hold"
        case .expected(let expected, let found): "expected \(expected), found \(found)"
        case .endOfTemplate(let expected, _, _): "the template ends where \(Self.either(expected)) is missing"
        case .unknownTag(let name, _, _, _): "unknown tag '\(name)'"
        case .misplacedTag(let name, let expected, _):
            expected.isEmpty
                ? "'\(name)' without its opening tag" : "unexpected '\(name)', expected \(Self.either(expected))"
        case .emptyExpression(let found): "expected an expression, found \(found)"
        case .cannotAssign(let kind): "cannot assign to \(kind)"
        case .loopVariableAssigned: "'loop' cannot be assigned inside a loop"
        case .defaultBeforeRequired: "a parameter without default follows one with a default"
        case .chainedTests: "tests cannot be chained with 'is'"
        case .badCallArguments: "the order of the arguments is not valid"
        case .callNeedsCall: "'call' needs the call of a macro"
        case .underscoreImport(let name): "'\(name)' is private to its template: names with '_' cannot be imported"
        case .duplicateBlock(let name, _): "block '\(name)' is defined twice"
        case .hyphenInBlockName: "the name of a block cannot hold a hyphen"
        case .requiredBlockHasContent: "a required block can hold nothing but comments and white space"
        case .extendsNotAtTop: "'extends' must not stand inside another tag"
        case .outsideLoop(let name): "'\(name)' outside a loop"
        case .callerNeedsDefault: "a parameter named 'caller' needs a default"
        case .tooDeepToRead(let limit): "nested too deeply: more than \(limit) levels"
        case .unknownFilter(let name, _): "unknown filter '\(name)'"
        case .unknownTest(let name, _): "unknown test '\(name)'"
        case .unknownBlock(let name, _, let parent): "block '\(name)' has no place in '\(parent)'"
        case .unplacedBlock(let name, _):
            "block '\(name)' has no place in the template that is extended: it is not shown"
        case .undefined(let undefined): undefined.message
        case .undefinedName(let undefined, _, _): undefined.message
        case .templateNotFound(let names, _): Self.templateMissing(names)
        case .templateUnreadable(let name, let reason): "template '\(name)' cannot be read: \(reason)"
        default: valueMessage
        }
    }

    private var valueMessage: String {
        switch self {
        case .operands(let symbol, let left, let right):
            "'\(symbol)' does not work between \(Self.a(left)) and \(Self.a(right))"
        case .operand(let symbol, let type): "'\(symbol)' does not work on \(Self.a(type))"
        case .notComparable(let symbol, let left, let right):
            "'\(symbol)' cannot compare \(Self.a(left)) and \(Self.a(right))"
        case .notIterable(let type): "cannot loop over \(Self.a(type))"
        case .notCallable(let type): "cannot call \(Self.a(type))"
        case .notPrintable(let type): "cannot print \(Self.a(type))"
        case .noLength(let type): "\(Self.a(type)) has no length"
        case .noMember(let type, let name): "\(Self.a(type)) has no '\(name)'"
        case .notAKey(let type): "\(Self.a(type)) cannot be the key of a dictionary"
        case .generatorPrinted: "cannot print what 'map', 'select', 'batch' and their like give"
        case .generatorLength: "what 'map', 'select', 'batch' and their like give has no length or last element"
        case .divisionByZero: "division by zero"
        case .complexPower: "a negative number has no such power"
        case .numberTooLarge: "the number gets too large"
        case .integerTooLarge: "the whole number gets too large: it has more than 128 bits"
        case .notANumber(let filter, let text): "'\(filter)' needs a number, found \(Self.a(text))"
        case .argumentType(let function, let name, let expected, let found):
            "'\(name)' of '\(function)' must be \(expected), found \(Self.a(found))"
        case .argument(let function, let fact): "'\(function)': \(fact)"
        case .missingArgument(let function, let name): "'\(function)' needs the argument '\(name)'"
        case .tooManyArguments(let function, let most):
            "'\(function)' takes " + (most == 0 ? "no arguments" : "at most \(Self.count(most, "argument"))")
        case .unknownKeyword(let function, let name, _): "'\(function)' has no argument '\(name)'"
        case .argumentTwice(let function, let name): "'\(function)' is given '\(name)' twice"
        case .callerTwice(let function): "'\(function)' does not use 'caller', so it cannot stand in a 'call' tag"
        case .unpack(let expected, let found): "\(Self.count(expected, "name")) for \(Self.count(found, "value"))"
        case .notANamespace(let name): "'\(name)' is not a namespace, so its members cannot be set"
        case .frozen(let type): "this \(type) belongs to the report and cannot be changed"
        case .format(let fact): fact
        case .notJSON(let type): "\(Self.a(type)) has no JSON form"
        case .badDate(let text): "'\(text)' is not a date"
        case .notRecursive: "the loop must be marked 'recursive' to be called"
        case .keyMissing(let key): "no key \(key)"
        case .valueMissing(let value): "\(value) is not in the list"
        case .function(let name, let error): "'\(name)': \(error.message)"
        default: renderingMessage
        }
    }

    private var renderingMessage: String {
        switch self {
        case .extendedTwice: "the template extends a second parent"
        case .requiredBlock(let name): "the required block '\(name)' is not defined"
        case .tooDeep(let limit): "includes, macros or loops call each other too deeply: more than \(limit) levels"
        case .outputTooLarge(let limit): "the text grows beyond \(limit) bytes"
        case .tooManySteps(let limit): "the template takes more than \(limit) steps"
        case .rangeTooLong(let limit): "a range can have at most \(limit) numbers"
        case .listTooLong(let limit): "a list can have at most \(limit) elements"
        case .valueNestedTooDeeply: "lists or dictionaries are nested too deeply"
        default: "the template cannot be rendered"
        }
    }

    /// What to do about it, one line each.
    var hints: [String] {
        switch self {
        case .unknownFilter(_, let nearest), .unknownTest(_, let nearest), .unknownKeyword(_, _, let nearest),
            .templateNotFound(_, let nearest):
            Self.suggestion(nearest)
        case .unknownBlock(_, let nearest, _): Self.suggestion(nearest)
        case .unplacedBlock(_, let placed): ["there are " + placed.joined(separator: ", ")]
        case .unknownTag(_, let nearest, let expected, let innermost):
            Self.suggestion(nearest) + (nearest == nil ? Self.nesting(expected, innermost) : [])
        case .misplacedTag(_, let expected, let innermost): Self.nesting(expected, innermost)
        case .endOfTemplate(_, let innermost?, let line): ["'\(innermost)' was opened on line \(line)"]
        case .duplicateBlock(let name, let line): ["'\(name)' is first defined on line \(line)"]
        case .hyphenInBlockName: ["use an underscore instead"]
        case .undefined(let undefined): undefined.hints
        case .undefinedName(let undefined, let nearest, let available):
            undefined.isLoop ? ["'loop' is known in the body of a loop only"] : Self.suggestion(nearest, available)
        case .generatorPrinted: ["add '| list' or '| join'"]
        case .generatorLength: ["add '| list' first"]
        case .frozen: ["copy it first, for example with {% set mine = theirs | list %}"]
        case .cannotAssign(let kind) where kind == "a call": ["a list is changed with {% do list.append(x) %}"]
        case .badDate: ["dates are written as 2015-01-02 or 2015-01-02T16:00:00"]
        case .function(_, let error) where !error.hint.isEmpty: [error.hint]
        case .integerTooLarge: ["calculate with floats: write a number with a point, '2.0 ** 200'"]
        case .tooDeep: ["a template may include itself, or a macro may call itself without end"]
        default: []
        }
    }

    /// The name that was most likely meant.
    static func nearest(_ name: String, _ names: [String]) -> String? { NearestMatch.of(name, in: names) }

    private static func nesting(_ expected: [String], _ innermost: String?) -> [String] {
        guard let innermost else { return [] }
        return ["the innermost open tag is '\(innermost)', which needs \(either(expected))"]
    }

    private static func templateMissing(_ names: [String]) -> String {
        switch names.count {
        case 0: "no template is named"
        case 1: "there is no template '\(names[0])'"
        default: "there is none of the templates \(names.map { "'\($0)'" }.joined(separator: ", "))"
        }
    }

    static func suggestion(_ nearest: String?, _ available: [String] = []) -> [String] {
        let known = available.isEmpty ? nil : "known here: " + list(available)
        guard let nearest else { return known.map { [$0] } ?? [] }
        return ["did you mean '\(nearest)'?" + (known.map { " " + $0 } ?? "")]
    }

    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(12).joined(separator: ", ")
        return names.count > 12 ? shown + " and \(names.count - 12) more" : shown
    }

    private static func either(_ names: [String]) -> String {
        names.map { "'\($0)'" }.joined(separator: " or ")
    }

    /// A type with its article.
    static func a(_ type: String) -> String {
        switch type {
        case "none", "undefined", "infinity": type
        default: type.hasPrefix("'") ? type : "aeiou".contains(type.prefix(1)) ? "an \(type)" : "a \(type)"
        }
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

extension Undefined {
    var message: String {
        switch origin {
        case .name(let name): "unknown value '\(name)'"
        case .member(_, _, let path?): "unknown value '\(path)'"
        case .member(let base, let name, nil): "\(Problem.a(base.typeName)) has no '\(name)'"
        case .element(let base, let key): "\(Problem.a(base.typeName)) has no element \(key)"
        case .parameter(let name): "the parameter '\(name)' was not given"
        case .caller: "'caller' is only defined when the macro is used in a 'call' tag"
        case .previousItem: "there is no previous item"
        case .nextItem: "there is no next item"
        case .emptySequence(let filter): "'\(filter)' of an empty list"
        case .notExported(let name, let template, _): "'\(template)' does not define '\(name)'"
        case .parentBlock(let name): "there is no parent block '\(name)'"
        case .inlineIf: "the inline 'if' is false and has no 'else'"
        }
    }

    var hints: [String] {
        switch origin {
        case .member(let base, let name, let path):
            Problem.suggestion(
                NearestMatch.of(name, in: base.memberNames).map { (path.map { $0.dropLast(name.count) } ?? "") + $0 })
        case .notExported(let name, _, let exports): Problem.suggestion(NearestMatch.of(name, in: exports))
        case .emptySequence: ["add '| default(…)' for an empty list"]
        default: []
        }
    }
}

extension Trail: CustomStringConvertible {
    var description: String {
        switch relation {
        case .included: "included from \(place.fileAndLine)"
        case .imported: "imported from \(place.fileAndLine)"
        case .extended: "extended by \(place.fileAndLine)"
        case .called(let name): "in '\(name)', called from \(place.fileAndLine)"
        }
    }
}
