import Containers
import RunModel
import Series

/// What a result of freqtrade says of itself.
struct FreqtradeDescription {
    let result: FreqtradeResult

    /// The members that were set by the user, in the order in which they are shown.
    private static let settings = [
        "timeframe", "timeframe_detail", "timerange", "trading_mode", "margin_mode", "stake_amount", "max_open_trades",
        "stoploss", "minimal_roi", "trailing_stop", "trailing_stop_positive", "trailing_stop_positive_offset",
        "trailing_only_offset_is_reached", "use_custom_stoploss", "use_exit_signal", "exit_profit_only",
        "exit_profit_offset", "ignore_roi_if_entry_signal", "enable_protections", "freqaimodel", "freqai_identifier",
    ]

    func description() -> RunDescription {
        var description = RunDescription()
        description.strategy = .given(result.name)
        if case .string(let currency)? = result["stake_currency"] { description.currency = currency }
        description.initialCapital = result.number("starting_balance") ?? result.number("dry_run_wallet")
        if let created = created { description.created = .given(created) }
        description.parameters = Self.settings.flatMap(setting)
        return description
    }

    private func setting(_ name: String) -> [RunParameter] {
        switch result[name] {
        case nil, .null, .string(""): []
        case let value?: ParameterText.flattened(JSONMember(name, value), prefix: "")
        }
    }

    /// Seconds since 1970, or a text in old files.
    private var created: String? {
        switch result["backtest_run_start_ts"] {
        case .string(let text): return text
        case let value?:
            let milliseconds = value.finiteNumber.map { JSONValue.number($0 * 1000) }
            return FreqtradeTime.timestamp(milliseconds: milliseconds, text: nil).map {
                Timestamp(milliseconds: $0.wall).description + " UTC"
            }
        case nil: return nil
        }
    }
}
