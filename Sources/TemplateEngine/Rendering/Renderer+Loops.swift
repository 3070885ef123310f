extension Renderer {
    func run(_ node: ForNode) throws(Fault) -> Flow {
        let values = try evaluate(node.values)
        guard node.isRecursive else {
            try runLoop(node, values, depth: 0)
            return .normal
        }
        let text = try renderLoop(node, values, depth: 0)
        output.append(contentsOf: text.utf8)
        return .normal
    }

    /// The text of one level of a recursive loop.
    func renderLoop(_ node: ForNode, _ values: TemplateValue, depth: Int) throws(Fault) -> String {
        try capture { () throws(Fault) in try runLoop(node, values, depth: depth) }
    }

    private func runLoop(_ node: ForNode, _ values: TemplateValue, depth: Int) throws(Fault) {
        var items: [TemplateValue]
        do { items = try elements(values) } catch { throw locate(error, node.values.span) }
        if let test = node.test { items = try chosen(items, node, test) }
        let outer = here.scope
        let loop = node.usesLoop ? LoopValue(items, node, here, depth: depth) : nil
        let hasPassed = try runPasses(node, items, loop, outer)
        here.scope = outer
        if let otherwise = node.otherwise, !hasPassed {
            _ = try inScope { () throws(Fault) in try run(otherwise) }
        }
    }

    /// Runs the body for every item; true if one pass reached the end of the body, which is what Jinja's `else` asks.
    private func runPasses(
        _ node: ForNode, _ items: [TemplateValue], _ loop: LoopValue?, _ outer: Scope
    ) throws(Fault) -> Bool {
        var hasPassed = false
        var scope = Scope(parent: outer)
        for (index, item) in items.enumerated() {
            try spend()
            if isKnownUniquelyReferenced(&scope) { scope.clear() } else { scope = Scope(parent: outer) }
            here.scope = scope
            if let loop {
                loop.index = index
                scope.set(environment.loopName, .builtin(loop))
            }
            try assign(node.target, item, isTag: false, node.values.span)
            let flow = try run(node.body)
            here.scope = outer
            if flow == .normal { hasPassed = true }
            if flow == .brokeLoop { break }
        }
        return hasPassed
    }

    /// The items for which the loop's `if` is true; it sees the item but not `loop`.
    private func chosen(_ items: [TemplateValue], _ node: ForNode, _ test: Expression) throws(Fault) -> [TemplateValue]
    {
        try inScope { () throws(Fault) in
            var chosen = [TemplateValue]()
            for item in items {
                try spend()
                here.scope.clear()
                try assign(node.target, item, isTag: false, node.values.span)
                if try isTrue(test) { chosen.append(item) }
            }
            return chosen
        }
    }
}
