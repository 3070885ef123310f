extension Renderer {
    func evaluate(_ node: CallNode) throws(Fault) -> TemplateValue { try evaluate(node, caller: nil) }

    /// A call, with the body of a `call` tag as `caller`.
    private func evaluate(_ node: CallNode, caller: TemplateValue?) throws(Fault) -> TemplateValue {
        if case .member(let member) = node.callee { return try callMember(node, member, caller) }
        let callee = try evaluate(node.callee)
        let arguments = try self.arguments(node.arguments, caller)
        do { return try call(callee, arguments) } catch { throw located(error, node, callee) }
    }

    /// Calls a member without making a value of it first.
    private func callMember(
        _ node: CallNode, _ member: MemberNode, _ caller: TemplateValue?
    ) throws(Fault) -> TemplateValue {
        var base = try evaluate(member.base)
        if let method = base.methods[member.name] {
            if method.changesOwner { base = ownedCopy(base, member.base) }
            let arguments = try self.arguments(node.arguments, caller)
            do { return try method.apply(base, arguments, self) } catch { throw locate(error, node.span) }
        }
        let callee: TemplateValue
        do {
            callee =
                try self.member(of: base, member.name) ?? missing(member.name, of: base, member.base.span, member.span)
        } catch {
            throw locate(error, member.base.span)
        }
        let arguments = try self.arguments(node.arguments, caller)
        do { return try call(callee, arguments) } catch { throw located(error, node, callee) }
    }

    /// A list or dictionary of the host is copied into the variable that holds it before a template changes it.
    private func ownedCopy(_ base: TemplateValue, _ expression: Expression) -> TemplateValue {
        guard case .name(let node) = expression else { return base }
        let copy: TemplateValue
        switch base {
        case .sequence(let sequence) where sequence.isFrozen && sequence.kind == .list: copy = .newList(sequence.items)
        case .mapping(let mapping) where mapping.isFrozen: copy = .mapping(mapping.copy())
        default: return base
        }
        here.scope.replace(node.name, copy)
        return copy
    }

    /// A fault of a call: within the arguments or the callee's name it is pointed at there already.
    private func located(_ fault: Fault, _ node: CallNode, _ callee: TemplateValue) -> Fault {
        if case .undefined = callee { return locate(fault, node.callee.span) }
        guard fault.place != nil, case .builtin(let builtin) = callee, let name = builtin.traceName else {
            return locate(fault, node.span)
        }
        return fault.passing(Trail(relation: .called(name), place: Place(source: here.unit.source, span: node.span)))
    }

    /// Calls a value.
    func call(_ callee: TemplateValue, _ arguments: Arguments) throws(Fault) -> TemplateValue {
        switch callee {
        case .undefined(let undefined): throw Fault(.undefined(undefined))
        case .builtin(let builtin): return try builtin.call(arguments, self)
        case .function(let function):
            let slots = try arguments.bind(function.name, function.parameters)
            do { return try function.body(slots) } catch { throw Fault(.function(function.name, error)) }
        default: throw Fault(.notCallable(callee.typeName))
        }
    }

    /// The values of the arguments as written.
    func arguments(_ list: ArgumentList, _ caller: TemplateValue? = nil) throws(Fault) -> Arguments {
        var arguments = Arguments()
        if !list.positional.isEmpty {
            arguments.positional.reserveCapacity(list.positional.count)
            for expression in list.positional { arguments.positional.append(try evaluate(expression)) }
        }
        for keyword in list.keywords {
            arguments.keywords.append(NamedValue(name: keyword.name, value: try evaluate(keyword.value)))
        }
        if let spread = list.spread {
            let value = try evaluate(spread)
            do { arguments.positional += try elements(value) } catch { throw locate(error, spread.span) }
        }
        if let spread = list.keywordSpread { try add(spread, to: &arguments) }
        if let caller { arguments.keywords.append(NamedValue(name: "caller", value: caller)) }
        return arguments
    }

    private func add(_ spread: Expression, to arguments: inout Arguments) throws(Fault) {
        let value = try evaluate(spread)
        guard case .mapping(let mapping) = value else {
            if case .undefined(let undefined) = value { throw locate(Fault(.undefined(undefined)), spread.span) }
            throw locate(Fault(.operand("**", value.typeName)), spread.span)
        }
        for (key, value) in zip(mapping.keys, mapping.values) {
            guard let name = key.stringValue else { throw locate(Fault(.notAKey(key.typeName)), spread.span) }
            arguments.keywords.append(NamedValue(name: name, value: value))
        }
    }

    // MARK: Filters and tests

    func evaluateFilter(_ node: FilterNode) throws(Fault) -> TemplateValue {
        guard let operand = node.operand else { return .none }
        return try apply(node, try evaluate(operand))
    }

    /// A chain of filters applied to the text of a tag.
    func evaluate(_ node: FilterNode, on text: TemplateValue) throws(Fault) -> TemplateValue {
        guard case .filter(let inner) = node.operand else { return try apply(node, text) }
        return try apply(node, try evaluate(inner, on: text))
    }

    private func apply(_ node: FilterNode, _ value: TemplateValue) throws(Fault) -> TemplateValue {
        guard let definition = node.definition else {
            throw locate(Fault(.unknownFilter(node.name, nearest: nil)), node.nameSpan)
        }
        let arguments = node.arguments.isEmpty ? Arguments() : try self.arguments(node.arguments)
        do { return try definition.apply(value, arguments, self) } catch { throw locate(error, node.span) }
    }

    func evaluate(_ node: TestNode) throws(Fault) -> TemplateValue {
        guard let definition = node.definition else {
            throw locate(Fault(.unknownTest(node.name, nearest: nil)), node.span)
        }
        let value = try evaluate(node.operand)
        let arguments = node.arguments.isEmpty ? Arguments() : try self.arguments(node.arguments)
        do { return try definition.apply(value, arguments, self) } catch { throw locate(error, node.span) }
    }

    // MARK: Macros

    func define(_ node: MacroNode) {
        let scope = here.scope
        scope.set(node.name, .builtin(MacroValue(node, here)))
        if scope === here.context.top { scope.export(node.name, true) }
        noteCycle(scope)
    }

    func run(_ node: CallBlockNode) throws(Fault) {
        let caller = TemplateValue.builtin(MacroValue(node.caller, here))
        try printRaw(try evaluate(node.call, caller: caller), node.call.span)
    }
}
