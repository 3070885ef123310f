import RunModel

/// The sections of a Flex query that a run is made of.
enum FlexSection: Hashable, CaseIterable {
    case account, netAssetValue, change, trades, cash, transfers, positions

    /// By the element that an XML file has for each row.
    init?(element: String) {
        switch element {
        case "AccountInformation": self = .account
        case "EquitySummaryByReportDateInBase": self = .netAssetValue
        case "ChangeInNAV": self = .change
        case "Trade": self = .trades
        case "CashTransaction": self = .cash
        case "Transfer": self = .transfers
        case "OpenPosition": self = .positions
        default: return nil
        }
    }

    /// By the code that a CSV file has for it.
    init?(code: String) {
        switch code {
        case "ACCT": self = .account
        case "EQUT": self = .netAssetValue
        case "CNAV": self = .change
        case "TRNT": self = .trades
        case "CTRN": self = .cash
        case "TRFR": self = .transfers
        case "POST": self = .positions
        default: return nil
        }
    }

    /// By the names in the header of a CSV file without codes; nil where they are those of no section.
    init?(header names: some Sequence<String>) {
        let names = Set(names.map(FlexRecord.key))
        func has(_ keys: String...) -> Bool { keys.allSatisfy(names.contains) }
        if has("startingvalue", "endingvalue") {
            self = .change
        } else if has("reportdate", "total"), !names.contains("symbol") {
            self = .netAssetValue
        } else if has("tradeprice", "quantity") {
            self = .trades
        } else if has("amount", "type"), !names.contains("tradeprice") {
            self = .cash
        } else if has("direction"), names.contains("cashtransfer") || names.contains("positionamountinbase") {
            self = .transfers
        } else if has("markprice") || has("positionvalue") {
            self = .positions
        } else {
            return nil
        }
    }
}

/// One row of a section: texts by the names of XML and CSV, which differ in case and marks.
struct FlexRecord {
    private var texts: [String: String]
    /// 1-based line of the file; 0 where it is not known.
    var line: Int

    /// Keeps what a run is made of: a row of trades has eighty fields.
    init(_ fields: some Sequence<(name: String, value: String)>, line: Int) {
        texts = [:]
        self.line = line
        for (name, value) in fields where !value.isEmpty {
            let key = Self.key(name)
            if Self.kept.contains(key) { texts[key] = value }
        }
    }

    /// The text of a field; nil where it is empty.
    subscript(_ key: String) -> String? { texts[key] }

    /// A number; 0 where the field is empty, NaN where it holds something else.
    func number(_ key: String) -> Double {
        guard let text = texts[key] else { return 0 }
        return StatementNumber.value(text) ?? .nan
    }

    /// The rate that brings amounts of the row to the base currency; 1 where none is written.
    var rate: Double {
        let rate = number("fxratetobase")
        return rate > 0 ? rate : 1
    }

    /// `FifoPnlRealized` and `fifoPnlRealized`, `CurrencyPrimary` and `currency`, `Buy/Sell` and `buySell` are one.
    static func key(_ name: String) -> String {
        let letters = String(
            decoding: name.utf8.filter { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 &- 0x30 < 10 }, as: UTF8.self)
        let key = letters.lowercased()
        return aliases[key] ?? key
    }

    private static let aliases = [
        "clientaccountid": "accountid", "accountalias": "acctalias", "currencyprimary": "currency",
        "assetclass": "assetcategory", "depositwithdrawals": "depositswithdrawals", "position": "quantity",
        "ibcommissioncurrency": "commissioncurrency", "datetime": "datetime", "tradeid": "tradeid",
    ]

    private static let kept: Set<String> = [
        "accountid", "acctalias", "currency", "reportdate", "total", "cash", "fromdate", "todate", "startingvalue",
        "endingvalue", "depositswithdrawals", "assettransfers", "internalcashtransfers", "twr", "symbol", "datetime",
        "tradedate", "tradetime", "quantity", "tradeprice", "ibcommission", "fifopnlrealized", "fxratetobase",
        "multiplier",
        "assetcategory", "levelofdetail", "buysell", "taxes", "opencloseindicator", "tradeid", "iborderid", "cost",
        "opendatetime",
        "amount", "type", "date", "direction", "cashtransfer", "positionamountinbase", "markprice", "costbasisprice",
        "fifopnlunrealized", "settledate", "model", "notes", "transactiontype", "description", "strike", "expiry",
        "putcall",
    ]
}

/// What a file says of one account.
struct FlexAccount {
    let number: String
    var rows = [FlexSection: [FlexRecord]]()
    /// Sections that the file has, with or without rows.
    var sections = Set<FlexSection>()

    subscript(section: FlexSection) -> [FlexRecord] { rows[section] ?? [] }
}

/// A file of a Flex query: its accounts in their order.
struct FlexDocument {
    private(set) var accounts = [FlexAccount]()
    private var places = [String: Int]()
    /// When the file was made, as written.
    var generated: String?
    /// The query's name.
    var query: String?

    mutating func add(_ record: FlexRecord, to section: FlexSection, of account: String) {
        let place = place(of: account)
        accounts[place].rows[section, default: []].append(record)
        accounts[place].sections.insert(section)
    }

    mutating func open(_ section: FlexSection, of account: String) {
        accounts[place(of: account)].sections.insert(section)
    }

    private mutating func place(of account: String) -> Int {
        if let place = places[account] { return place }
        places[account] = accounts.count
        accounts.append(FlexAccount(number: account))
        return accounts.count - 1
    }
}
