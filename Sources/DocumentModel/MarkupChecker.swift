import Formatting

/// Holds parsed markup against the vocabulary: names, places and attributes, in reading order.
enum MarkupChecker {
    /// Checks everything in an element whose own name and attributes are known to be right.
    static func checkChildren(of element: MarkupElement, _ content: MarkupVocabulary.Content) throws(MarkupFault) {
        let allowed = MarkupVocabulary.allowed(in: element.name, content)
        for child in element.children {
            switch child {
            case .text(let text, let offset): try checkText(text, offset, in: element, content)
            case .element(let child): try check(child, in: element, content, allowed: allowed)
            }
        }
    }

    private static func checkText(
        _ text: String, _ offset: Int, in element: MarkupElement, _ content: MarkupVocabulary.Content
    ) throws(MarkupFault) {
        guard let first = text.utf8.firstIndex(where: { $0 > 0x20 }) else { return }
        let mark = MarkupMark(offset: offset + text.utf8.distance(from: text.startIndex, to: first), length: 1)
        switch content {
        case .text, .inline, .remark, .item: return
        case .none: throw MarkupFault(.contentNotAllowed(element: element.name), mark)
        case .blocks: throw MarkupFault(.strayText(parent: element.name, holder: "p"), mark)
        case .elements:
            throw MarkupFault(
                .strayText(parent: element.name, holder: ["ul", "ol"].contains(element.name) ? "li" : nil), mark)
        }
    }

    private static func check(
        _ element: MarkupElement, in parent: MarkupElement, _ content: MarkupVocabulary.Content, allowed: [String]
    ) throws(MarkupFault) {
        guard let rule = MarkupVocabulary.element(element.name) else {
            let known = MarkupVocabulary.all.map(\.name)
            let nearest = NearestMatch.of(element.name, in: allowed) ?? NearestMatch.of(element.name, in: known)
            throw MarkupFault(.unknownElement(element.name, nearest: nearest, allowed: allowed), element.mark)
        }
        guard allowed.contains(element.name) else {
            if content == .none {
                throw MarkupFault(.contentNotAllowed(element: parent.name), element.mark)
            }
            throw MarkupFault(
                .misplacedElement(element.name, parent: parent.name, allowed: allowed), element.mark)
        }
        try checkAttributes(of: element, rule)
        try checkChildren(of: element, rule.content)
    }

    private static func checkAttributes(
        of element: MarkupElement, _ rule: MarkupVocabulary.Element
    ) throws(MarkupFault) {
        let names = rule.attributes.map(\.name)
        for attribute in element.attributes {
            guard let definition = rule.attributes.first(where: { $0.name == attribute.name }) else {
                let nearest = NearestMatch.of(attribute.name, in: names)
                let mark = MarkupMark(offset: attribute.offset, length: attribute.name.utf8.count)
                throw MarkupFault(
                    .unknownAttribute(attribute.name, element: element.name, nearest: nearest, allowed: names), mark)
            }
            let isBlank = attribute.value.map { $0.allSatisfy(\.isWhitespace) } ?? true
            let isMissing = definition.isRequired ? isBlank : attribute.value == nil
            if isMissing && !definition.isFlag {
                throw MarkupFault(.missingValue(attribute: attribute.name), attribute.mark)
            }
        }
        for required in rule.attributes where required.isRequired && element.attribute(required.name) == nil {
            throw MarkupFault(.missingAttribute(required.name, element: element.name), element.mark)
        }
    }
}
