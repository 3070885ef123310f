import RunModel

extension FindingCode {
    /// What is true of all findings of a kind.
    public struct Declaration: Sendable {
        /// How bad it is. ``FindingCode/benchmarkUnmatched`` is a note where few moments have no partner.
        public let severity: Finding.Severity
        /// Which of the four layers of validation finds it.
        public let layer: Finding.Layer
        /// When a run has it, as the end of a sentence: `a table ends within a line`.
        public let when: String

        fileprivate init(_ severity: Finding.Severity, _ layer: Finding.Layer, _ when: String) {
            (self.severity, self.layer, self.when) = (severity, layer, when)
        }
    }

    /// How bad it is, where it belongs, and when a run has it.
    public var declaration: Declaration {
        switch self {
        case .missingPath: Declaration(.error, .schema, "a path that the user named does not exist")
        case .notInLibrary:
            Declaration(
                .error, .schema,
                "a benchmark, rate or factors that an option names are neither a file nor in the library")
        case .twiceInLibrary:
            Declaration(.warning, .schema, "a library has several files of the name that is looked for")
        case .unreadable: Declaration(.error, .schema, "a file or folder cannot be opened or read")
        case .openLastLine: Declaration(.warning, .schema, "a table ends within a line")
        case .changedWhileRead:
            Declaration(
                .warning, .schema,
                "the size or the time of a file changed between the beginning and the end of reading it")
        case .notAPlainFile:
            Declaration(.warning, .schema, "a folder, a pipe or a broken link has the name of a part of a run folder")
        case .outsideRunFolder: Declaration(.error, .schema, "a link in a run folder leads out of it")
        case .emptyFile: Declaration(.error, .schema, "a file holds nothing but blanks")
        case .noRows: Declaration(.error, .schema, "a table has a header only")
        case .notText: Declaration(.error, .schema, "a table holds zero bytes")
        case .otherContainer:
            Declaration(.error, .schema, "a file is HTML, JSON or a zip archive where a table is read")
        case .badContainer:
            Declaration(
                .error, .schema,
                "a Parquet, Arrow, XLSX or zip file is damaged, encrypted, too large or of an unknown kind")
        case .columnNotRead:
            Declaration(
                .warning, .schema, "a column of a Parquet or Arrow file holds lists or structures, and is left out")
        case .pickle: Declaration(.error, .schema, "a file is a Python pickle")
        case .fileTooLarge: Declaration(.error, .schema, "a file is larger than is read")
        case .damagedGzip: Declaration(.error, .schema, "the contents of a gzip file do not expand")
        case .truncatedGzip: Declaration(.error, .schema, "a gzip file ends before its contents do")
        case .gzipTooLarge: Declaration(.error, .schema, "a gzip file expands to more than is read")
        case .openQuote: Declaration(.error, .schema, "a quoted cell does not end")
        case .textAfterQuote: Declaration(.error, .schema, "text follows a closing quote")
        case .raggedRow: Declaration(.error, .schema, "a row has more or fewer cells than the header")
        case .tooManyColumns: Declaration(.error, .schema, "a table has more columns than are read")
        case .badJSON: Declaration(.error, .schema, "a file is not JSON, or not the object that it must be")
        case .noSeries: Declaration(.error, .schema, "a run folder has neither equity nor returns")
        case .unknownFormat: Declaration(.error, .schema, "nothing in a folder or file is a known format")
        case .severalRuns: Declaration(.error, .schema, "a path holds several runs where one is wanted")
        case .unknownRun: Declaration(.error, .schema, "a path holds no run of the key behind `#`")
        case .partTwice: Declaration(.warning, .schema, "a part of a run folder is there as CSV and as compressed CSV")
        case .notUsed: Declaration(.note, .schema, "a run folder has a part that this version does not read")
        case .tradesOnly: Declaration(.error, .schema, "a bare file holds trades")
        case .notASeries: Declaration(.error, .schema, "a bare file is no table of returns or equity, or one of orders")
        case .noTimestampColumn: Declaration(.error, .schema, "no column holds dates")
        case .notReturns:
            Declaration(
                .error, .schema, "a column by its name can be fractions or percents, or is neither returns nor equity")
        case .paymentsInEquity: Declaration(.error, .relations, "a column of payments beside equity is not all zero")
        case .percentsLookLikeFractions:
            Declaration(.warning, .outliers, "returns named percents are as small as fractions are")
        case .noValueColumn: Declaration(.error, .schema, "no column stands beside the dates")
        case .noReturnsColumn: Declaration(.error, .schema, "a file of returns has no column of that name")
        case .noEquityColumn: Declaration(.error, .schema, "a file of equity has no column of that name")
        case .ambiguousContent: Declaration(.error, .schema, "no name says whether a column holds returns or equity")
        case .contentConflict:
            Declaration(.error, .schema, "`--returns` or `--equity` contradicts the name of the column")
        case .noHeader: Declaration(.error, .schema, "the first row of a table is data")
        case .duplicateColumn: Declaration(.error, .schema, "two columns have the name that is needed")
        case .missingColumn: Declaration(.error, .schema, "the column that an option names is not there")
        case .noRateColumn: Declaration(.error, .schema, "a file of risk-free rates has no column of rates")
        case .mappingWithoutFile:
            Declaration(.error, .schema, "`--map` gives a part of a folder's run without the name of its file")
        case .missingOrderColumns: Declaration(.error, .schema, "a table of orders lacks columns that make an order")
        case .noMarginColumn: Declaration(.error, .schema, "a table of margin has no column of it")
        case .missingFillColumns: Declaration(.error, .schema, "a table of fills lacks columns that make a fill")
        case .missingEventColumns: Declaration(.error, .schema, "`--events` names a table without name, from and to")
        case .invertedEvent: Declaration(.error, .schema, "a period of `--events` ends before it begins")
        case .noRegimeColumn: Declaration(.error, .schema, "a table of regimes has no column of labels")
        case .missingPriceColumns: Declaration(.error, .schema, "a table of prices has no closes")
        case .badBars: Declaration(.warning, .relations, "a bar's high is below or its low is above its other prices")
        case .negativeVolume: Declaration(.warning, .relations, "a volume is below 0")
        case .repeatedBars: Declaration(.warning, .time, "a symbol has two bars at one moment")
        case .unpricedSymbols: Declaration(.note, .relations, "prices lack a symbol that was traded or held")
        case .priceSpikes: Declaration(.warning, .outliers, "a price moves far more than is usual for its symbol")
        case .volumeSpikes: Declaration(.note, .outliers, "a volume is many times what is usual for its symbol")
        case .badScenarios:
            Declaration(.error, .schema, "`--scenarios` names a file that holds something else than scenarios")
        case .unknownShocks: Declaration(.warning, .relations, "a scenario shocks what the run does not have")
        case .badLimits: Declaration(.error, .schema, "`--limits` names a file that holds something else than limits")
        case .missingWeightColumns:
            Declaration(.error, .schema, "a table of a benchmark's weights lacks columns that make a segment")
        case .missingTradeColumns: Declaration(.error, .schema, "a table of trades lacks columns that make a trade")
        case .unknownField: Declaration(.warning, .schema, "`run.json` has a field that is not known")
        case .wrongType: Declaration(.error, .schema, "a field of `run.json` is of another type")
        case .longText: Declaration(.warning, .schema, "a text of a run is longer than is shown")
        case .tooManyTexts: Declaration(.warning, .schema, "a list of a run has more entries than are shown")
        case .notPositive: Declaration(.error, .schema, "a field of `run.json` is 0 or less")
        case .outOfSampleOutside: Declaration(.warning, .relations, "`out_of_sample_start` does not divide the returns")
        case .badOption: Declaration(.error, .schema, "an option has a value that cannot be used")
        case .unknownCalendar: Declaration(.error, .schema, "a calendar is not known")
        case .unknownTimeZone: Declaration(.error, .schema, "a time zone is not known")
        case .emptyRange: Declaration(.error, .time, "no return lies between `--from` and `--to`")
        case .rateInPercent:
            Declaration(.error, .schema, "a risk-free rate is 0.5 or more and not written as a percent")
        case .notANumber:
            Declaration(.error, .schema, "a cell of a column of numbers is none, or is missing where one is needed")
        case .infinite: Declaration(.error, .schema, "a cell is infinite")
        case .moreBadCells: Declaration(.error, .schema, "more cells of a column are wrong than are listed")
        case .badTimestamp: Declaration(.error, .schema, "a cell of a column of dates is none, or is missing")
        case .badTime: Declaration(.error, .schema, "a cell of a column of times of day is none")
        case .ambiguousDate:
            Declaration(.error, .schema, "the day and the month of all dates of a column can be swapped")
        case .twoReadings:
            Declaration(.error, .schema, "a comma or point can be a decimal one or one between thousands")
        case .threeDecimals: Declaration(.note, .schema, "all numbers of a column of money have three decimals")
        case .mixedOffsets:
            Declaration(.error, .time, "some timestamps of a column have an offset from UTC and some have none")
        case .unsortedTimestamps: Declaration(.error, .time, "a timestamp stands after a later one")
        case .duplicateTimestamp: Declaration(.error, .time, "a timestamp comes twice")
        case .moreUnordered: Declaration(.error, .time, "more rows are out of order than are listed")
        case .nonpositiveEquity: Declaration(.error, .schema, "a run begins with an equity of 0 or less")
        case .totalLoss: Declaration(.error, .schema, "a return of a rate or benchmark is -1 or less")
        case .lossOrPercent:
            Declaration(.error, .outliers, "a return of -1 or less stands among returns as large as percents are")
        case .ruin: Declaration(.warning, .outliers, "equity falls to 0 or less, or a return is -1 or less")
        case .outOfRange: Declaration(.error, .schema, "returns or equity leave the range of numbers")
        case .moreBadValues: Declaration(.error, .schema, "more values of a series are wrong than are listed")
        case .tooFewRows: Declaration(.error, .schema, "a series has fewer than two values")
        case .missingValues: Declaration(.warning, .schema, "cells of a series are empty")
        case .capitalMismatch: Declaration(.warning, .relations, "the initial capital is far from the first equity")
        case .endValue: Declaration(.warning, .relations, "an engine's own end value is not the last equity")
        case .manyReturnSpikes:
            Declaration(.warning, .outliers, "more returns are far from the median than outliers would be")
        case .equityJump: Declaration(.warning, .outliers, "equity moves once by an amount that can be a payment")
        case .returnsLookLikePercents:
            Declaration(.warning, .outliers, "returns are so large that they can be percents")
        case .returnSpikes: Declaration(.warning, .outliers, "returns are far from the median")
        case .sparseObservations:
            Declaration(.warning, .time, "days without a value are so many that the account was not written daily")
        case .periodsFromData:
            Declaration(.note, .time, "a year has another number of observations than its kind of series has")
        case .calendarContradicted:
            Declaration(
                .warning, .time, "a declared calendar has another number of observations a year than the series")
        case .endOfBarTimestamps: Declaration(.note, .time, "daily timestamps are the midnights that end their days")
        case .midnightsEastward:
            Declaration(.note, .time, "daily timestamps are midnights of a zone east of Greenwich, written in UTC")
        case .firstOfMonthTimestamps: Declaration(.note, .time, "all timestamps are the first of a month")
        case .gaps: Declaration(.warning, .time, "moments are missing against the calendar")
        case .shortSessions: Declaration(.warning, .time, "days have fewer than half of their usual bars")
        case .futureTimestamps: Declaration(.warning, .time, "a timestamp lies in the future")
        case .benchmarkNoOverlap: Declaration(.error, .relations, "a benchmark and the run have no time in common")
        case .benchmarkUnmatched:
            Declaration(
                .warning, .relations,
                "moments of the run or the benchmark have no partner; a note where they are fewer than half of the run")
        case .benchmarkMissingReturns: Declaration(.note, .relations, "a return between two common moments is missing")
        case .benchmarkPart: Declaration(.warning, .relations, "a benchmark covers a part of the run")
        case .benchmarkTooShort:
            Declaration(.warning, .relations, "a benchmark and the run have fewer than two moments in common")
        case .benchmarkNotPositive: Declaration(.warning, .schema, "a benchmark has levels of 0 or less")
        case .benchmarkTotalLoss: Declaration(.warning, .schema, "a benchmark has a return of -1 or less")
        case .benchmarkLooksLikeLevels:
            Declaration(.error, .relations, "a benchmark's returns are as large as prices are")
        case .benchmarkAbsent: Declaration(.note, .relations, "a benchmark is named and has no data")
        case .benchmarkTooCoarse: Declaration(.warning, .relations, "a benchmark has longer periods than the run")
        case .benchmarkStandsStill:
            Declaration(.warning, .outliers, "a benchmark does not move for two weeks at an end of the run")
        case .benchmarkEmpty: Declaration(.warning, .schema, "a benchmark has fewer than two values")
        case .riskFreeCoverage: Declaration(.warning, .relations, "rates do not cover the whole run")
        case .noTrades: Declaration(.note, .schema, "a table of trades has no rows")
        case .zeroQuantity: Declaration(.error, .schema, "a trade has a size of 0")
        case .badSide: Declaration(.error, .schema, "a side is neither long nor short")
        case .sideAgainstSize: Declaration(.warning, .relations, "a long trade has a negative size")
        case .exitBeforeEntry: Declaration(.error, .relations, "a trade ends before it begins")
        case .tradesOutsideRun: Declaration(.warning, .relations, "trades begin before or end after the series")
        case .profitLooksGross: Declaration(.warning, .relations, "profits that are said to be net leave out the fees")
        case .excursionSigns: Declaration(.warning, .relations, "excursions have both signs")
        case .openTradesUnpriced: Declaration(.warning, .relations, "an open trade has neither a price nor a profit")
        case .unknownOrderStatus: Declaration(.error, .schema, "an order has a status that is none that is known")
        case .orderOverfilled: Declaration(.warning, .relations, "more was filled of an order than was ordered")
        case .orderEndsEarly: Declaration(.warning, .relations, "an order ends before it is sent")
        case .negativeMargin: Declaration(.error, .schema, "a margin is below 0")
        case .fillsOfUnknownOrders: Declaration(.warning, .relations, "fills name orders that are not among the orders")
        case .repeatedPosition: Declaration(.error, .schema, "a symbol has two rows at one moment")
        case .noPositions: Declaration(.note, .schema, "a table of positions has no rows")
        case .tradesSum: Declaration(.warning, .relations, "trades do not add up to the change of equity")
        case .tradesInTime:
            Declaration(.warning, .relations, "equity differs from what trades earned at a moment without a position")
        case .positionsSum: Declaration(.warning, .relations, "positions and cash do not add up to equity")
        case .positionValue:
            Declaration(.warning, .relations, "the value of a position is not its quantity times its price")
        case .positionsAndTrades: Declaration(.warning, .relations, "what is held differs from what trades hold")
        case .cashAndTrades: Declaration(.warning, .relations, "cash changes without a trade")
        case .returnsAndEquity: Declaration(.warning, .relations, "returns and equity of a run differ")
        case .profitContradictsPrices:
            Declaration(.warning, .relations, "a profit is not what side, prices, quantity, multiplier and fees give")
        case .feesMissing: Declaration(.warning, .relations, "a commission is stated and no trade has fees")
        case .tradeRepeated: Declaration(.warning, .relations, "a trade comes twice")
        case .tradeLeftOut: Declaration(.warning, .relations, "the numbers of trades have a gap")
        case .noTradesFile: Declaration(.note, .schema, "no trades lie beside a series of an engine")
        case .statisticsOnly:
            Declaration(.error, .schema, "a file holds the statistics of backtesting.py, bt or QuantStats alone")
        case .positionsWithoutCash:
            Declaration(
                .error, .schema, "a frame of zipline has the value of the positions and not that of the account")
        case .nestedCell:
            Declaration(.warning, .schema, "positions, orders or transactions of zipline are not as Python prints them")
        case .transactionValue:
            Declaration(.warning, .relations, "the value of a transaction is not its amount times its price")
        case .lateStart:
            Declaration(.note, .time, "the index of a strategy of bt begins at another number than 100")
        case .missingMember: Declaration(.error, .schema, "a result of an engine lacks a member that a report needs")
        case .tradesOfUnknownColumn:
            Declaration(.warning, .schema, "trades of vectorbt belong to a column without values")
        case .partOfResult: Declaration(.error, .schema, "a file is a part of an engine's result without its equity")
        case .capitalNeeded: Declaration(.error, .schema, "an engine's trades come without a balance")
        case .equityAtFillPrices:
            Declaration(.warning, .relations, "what a cash account holds is priced with its last fill")
        case .accountIsNoEquity:
            Declaration(.error, .relations, "a cash account comes without the fills that tell what it holds")
        case .severalCurrencies: Declaration(.error, .relations, "amounts of an account are in several currencies")
        case .otherCurrencies: Declaration(.warning, .relations, "balances in other currencies are left out")
        case .foreignProfits:
            Declaration(.warning, .relations, "profits in another currency cannot be added to the account's")
        case .noAccountValue: Declaration(.error, .schema, "a writer's file of backtrader has no value of the account")
        case .positionsIncomplete:
            Declaration(.warning, .relations, "positions of backtrader's PyFolio analyzer lack symbols that were held")
        case .tradesWithoutSize:
            Declaration(.warning, .schema, "a list of trades has neither their size nor their exit price")
        case .unreadableBooking:
            Declaration(.error, .schema, "a row of a report has something else than its column has")
        case .openedElsewhere:
            Declaration(.warning, .relations, "a report closes positions that it does not open")
        case .bookingContradicted:
            Declaration(.warning, .relations, "a balance or total of a report is not what its rows add up to")
        case .noCapital: Declaration(.error, .schema, "a list of trades says nothing of the money that was put in")
        case .incompleteStatement: Declaration(.error, .schema, "a report lacks a section that a run needs")
        case .paymentsUnknown:
            Declaration(.warning, .schema, "a statement does not say whether money was paid in or out")
        case .runFailed: Declaration(.warning, .schema, "an engine ended a run with an error")
        case .runUnfinished: Declaration(.warning, .schema, "a result was written while its run went on")
        case .noEquityRecorded: Declaration(.error, .schema, "a result of an engine has no value of the account")
        case .thinnedSeries: Declaration(.warning, .schema, "a summary with a thinned account is all there is of a run")
        case .tradesWithoutEquity:
            Declaration(.error, .schema, "a table of trades or orders of LEAN lies without its result")
        case .equityAtExits: Declaration(.warning, .schema, "equity was made of closed trades")
        case .foreignFees: Declaration(.warning, .relations, "fees are in another currency than the account's")
        }
    }
}
