import NativeCodecs
import RunModel

/// Reads a Flex query as XML: a statement for each account and period, with an element for each row.
enum FlexXML {
    /// Whether a file begins as one.
    static func isFlex(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(2048), as: UTF8.self)
        return head.contains("<FlexQueryResponse") || head.contains("<FlexStatements")
    }

    /// Containers of sections whose rows may be missing altogether.
    private static let containers: [String: FlexSection] = [
        "EquitySummaryInBase": .netAssetValue, "Trades": .trades, "CashTransactions": .cash, "Transfers": .transfers,
        "OpenPositions": .positions,
    ]

    /// The accounts of a file; of a part of it where that is all there is.
    ///
    /// - Parameter accountsOnly: Rows are left out.
    static func read(_ bytes: [UInt8], accountsOnly: Bool = false) throws(XMLEvents.Failure) -> FlexDocument {
        var document = FlexDocument()
        var account = ""
        try XMLEvents.read(bytes) { event in
            guard case .start(let name, let attributes) = event else { return true }
            if name == "FlexQueryResponse" { document.query = attributes.first { $0.name == "queryName" }?.value }
            if name == "FlexStatement" {
                account = attributes.first { $0.name == "accountId" }?.value ?? ""
                document.generated = attributes.first { $0.name == "whenGenerated" }?.value ?? document.generated
            }
            if let section = containers[name] { document.open(section, of: account) }
            guard let section = FlexSection(element: name) else { return true }
            if accountsOnly {
                document.open(section, of: attributes.first { $0.name == "accountId" }?.value ?? account)
                return true
            }
            let record = FlexRecord(attributes, line: 0)
            // A consolidated statement has rows of several accounts.
            document.add(record, to: section, of: record["accountid"] ?? account)
            return true
        }
        return document
    }
}
