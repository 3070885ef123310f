/// The words of all mistakes in report markup: place and fact, the line, the remedy.
extension MarkupError: CustomStringConvertible {
    /// `report.html:3:5: fact`, the excerpt with a mark, and what to do.
    public var description: String {
        ["\(source):\(line):\(column): \(code.fact)", excerpt.text(lineNumber: line), code.remedy].joined(
            separator: "\n")
    }
}

extension MarkupError.Excerpt {
    fileprivate func text(lineNumber: Int) -> String {
        let width = "\(lineNumber)".count
        func row(_ number: String, _ text: String) -> String {
            let padded = String(repeating: " ", count: width - number.count) + number
            return text.isEmpty ? "  \(padded) |" : "  \(padded) | \(text)"
        }
        let mark = String(repeating: " ", count: markStart) + String(repeating: "^", count: markLength)
        let before = previous.map { [row("\(lineNumber - 1)", $0)] } ?? []
        return (before + [row("\(lineNumber)", line), row("", mark)]).joined(separator: "\n")
    }
}

extension MarkupError.Code {
    /// What is wrong, in one line.
    public var fact: String {
        switch self {
        case .strayAngle: "'<' starts no tag"
        case .unfinishedTag(let name): "the tag '<\(name)' has no '>'"
        case .unfinishedComment: "the comment has no end"
        case .strayAmpersand: "'&' starts no entity"
        case .unknownEntity(let name, _): "unknown entity '&\(name);'"
        case .invalidCharacterReference(let text): "'\(text)' is no character"
        case .unquotedValue(let attribute): "the value of '\(attribute)' is not quoted"
        case .unclosedValue(let attribute): "the value of '\(attribute)' has no closing quote"
        case .duplicateAttribute(let name): "the attribute '\(name)' is given twice"
        case .unclosedElement(let name): "<\(name)> is never closed"
        case .mismatchedEndTag(let found, let open): "<\(open)> is still open where </\(found)> comes"
        case .strayEndTag(let name): "</\(name)> closes nothing"
        case .tooDeep(let limit): "elements are nested more than \(limit) deep"
        case .unknownElement(let name, _, _): "unknown element <\(name)>"
        case .misplacedElement(let name, let parent, _): "<\(name)> may not stand \(Self.place(parent))"
        case .strayText(let parent, _): "text may not stand \(Self.place(parent))"
        case .contentNotAllowed(let element): "<\(element)> has content"
        case .missingChild(let name, let parent): "<\(parent)> has no <\(name)>"
        case .repeatedChild(let name, let parent): "<\(parent)> has a second <\(name)>"
        case .unknownAttribute(let name, let element, _, _): "<\(element)> has no attribute '\(name)'"
        case .missingAttribute(let name, let element): "<\(element)> needs the attribute '\(name)'"
        case .missingValue(let attribute): "the attribute '\(attribute)' has no value"
        case .rowsOfLiteralTable: "'rows' on a table that has rows of its own"
        case .partOfOwnFigure(let name): "'\(name)' on a figure of the analysis"
        case .unsuitableData(let reason): "the figure cannot be drawn: \(reason)"
        case .unusablePicture(let name, let reason): "'\(name)' \(reason)"
        case .metricsOfOtherTable(let name): "'metrics' on the table '\(name)', whose rows are none"
        case .balanceOfUnequalColumns: "'balance' on columns of several widths"
        case .boundOfFixedHeight: "'least' or 'most' on a figure that does not fill its page"
        case .invalidChoice(let value, let attribute, _, _): "'\(value)' is no value of '\(attribute)'"
        case .invalidNumber(let value, let attribute, _): "'\(value)' is no value of '\(attribute)'"
        case .invalidAnchor(let anchor): "'\(anchor)' is no anchor"
        case .duplicateAnchor(let anchor): "the anchor '\(anchor)' is given twice"
        case .invalidTarget(let target): "'\(target)' is no target of a link"
        case .cellCount(let found, let expected):
            "the row has \(Self.count(found, "cell")), the table \(Self.count(expected, "column"))"
        case .unknownName(let name, let reference, _, _): "unknown \(reference.rawValue) '\(name)'"
        }
    }

