extension Renderer {
    /// Runs statements in the current scope.
    func run(_ body: [Statement]) throws(Fault) -> Flow {
        try enter(Span(start: 0, end: 0))
        try spendPart()
        try spend(body.count >> 4)
        for statement in body {
            let flow = try collectsFaults ? runCollecting(statement) : run(statement)
            if flow != .normal {
                leave()
                return flow
            }
        }
        leave()
        return .normal
    }

    func run(_ statement: Statement) throws(Fault) -> Flow {
        switch statement {
        case .data(let bytes, let start, let isRoot):
            if isRoot, here.parent != nil { return .normal }
            note(start, isText: true)
            output.append(contentsOf: bytes)
            try spend(bytes: bytes.count)
            try checkOutput()
        case .output(let expression, let isRoot):
            if isRoot, here.parent != nil { return .normal }
            let value = try evaluate(expression)
            note(expression.span.start, isText: false)
            try print(value, expression.span)
        case .condition(let node): return try run(node)
        case .loop(let node): return try run(node)
        case .with(let pairs, let body): return try runWith(pairs, body)
        case .autoescape(let value, let body): return try runAutoescape(value, body)
        case .filterBlock(let filter, let body): return try runFilterBlock(filter, body)
        case .assignBlock(let node): return try run(node)
        case .breakLoop: return .brokeLoop
        case .continueLoop: return .continuedLoop
        default: try runTag(statement)
        }
        return .normal
    }

    private func runTag(_ statement: Statement) throws(Fault) {
        switch statement {
        case .assign(let target, let expression):
            try assign(target, try evaluate(expression), isTag: true, expression.span)
        case .evaluate(let expression): _ = try evaluate(expression)
        case .block(let node): try place(node)
        case .extends(let template, let span): try extend(template, span)
        case .include(let node): try include(node)
        case .importing(let node): try importNames(node)
        case .macro(let node): define(node)
        case .call(let node): try run(node)
        default: break
        }
    }

    /// Writes a value as `{{ }}` does.
    func print(_ value: TemplateValue, _ span: Span) throws(Fault) {
        do {
            let before = output.count
            try write(value)
            try spend(bytes: output.count - before)
            try checkOutput()
        } catch {
            throw locate(error, span)
        }
    }

    /// Writes what a `filter` or `call` tag gives, which is not escaped: its text was when it was captured.
    func printRaw(_ value: TemplateValue, _ span: Span) throws(Fault) {
        do {
            let text = try text(value)
            try spend(bytes: text.utf8.count)
            output.append(contentsOf: text.utf8)
            try checkOutput()
        } catch {
            throw locate(error, span)
        }
    }

    private func write(_ value: TemplateValue) throws(Fault) {
        switch value {
        case .safe(let text): output.append(contentsOf: text.utf8)
        case .string(let text):
            if here.escapes { MarkupText.append(text, to: &output) } else { output.append(contentsOf: text.utf8) }
        case .int(let number): append(number)
        case .double(let number): output.append(contentsOf: PythonFloat.representation(number).utf8)
        default:
            let text = try ValueText.string(value, limit: limits.outputBytes)
            if here.escapes, !value.isSafe {
                MarkupText.append(text, to: &output)
            } else {
                output.append(contentsOf: text.utf8)
            }
        }
    }

    private func append(_ number: Int) {
        if number >= 0, number < 10 {
            output.append(UInt8(48 + number))
        } else {
            output.append(contentsOf: String(number).utf8)
        }
    }

    private func run(_ node: IfNode) throws(Fault) -> Flow {
        for branch in node.branches where try isTrue(branch.test) { return try run(branch.body) }
        return try run(node.otherwise)
    }

    /// The truth of an expression.
    func isTrue(_ expression: Expression) throws(Fault) -> Bool {
        let value = try evaluate(expression)
        if case .bool(let value) = value { return value }
        do { return try isTrue(value) } catch { throw locate(error, expression.span) }
    }

    private func runWith(
        _ pairs: [(target: AssignTarget, value: Expression)], _ body: [Statement]
    ) throws(Fault) -> Flow {
        var values = [TemplateValue]()
        for pair in pairs { values.append(try evaluate(pair.value)) }
        return try inScope { () throws(Fault) in
            for (pair, value) in zip(pairs, values) { try assign(pair.target, value, isTag: false, pair.value.span) }
            return try run(body)
        }
    }

    private func runAutoescape(_ value: Expression, _ body: [Statement]) throws(Fault) -> Flow {
        let outer = (here.escapes, here.context.escapes)
        here.escapes = try isTrue(value)
        here.context.escapes = here.escapes
        let flow = try inScope { () throws(Fault) in try run(body) }
        (here.escapes, here.context.escapes) = outer
        return flow
    }

    private func runFilterBlock(_ filter: FilterNode, _ body: [Statement]) throws(Fault) -> Flow {
        var flow = Flow.normal
        try inScope { () throws(Fault) in
            let text = try capture { () throws(Fault) in flow = try run(body) }
            guard flow == .normal else { return }
            try printRaw(try evaluate(filter, on: .text(text, isSafe: here.escapes)), filter.span)
        }
        return flow
    }

    private func run(_ node: AssignBlockNode) throws(Fault) -> Flow {
        var flow = Flow.normal
        let outer = here.scope
        here.scope = Scope(parent: outer)
        let text = try capture { () throws(Fault) in flow = try run(node.body) }
        guard flow == .normal else {
            here.scope = outer
            return flow
        }
        let isSafe = here.context.escapes
        var value = TemplateValue.text(text, isSafe: isSafe)
        if let filter = node.filter {
            // Jinja hands the bare text of the block to the filter and marks what comes back.
            value = try evaluate(filter, on: value)
            if isSafe, !value.isSafe { value = .safe(try self.text(value)) }
        }
        here.scope = outer
        try assign(node.target, value, isTag: true, node.filter?.span ?? Span(start: 0, end: 0))
        return flow
    }
}
