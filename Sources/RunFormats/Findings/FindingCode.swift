/// Every kind of finding that reading and checking a run may have; the raw value is its stable name for machines.
///
/// To add one: a case here, its line in ``declaration``, and a function that makes it in the `Finding+…` file of its
/// subject, or beside the reader of its engine. A test wants a run that has it.
public enum FindingCode: String, CaseIterable, Sendable {
    // MARK: Files and containers
    case missingPath = "missing_path"
    case unreadable
    case openLastLine = "open_last_line"
    case changedWhileRead = "changed_while_read"
    case notAPlainFile = "not_a_plain_file"
    case outsideRunFolder = "outside_run_folder"
    case emptyFile = "empty_file"
    case noRows = "no_rows"
    case notText = "not_text"
    case otherContainer = "other_container"
    case badContainer = "bad_container"
    case columnNotRead = "column_not_read"
    case pickle
    case fileTooLarge = "file_too_large"
    case damagedGzip = "damaged_gzip"
    case truncatedGzip = "truncated_gzip"
    case gzipTooLarge = "gzip_too_large"
    case openQuote = "open_quote"
    case textAfterQuote = "text_after_quote"
    case raggedRow = "ragged_row"
    case tooManyColumns = "too_many_columns"
    case badJSON = "bad_json"

    // MARK: What a folder or file is
    case noSeries = "no_series"
    case unknownFormat = "unknown_format"
    case severalRuns = "several_runs"
    case unknownRun = "unknown_run"
    case partTwice = "part_twice"
    case notUsed = "not_used"
    case tradesOnly = "trades_only"
    case notASeries = "not_a_series"

    // MARK: Headers
    case noTimestampColumn = "no_timestamp_column"
    case notReturns = "not_returns"
    case paymentsInEquity = "payments_in_equity"
    case percentsLookLikeFractions = "percents_look_like_fractions"
    case noValueColumn = "no_value_column"
    case noReturnsColumn = "no_returns_column"
    case noEquityColumn = "no_equity_column"
    case ambiguousContent = "ambiguous_content"
    case contentConflict = "content_conflict"
    case noHeader = "no_header"
    case duplicateColumn = "duplicate_column"
    case missingColumn = "missing_column"
    case noRateColumn = "no_rate_column"
    case missingTradeColumns = "missing_trade_columns"
    case mappingWithoutFile = "mapping_without_file"
    case missingFillColumns = "missing_fill_columns"

    // MARK: `run.json` and options
    case unknownField = "unknown_field"
    case wrongType = "wrong_type"
    case longText = "long_text"
    case tooManyTexts = "too_many_texts"
    case notPositive = "not_positive"
    case outOfSampleOutside = "out_of_sample_outside"
    case badOption = "bad_option"
    case unknownCalendar = "unknown_calendar"
    case unknownTimeZone = "unknown_time_zone"
    case emptyRange = "empty_range"
    case rateInPercent = "rate_in_percent"

    // MARK: Cells
    case notANumber = "not_a_number"
    case infinite
    case moreBadCells = "more_bad_cells"
    case badTimestamp = "bad_timestamp"
    case badTime = "bad_time"
    case ambiguousDate = "ambiguous_date"
    case twoReadings = "two_readings"
    case threeDecimals = "three_decimals"

    // MARK: Values and order of a series
    case mixedOffsets = "mixed_offsets"
    case unsortedTimestamps = "unsorted_timestamps"
    case duplicateTimestamp = "duplicate_timestamp"
    case moreUnordered = "more_unordered"
    case nonpositiveEquity = "nonpositive_equity"
    case totalLoss = "total_loss"
    case lossOrPercent = "loss_or_percent"
    case ruin
    case outOfRange = "out_of_range"
    case moreBadValues = "more_bad_values"
    case tooFewRows = "too_few_rows"
    case missingValues = "missing_values"
    case capitalMismatch = "capital_mismatch"
    case endValue = "end_value"

    // MARK: Values far outside the others
    case manyReturnSpikes = "many_return_spikes"
    case equityJump = "equity_jump"
    case returnsLookLikePercents = "returns_look_like_percents"
    case returnSpikes = "return_spikes"

    // MARK: Calendar and moments
    case sparseObservations = "sparse_observations"
    case periodsFromData = "periods_from_data"
    case calendarContradicted = "calendar_contradicted"
    case endOfBarTimestamps = "end_of_bar_timestamps"
    case firstOfMonthTimestamps = "first_of_month_timestamps"
    case gaps
    case shortSessions = "short_sessions"
    case futureTimestamps = "future_timestamps"

    // MARK: Benchmarks and rates
    case benchmarkNoOverlap = "benchmark_no_overlap"
    case benchmarkUnmatched = "benchmark_unmatched"
    case benchmarkMissingReturns = "benchmark_missing_returns"
    case benchmarkPart = "benchmark_part"
    case benchmarkTooShort = "benchmark_too_short"
    case benchmarkNotPositive = "benchmark_not_positive"
    case benchmarkTotalLoss = "benchmark_total_loss"
    case benchmarkLooksLikeLevels = "benchmark_looks_like_levels"
    case benchmarkAbsent = "benchmark_absent"
    case benchmarkTooCoarse = "benchmark_too_coarse"
    case benchmarkEmpty = "benchmark_empty"
    case benchmarkStandsStill = "benchmark_stands_still"
    case riskFreeCoverage = "risk_free_coverage"

    // MARK: Trades and positions
    case noTrades = "no_trades"
    case zeroQuantity = "zero_quantity"
    case badSide = "bad_side"
    case sideAgainstSize = "side_against_size"
    case exitBeforeEntry = "exit_before_entry"
    case tradesOutsideRun = "trades_outside_run"
    case profitLooksGross = "profit_looks_gross"
    case excursionSigns = "excursion_signs"
    case openTradesUnpriced = "open_trades_unpriced"
    case repeatedPosition = "repeated_position"
    case noPositions = "no_positions"

    // MARK: Parts of a run that do not explain each other
    case tradesSum = "trades_sum"
    case tradesInTime = "trades_in_time"
    case positionsSum = "positions_sum"
    case positionValue = "position_value"
    case positionsAndTrades = "positions_and_trades"
    case cashAndTrades = "cash_and_trades"
    case returnsAndEquity = "returns_and_equity"
    case profitContradictsPrices = "profit_contradicts_prices"
    case feesMissing = "fees_missing"
    case tradeRepeated = "trade_repeated"
    case tradeLeftOut = "trade_left_out"

    // MARK: Results of engines
    case noTradesFile = "no_trades_file"
    case statisticsOnly = "statistics_only"
    case missingMember = "missing_member"
    case tradesOfUnknownColumn = "trades_of_unknown_column"
    case runFailed = "run_failed"
    case runUnfinished = "run_unfinished"
    case noEquityRecorded = "no_equity_recorded"
    case thinnedSeries = "thinned_series"
    case tradesWithoutEquity = "trades_without_equity"
    case equityAtExits = "equity_at_exits"
    case foreignFees = "foreign_fees"
}
