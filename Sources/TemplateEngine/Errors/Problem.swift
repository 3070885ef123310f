/// Everything that can be wrong with a template, as data; the words are in `Problem+Text.swift`.
enum Problem: Sendable {
    // Reading.
    case unexpectedCharacter(String)
    case unclosed(opening: String)
    case unclosedString
    case unbalanced(found: String, expected: String?)
    case badEscape(String)
    case expected(String, found: String)
    case endOfTemplate(expected: [String], innermost: String?, line: Int)
    case unknownTag(String, nearest: String?, expected: [String], innermost: String?)
    case misplacedTag(String, expected: [String], innermost: String?)
    case emptyExpression(found: String)
    case cannotAssign(to: String)
    case loopVariableAssigned
    case defaultBeforeRequired
    case chainedTests
    case badCallArguments
    case callNeedsCall
    case underscoreImport(String)
    case duplicateBlock(String, line: Int)
    case hyphenInBlockName
    case requiredBlockHasContent
    case extendsNotAtTop
    case outsideLoop(String)
    case callerNeedsDefault
    case tooDeepToRead(limit: Int)

    // Names.
    case unknownFilter(String, nearest: String?)
    case unknownTest(String, nearest: String?)
    case unknownBlock(String, nearest: String, parent: String)
    /// A block that no parent places, and those that they do.
    case unplacedBlock(String, placed: [String])
    case undefined(Undefined)
    case undefinedName(Undefined, nearest: String?, available: [String])
    case templateNotFound([String], nearest: String?)
    case templateUnreadable(String, reason: String)

    // Values and arguments.
    case operands(String, String, String)
    case operand(String, String)
    case notComparable(String, String, String)
    case notIterable(String)
    case notCallable(String)
    case notPrintable(String)
    case noLength(String)
    case noMember(of: String, String)
    case notAKey(String)
    case generatorPrinted
    case generatorLength
    case divisionByZero
    case complexPower
    case numberTooLarge
    case integerTooLarge
    case notANumber(String, in: String)
    case argumentType(String, argument: String, expected: String, found: String)
    case argument(String, fact: String)
    case missingArgument(String, name: String)
    case tooManyArguments(String, most: Int)
    case unknownKeyword(String, name: String, nearest: String?)
    case argumentTwice(String, name: String)
    case callerTwice(String)
    case unpack(expected: Int, found: Int)
    case notANamespace(String)
    case frozen(String)
    case format(String)
    case notJSON(String)
    case badDate(String)
    case notRecursive
    case keyMissing(String)
    case valueMissing(String)
    case function(String, TemplateFunctionError)

    // Rendering.
    case extendedTwice
    case requiredBlock(String)
    case tooDeep(limit: Int)
    case outputTooLarge(limit: Int)
    case tooManySteps(limit: Int)
    case rangeTooLong(limit: Int)
    case listTooLong(limit: Int)
    case valueNestedTooDeeply
}

extension Problem {
    /// The undefined value that was used, if that is the problem.
    var undefinedValue: Undefined? {
        switch self {
        case .undefined(let undefined), .undefinedName(let undefined, _, _): undefined
        default: nil
        }
    }

    var code: TemplateError.Code {
        switch self {
        case .unknownTag, .unknownFilter, .unknownTest, .unknownBlock, .unplacedBlock: .unknownName
        case .undefined, .undefinedName: .undefined
        case .templateNotFound, .templateUnreadable: .missingTemplate
        case .tooDeepToRead, .numberTooLarge, .integerTooLarge, .tooDeep, .outputTooLarge, .tooManySteps, .rangeTooLong,
            .listTooLong,
            .valueNestedTooDeeply:
            .limit
        case .unexpectedCharacter, .unclosed, .unclosedString, .unbalanced, .badEscape, .expected, .endOfTemplate,
            .misplacedTag, .emptyExpression, .cannotAssign, .loopVariableAssigned, .defaultBeforeRequired,
            .chainedTests, .badCallArguments, .callNeedsCall, .underscoreImport, .duplicateBlock, .hyphenInBlockName,
            .requiredBlockHasContent, .extendsNotAtTop, .outsideLoop, .callerNeedsDefault:
            .syntax
        default: .type
        }
    }
}
