/// An amount with its currency, as engines print it: `-1718.31 USD`.
struct Money: Equatable {
    var amount: Double
    var currency: String

    /// The money of a text; nil where it is none. Marks between thousands are `_` or `,`, a minus may be that of print.
    init?(_ text: some StringProtocol) {
        let parts = text.split { " '\"[]()\u{A0}".contains($0) }
        guard parts.count == 2 else { return nil }
        let digits = parts[0].filter { $0 != "_" && $0 != "," }.map { $0 == "\u{2212}" ? "-" : String($0) }.joined()
        guard let amount = Double(digits), amount.isFinite, !parts[1].isEmpty,
            parts[1].allSatisfy({ $0.isLetter || $0.isNumber })
        else { return nil }
        self.amount = amount
        currency = String(parts[1])
    }

    /// The amounts of a Python list of prints, `['2.14 USD', '0.5 EUR']`; nil where one of them is none.
    static func list(_ text: String) -> [Money]? {
        var list = [Money]()
        for part in text.split(separator: ",") where part.contains(where: { !" []'\"".contains($0) }) {
            guard let money = Money(part) else { return nil }
            list.append(money)
        }
        return list
    }
}
