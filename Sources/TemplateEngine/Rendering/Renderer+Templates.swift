extension Renderer {
    /// Runs the root of a template, and that of its parent if it extends one.
    func runRoot(_ unit: TemplateUnit) throws(Fault) {
        here.unit = unit
        here.escapes = unit.escapes
        here.scope = here.context.top
        here.blockBase = here.context.top
        here.parent = nil
        _ = try run(unit.body)
        guard let parent = here.parent else { return }
        let child = unit
        do {
            try call(here) { () throws(Fault) in try runRoot(parent) }
        } catch {
            guard let place = error.place, place.source !== child.source, let span = child.parent?.span else {
                throw error
            }
            throw error.passing(Trail(relation: .extended, place: Place(source: child.source, span: span)))
        }
    }

    func extend(_ template: Expression, _ span: Span) throws(Fault) {
        if here.parent != nil { throw locate(Fault(.extendedTwice), span) }
        let unit = try load(template, span)
        here.context.add(unit)
        here.parent = unit
    }

    /// The template that an expression names.
    private func load(_ template: Expression, _ span: Span) throws(Fault) -> TemplateUnit {
        let names = try templateNames(template)
        if let unit = try find(names, span) { return unit }
        throw locate(environment.notFound(names), template.span)
    }

    /// The first template of some names that exists; nil if none does.
    private func find(_ names: [String], _ span: Span) throws(Fault) -> TemplateUnit? {
        for name in names {
            try spend(TemplateLimits.callSteps)
            do {
                if let unit = try environment.unit(name, from: here.unit.source.name) { return unit }
            } catch {
                throw error.passing(Trail(relation: .included, place: Place(source: here.unit.source, span: span)))
            }
        }
        return nil
    }

    /// The names in the value of an expression: one, or a list to be tried in order.
    private func templateNames(_ template: Expression) throws(Fault) -> [String] {
        let value = try evaluate(template)
        if let name = value.stringValue { return [name] }
        guard case .sequence(let sequence) = value else {
            if case .undefined(let undefined) = value { throw locate(Fault(.undefined(undefined)), template.span) }
            throw locate(Fault(.operand("the name of a template", value.typeName)), template.span)
        }
        var names = [String]()
        for item in sequence.items.prefix(TemplateLimits.rangeLength) {
            if case .undefined(let undefined) = item { throw locate(Fault(.undefined(undefined)), template.span) }
            if let name = item.stringValue { names.append(name) }
        }
        return names
    }

    // MARK: Include and import

    func include(_ node: IncludeNode) throws(Fault) {
        let names = try templateNames(node.template)
        guard let unit = try find(names, node.span) else {
            if node.ignoresMissing { return }
            throw locate(environment.notFound(names), node.template.span)
        }
        guard node.withContext else {
            let text = try module(unit, node.span, .included).text
            try spend(TemplateLimits.callSteps)
            try spend(bytes: text.utf8.count)
            output.append(contentsOf: text.utf8)
            return try checkOutput()
        }
        try passing(.included, node.span) { () throws(Fault) in
            try run(unit, in: Context(parent: here.scope, escapes: unit.escapes))
        }
    }

    /// Runs a template with variables of its own.
    private func run(_ unit: TemplateUnit, in context: Context) throws(Fault) {
        context.add(unit)
        var position = here
        position.context = context
        try call(position) { () throws(Fault) in try runRoot(unit) }
    }

    private func passing(
        _ relation: Trail.Relation, _ span: Span, _ body: () throws(Fault) -> Void
    ) throws(Fault) {
        let place = Place(source: here.unit.source, span: span)
        do { try body() } catch { throw error.located(place).passing(Trail(relation: relation, place: place)) }
    }

    /// The names that a template defines without knowing ours; run once in a rendering.
    private func module(_ unit: TemplateUnit, _ span: Span, _ relation: Trail.Relation) throws(Fault) -> ModuleValue {
        if let module = modules[unit.source.name] { return module }
        let module = try makeModule(unit, parent: globals, span, relation)
        modules[unit.source.name] = module
        return module
    }

    private func makeModule(
        _ unit: TemplateUnit, parent: Scope, _ span: Span, _ relation: Trail.Relation
    ) throws(Fault) -> ModuleValue {
        let context = Context(parent: parent, escapes: unit.escapes)
        var text = ""
        try passing(relation, span) { () throws(Fault) in
            text = try capture { () throws(Fault) in try run(unit, in: context) }
        }
        var members = [(String, TemplateValue)]()
        for name in context.top.exports { members.append((name.text, context.top.value(name) ?? .none)) }
        return ModuleValue(unit.source.name, members, text: text)
    }

    func importNames(_ node: ImportNode) throws(Fault) {
        let unit = try load(node.template, node.span)
        let module =
            node.withContext
            ? try makeModule(unit, parent: here.scope, node.span, .imported) : try module(unit, node.span, .imported)
        let isTop = here.scope === here.context.top
        switch node.names {
        case .module(let name):
            here.scope.set(name, .builtin(module))
            if isTop { here.scope.export(name, false) }
        case .members(let members):
            for (name, alias, span) in members {
                here.scope.set(alias, module.value(name) ?? notExported(name, module, span))
                if isTop { here.scope.export(alias, false) }
            }
        }
    }

    private func notExported(_ name: String, _ module: ModuleValue, _ span: Span) -> TemplateValue {
        let origin = Undefined.Origin.notExported(name: name, template: module.name, exports: module.memberNames)
        return .undefined(Undefined(origin, at: Place(source: here.unit.source, span: span)))
    }

    // MARK: Blocks

    /// Runs a block where it stands, in its furthest child's definition.
    func place(_ node: BlockNode) throws(Fault) {
        if node.isTop, here.parent != nil { return }
        let definitions = here.context.definitions(node.name)
        if node.isRequired, definitions.count <= 1 { throw locate(Fault(.requiredBlock(node.name)), node.span) }
        let reference = BlockValue(node.name, here, base: node.isScoped ? here.scope : here.blockBase, index: 0)
        do { try reference.run(self) } catch { throw locate(error, node.span) }
    }
}