    /// What to do about it, in one line.
    public var remedy: String {
        switch self {
        case .strayAngle: "write '&lt;' for the sign itself"
        case .unfinishedTag: "close the tag with '>', or write '&lt;' for the sign itself"
        case .unfinishedComment: "end it with '-->'"
        case .strayAmpersand: "write '&amp;' for the sign itself"
        case .unknownEntity(_, let nearest):
            Self.suggestion(nearest, "entities", MarkupEntities.names)
        case .invalidCharacterReference: "give the number of a Unicode character that can be printed"
        case .unquotedValue(let attribute): "write \(attribute)=\"…\""
        case .unclosedValue: "close it with the quote that it begins with, and write '&lt;' for '<'"
        case .duplicateAttribute: "remove one of them"
        case .unclosedElement(let name): "add </\(name)>, or write <\(name)/> if it has no content"
        case .mismatchedEndTag(let found, let open):
            MarkupVocabulary.element(open)?.content == MarkupVocabulary.Content.none
                ? "write <\(open)/>" : "add </\(open)> before </\(found)>: elements nest, they do not overlap"
        case .strayEndTag: "remove it"
        case .tooDeep: "nest less deep"
        case .unknownElement(_, let nearest, let allowed): Self.suggestion(nearest, "elements here", allowed)
        case .misplacedElement(_, _, let allowed): Self.suggestion(nil, "elements here", allowed)
        case .strayText(_, let holder):
            holder.map { "put it into <\($0)>…</\($0)>" } ?? "put it into a cell, or remove it"
        case .contentNotAllowed(let element): "write <\(element)/>"
        case .missingChild(let name, _): "add <\(name)>…</\(name)>"
        case .repeatedChild(let name, _): "join it with the first <\(name)>"
        case .unknownAttribute(_, let element, let nearest, let allowed):
            allowed.isEmpty ? "<\(element)> has no attributes" : Self.suggestion(nearest, "attributes", allowed)
        case .missingAttribute(let name, _), .missingValue(let name): "write \(name)=\"…\""
        case .rowsOfLiteralTable: "remove it: 'rows' limits a table of the analysis"
        case .partOfOwnFigure:
            "remove it, or declare a figure of your own with type=\"…\" and data=\"…\""
        case .unsuitableData: "choose other columns or another type"
        case .unusablePicture: "name another picture, or save it so that it can be drawn"
        case .metricsOfOtherTable: "remove it: 'metrics' chooses rows of a table of metrics"
        case .balanceOfUnequalColumns:
            "write columns=\"2\", or remove it: blocks flow through columns that are equally wide"
        case .boundOfFixedHeight: "write height=\"fill\", or remove it"
        case .invalidChoice(_, _, let nearest, let allowed): Self.suggestion(nearest, "values", allowed)
        case .invalidNumber(_, _, let expected): "give \(expected)"
        case .invalidAnchor: "use letters, digits, '-', '_' and '.', with a letter first"
        case .duplicateAnchor: "give each section and heading its own anchor, or none"
        case .invalidTarget: "give '#anchor', or an address with http:, https: or mailto:"
        case .cellCount: "give each row one cell per column; a row with role=\"group\" may have one cell"
        case .unknownName(_, let reference, let nearest, let allowed):
            Self.suggestion(nearest, reference.plural, allowed)
        }
    }

    /// Offers the nearest name, and the names there are if they are few enough to be read.
    private static func suggestion(_ nearest: String?, _ kind: String, _ allowed: [String]) -> String {
        let list = "\(kind): \(allowed.joined(separator: ", "))"
        switch (nearest, allowed.count) {
        case (let nearest?, ...24): return "did you mean '\(nearest)'? \(list)"
        case (let nearest?, _): return "did you mean '\(nearest)'?"
        case (nil, 0): return "there are no \(kind)"
        case (nil, ...24): return list
        case (nil, let count): return "there are \(count) \(kind): \(allowed.prefix(24).joined(separator: ", ")), …"
        }
    }

    private static func place(_ parent: String) -> String {
        parent.isEmpty ? "at the top level" : "directly in <\(parent)>"
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
