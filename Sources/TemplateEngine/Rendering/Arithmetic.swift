import Glibc

/// Arithmetic of numbers with Python's meaning: integers have up to 128 bits, `/` gives a float, `//` and `%` round
/// down.
enum Arithmetic {
    /// `left symbol right` for two numbers; nil if one of them is none.
    static func apply(
        _ symbol: BinaryNode.Operator, _ left: TemplateValue, _ right: TemplateValue
    ) throws(Fault) -> TemplateValue? {
        if let left = left.integerValue, let right = right.integerValue {
            return try apply(symbol, left, right)
        }
        if let left = Int128(left), let right = Int128(right) { return try apply(symbol, left, right) }
        guard let left = left.numberValue, let right = right.numberValue else { return nil }
        return try apply(symbol, left, right)
    }

    private static func apply(_ symbol: BinaryNode.Operator, _ left: Int, _ right: Int) throws(Fault) -> TemplateValue?
    {
        switch symbol {
        case .add:
            let (sum, overflow) = left.addingReportingOverflow(right)
            if !overflow { return .int(sum) }
        case .subtract:
            let (difference, overflow) = left.subtractingReportingOverflow(right)
            if !overflow { return .int(difference) }
        case .multiply:
            let (product, overflow) = left.multipliedReportingOverflow(by: right)
            if !overflow { return .int(product) }
        case .floorDivide where right != 0 && right != -1:
            let quotient = left / right
            return .int(left % right != 0 && (left < 0) != (right < 0) ? quotient - 1 : quotient)
        case .modulo where right != 0 && right != -1:
            let rest = left % right
            return .int(rest != 0 && (rest < 0) != (right < 0) ? rest + right : rest)
        default: break
        }
        return try apply(symbol, Int128(left), Int128(right))
    }

    private static func apply(
        _ symbol: BinaryNode.Operator, _ left: Int128, _ right: Int128
    ) throws(Fault) -> TemplateValue? {
        switch symbol {
        case .add: return try value(left.addingReportingOverflow(right))
        case .subtract: return try value(left.subtractingReportingOverflow(right))
        case .multiply: return try value(left.multipliedReportingOverflow(by: right))
        case .divide:
            guard right != 0 else { throw Fault(.divisionByZero) }
            return .double(Double(left) / Double(right))
        case .floorDivide, .modulo:
            guard right != 0 else { throw Fault(.divisionByZero) }
            guard let parts = left.dividedDown(by: right) else {
                guard symbol == .modulo else { throw Fault(.integerTooLarge) }
                return .int(0)
            }
            return symbol == .modulo ? parts.remainder.value : parts.quotient.value
        case .power: return try power(left, right)
        default: return nil
        }
    }

    private static func power(_ base: Int128, _ exponent: Int128) throws(Fault) -> TemplateValue {
        if exponent < 0 { return try power(Double(base), Double(exponent)) }
        guard let result = base.raised(to: exponent) else { throw Fault(.integerTooLarge) }
        return result.value
    }

    private static func value(_ result: (partialValue: Int128, overflow: Bool)) throws(Fault) -> TemplateValue {
        guard !result.overflow else { throw Fault(.integerTooLarge) }
        return result.partialValue.value
    }

    private static func apply(_ symbol: BinaryNode.Operator, _ left: Double, _ right: Double) throws(Fault)
        -> TemplateValue?
    {
        switch symbol {
        case .add: return .double(left + right)
        case .subtract: return .double(left - right)
        case .multiply: return .double(left * right)
        case .divide:
            guard right != 0 else { throw Fault(.divisionByZero) }
            return .double(left / right)
        case .floorDivide:
            guard right != 0 else { throw Fault(.divisionByZero) }
            return .double(floorDivide(left, right))
        case .modulo:
            guard right != 0 else { throw Fault(.divisionByZero) }
            return .double(modulo(left, right))
        case .power: return try power(left, right)
        default: return nil
        }
    }

    /// CPython's `float_floor_div`.
    private static func floorDivide(_ left: Double, _ right: Double) -> Double {
        let quotient = (left - modulo(left, right)) / right
        guard quotient != 0 else { return Double(signOf: left / right, magnitudeOf: 0) }
        let floor = quotient.rounded(.down)
        return quotient - floor > 0.5 ? floor + 1 : floor
    }

    private static func modulo(_ left: Double, _ right: Double) -> Double {
        let rest = left.truncatingRemainder(dividingBy: right)
        if rest == 0 { return Double(signOf: right, magnitudeOf: 0) }
        return (rest < 0) != (right < 0) ? rest + right : rest
    }

    private static func power(_ base: Double, _ exponent: Double) throws(Fault) -> TemplateValue {
        if base == 0, exponent < 0 { throw Fault(.divisionByZero) }
        if base < 0, base.isFinite, exponent.isFinite, exponent != exponent.rounded() { throw Fault(.complexPower) }
        let result = pow(base, exponent)
        if result.isInfinite, base.isFinite, exponent.isFinite { throw Fault(.numberTooLarge) }
        return .double(result)
    }

    /// `-value`.
    static func negative(_ value: TemplateValue) throws(Fault) -> TemplateValue {
        if case .double(let number) = value { return .double(-number) }
        guard let number = Int128(value) else { throw operand("-", value) }
        return try self.value(Int128(0).subtractingReportingOverflow(number))
    }

    /// `+value`.
    static func positive(_ value: TemplateValue) throws(Fault) -> TemplateValue {
        if case .double = value { return value }
        guard let number = Int128(value) else { throw operand("+", value) }
        return number.value
    }

    private static func operand(_ symbol: String, _ value: TemplateValue) -> Fault {
        if case .undefined(let undefined) = value { return Fault(.undefined(undefined)) }
        return Fault(.operand(symbol, value.typeName))
    }
}
