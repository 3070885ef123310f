/// Filters that lay out text in lines and columns.
enum LayoutFilters {
    static let all: [FilterDefinition] = [
        FilterDefinition("center", ["width"]) { call throws(Fault) in
            let width = try call.renderer.limited(length: try call.int(0, 80))
            return call.same(
                StringMethods.padded(try call.text(), width) { missing, width in missing / 2 + (missing & width & 1) })
        },
        FilterDefinition("indent", ["width", "first", "blank"], indent),
        FilterDefinition(
            "wordwrap", ["width", "break_long_words", "wrapstring", "break_on_hyphens"], wordwrap),
        FilterDefinition("pprint") { call throws(Fault) in
            .string(try PrettyText.text(call.value, limit: call.renderer.limits.outputBytes))
        },
    ]

    private static func indent(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        let text = try TextFilters.subject(call)
        let (first, blank) = (try call.bool(1, false), try call.bool(2, false))
        let margin = try margin(call)
        var lines = PythonText.lines(text + "\n")
        let (growth, overflow) = lines.count.multipliedReportingOverflow(by: margin.utf8.count)
        _ = try call.renderer.limited(length: overflow ? .max : growth)
        for index in lines.indices.dropFirst() where blank || !lines[index].isEmpty {
            lines[index] = margin + lines[index]
        }
        return call.same((first ? margin : "") + lines.joined(separator: "\n"))
    }

    private static func margin(_ call: FunctionCall) throws(Fault) -> String {
        if let text = call.optional(0)?.stringValue { return text }
        return try call.renderer.repeated(" ", try call.int(0, 4))
    }

    private static func wordwrap(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        let text = try TextFilters.subject(call)
        let width = try call.int(0, 79)
        guard width > 0 else { throw call.fault("'width' must be positive") }
        let end = try call.some(2).map { _ throws(Fault) in try call.string(2, "\n") } ?? "\n"
        let wrap = WordWrap(
            width: width, breaksWords: try call.bool(1, true), breaksOnHyphens: try call.bool(3, true))
        let lines = PythonText.lines(text).map { wrap.lines($0).joined(separator: end) }
        // Python's join makes the result plain again, whatever the text was.
        return .string(try call.renderer.limited(lines.joined(separator: end)))
    }
}
