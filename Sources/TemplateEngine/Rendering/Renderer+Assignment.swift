extension Renderer {
    /// Gives a target its value in the current scope; a `set` at the top of a template is seen by importers.
    func assign(_ target: AssignTarget, _ value: TemplateValue, isTag: Bool, _ span: Span) throws(Fault) {
        switch target {
        case .name(let name):
            here.scope.set(name, value)
            // `loop`, `self` and macros hold scopes, perhaps this one.
            if case .builtin = value { noteCycle(here.scope) }
            if isTag, here.scope === here.context.top { here.scope.export(name, true) }
        case .member(let node, let member): try assign(member, of: node, value)
        case .tuple(let targets, let targetSpan):
            let values: [TemplateValue]
            do { values = try elements(value) } catch { throw locate(error, span) }
            guard values.count == targets.count else {
                throw locate(Fault(.unpack(expected: targets.count, found: values.count)), targetSpan)
            }
            for (target, value) in zip(targets, values) { try assign(target, value, isTag: isTag, span) }
        }
    }

    private func assign(_ member: String, of node: NameNode, _ value: TemplateValue) throws(Fault) {
        let owner = try evaluate(.name(node))
        guard case .builtin(let builtin) = owner, let namespace = builtin as? NamespaceValue else {
            if case .undefined(let undefined) = owner { throw locate(Fault(.undefined(undefined)), node.span) }
            throw locate(Fault(.notANamespace(node.name.text)), node.span)
        }
        namespace.members.fill(member, value)
        do { try noteCycle(owner, holding: value) } catch { throw locate(error, node.span) }
    }
}
