/// Variables of one place of a template, and the scope around it.
///
/// Scopes are found through a chain as Jinja's contexts and frames are: loops, `with`, macros and blocks open new
/// ones. Names are compared by number; scopes are small, so a scan is faster than hashing.
final class Scope {
    private(set) var ids: [Int] = []
    private var values: [TemplateValue] = []
    let parent: Scope?
    /// The host's variables, at the end of the chain only.
    let host: HostVariables?
    /// The names that importers of the template see, in order; kept by a template's top scope only.
    private(set) var exports: [Identifier] = []

    init(parent: Scope) {
        self.parent = parent
        host = nil
    }

    init(host: HostVariables) {
        parent = nil
        self.host = host
    }

    /// The value of a name here or further out.
    func value(_ name: Identifier) -> TemplateValue? {
        var scope = self
        while true {
            for (index, id) in scope.ids.enumerated() where id == name.id { return scope.values[index] }
            guard let next = scope.parent else { return scope.hostValue(name) }
            scope = next
        }
    }

    /// The host's value, which is kept so that the host is asked only once.
    private func hostValue(_ name: Identifier) -> TemplateValue? {
        guard let value = host?.value(name.text) else { return nil }
        set(name, value)
        return value
    }

    /// Gives a name a value here.
    func set(_ name: Identifier, _ value: TemplateValue) {
        if let index = ids.firstIndex(of: name.id) {
            values[index] = value
        } else {
            ids.append(name.id)
            values.append(value)
        }
    }

    /// Gives a name another value in the scope in which it is found.
    func replace(_ name: Identifier, _ value: TemplateValue) {
        var scope = self
        while !scope.ids.contains(name.id), let next = scope.parent { scope = next }
        scope.set(name, value)
    }

    /// Makes a name visible to importers, or hides it again.
    func export(_ name: Identifier, _ isVisible: Bool) {
        exports.removeAll { $0.id == name.id }
        if isVisible, !name.text.hasPrefix("_") { exports.append(name) }
    }

    /// Forgets all variables, for the next pass of a loop or at the end.
    func clear() {
        ids.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
    }
}

/// The variables that the host gives: the context, then the globals.
final class HostVariables {
    private let context: TemplateValue
    private let globals: TemplateMapping

    init(_ context: TemplateValue, globals: TemplateMapping) {
        self.context = context
        self.globals = globals
    }

    func value(_ name: String) -> TemplateValue? {
        let own: TemplateValue? =
            switch context {
            case .mapping(let mapping): mapping.value(name)
            case .object(let object): object.member(name)
            default: nil
            }
        return own ?? globals.value(name)
    }

    /// What error messages list as known.
    var names: [String] { context.memberNames }
    /// Names of the engine's and the host's functions.
    var globalNames: [String] { globals.names }
}
