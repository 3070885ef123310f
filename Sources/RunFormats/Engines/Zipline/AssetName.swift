import Containers

/// How zipline writes an asset: `Equity(0 [AAPL])`, or its number alone.
struct AssetName: Hashable {
    /// As written.
    let text: String
    /// `AAPL`; nil where only a number is there.
    let symbol: String?
    /// Whether it is a contract that is settled every day, so that it has no value in the account.
    let isFuture: Bool

    init(_ text: String) {
        self.text = text
        guard text.utf8.count < 200, text.contains("("), case .call(let call)? = try? PythonLiteralReader.parse(text)
        else {
            (symbol, isFuture) = (nil, false)
            return
        }
        symbol = call.arguments.count > 1 ? call.arguments[1].text.flatMap { $0.isEmpty ? nil : $0 } : nil
        isFuture = call.lastName == "Future" || call.lastName == "ContinuousFuture"
    }

    /// The asset of a value in a cell; nil where it is none.
    init?(_ value: PythonValue) {
        switch value {
        case .string(let text), .object(let text): self.init(text)
        case .integer(let number): self.init(String(number))
        case .call(let call):
            guard let number = call.arguments.first else { return nil }
            let shown = if case .integer(let whole) = number { String(whole) } else { number.text ?? "" }
            let label = call.arguments.dropFirst().first?.text.map { " [" + $0 + "]" } ?? ""
            self.init(call.name + "(" + shown + label + ")")
        default: return nil
        }
    }
}

/// What assets are called in a report: by their symbols, as long as no two share one.
struct AssetNames {
    private let names: [String: String]

    init(_ texts: some Sequence<String>) {
        var known = [String: Set<String>]()
        var assets = [AssetName]()
        for asset in Set(texts).map(AssetName.init) {
            assets.append(asset)
            if let symbol = asset.symbol { known[symbol, default: []].insert(asset.text) }
        }
        var names = [String: String]()
        for asset in assets {
            guard let symbol = asset.symbol, known[symbol]?.count == 1 else { continue }
            names[asset.text] = symbol
        }
        self.names = names
    }

    /// The name of an asset as a file writes it.
    subscript(text: String) -> String { names[text] ?? text }
}
