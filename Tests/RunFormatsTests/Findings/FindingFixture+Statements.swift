import RunModel

@testable import RunFormats

extension FindingFixture {
    private static let deposit = "2024.01.01 00:00:00|1||balance|||||0.00|0.00|1 000.00|1 000.00|"
    private static let entry = "2024.01.02 10:00:00|2|EURUSD|buy|in|0.10|1.10000|2|0.00|0.00|0.00|1 000.00|"
    private static let exit = "2024.01.03 10:00:00|3|EURUSD|sell|out|0.10|1.11000|3|0.00|0.00|100.00|1 100.00|"

    private static func test(_ code: FindingCode, _ deals: [String]) -> FindingFixture {
        FindingFixture(code, .isRead, ["report.html": MetaTraderPage.five(deals)], name: "report.html")
    }

    /// Reports of terminals and brokers.
    static let statements: [FindingFixture] = [
        test(.openedElsewhere, [deposit, exit]),
        test(.bookingContradicted, [deposit, entry, exit.replacing("1 100.00", with: "1 200.00")]),
        FindingFixture(
            .paymentsUnknown, .isRead,
            [
                "nav.csv":
                    "\"ClientAccountID\",\"ReportDate\",\"Total\"\n\"U1\",\"20240102\",\"100\"\n\"U1\",\"20240103\",\"101\"\n"
            ],
            name: "nav.csv"),
    ]
}
