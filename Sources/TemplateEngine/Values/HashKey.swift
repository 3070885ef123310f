/// A dictionary key as Python compares it: `1`, `1.0` and `True` are one key.
enum HashKey: Hashable {
    case none
    case int(Int)
    case big(Int128)
    case double(Double)
    case string(String)
    case tuple([HashKey])
    /// Objects are keys by identity.
    case identity(ObjectIdentifier)

    /// Nil for values that cannot be keys: lists, dictionaries, undefined.
    init?(_ value: TemplateValue) {
        var parts = 0
        self.init(value, &parts)
    }

    /// `parts` counts the scalars met: tuples that share their elements can hold more of them than memory does.
    private init?(_ value: TemplateValue, _ parts: inout Int) {
        parts += 1
        if parts > TemplateLimits.keyParts { return nil }
        switch value {
        case .undefined, .mapping: return nil
        case .none: self = .none
        case .bool(let value): self = .int(value ? 1 : 0)
        case .int(let value): self = .int(value)
        case .wideInteger(let value): self = .big(value)
        case .double(let value): self = Int(exactly: value).map(HashKey.int) ?? .double(value)
        case .string(let text), .safe(let text): self = .string(text)
        case .sequence(let sequence):
            guard sequence.kind != .list, sequence.nesting < TemplateLimits.valueNesting else { return nil }
            var keys = [HashKey]()
            for item in sequence.items {
                guard let key = HashKey(item, &parts) else { return nil }
                keys.append(key)
            }
            self = .tuple(keys)
        case .object(let object): self = .identity(ObjectIdentifier(object))
        case .function(let function): self = .identity(ObjectIdentifier(function))
        case .builtin(let builtin): self = .identity(ObjectIdentifier(builtin))
        }
    }
}
