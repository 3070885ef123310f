import Analytics
import RunModel

/// `trades.json`: every round trip by exit, then those that are open.
enum TradesResource {
    static func write(_ analysis: Analysis, to json: inout JSONWriter) {
        json.key("trades")
        do throws(Unavailable) {
            let section = try analysis.trades
            json.array { json in for trade in section.closed + section.open { write(trade, to: &json) } }
        } catch {
            json.string(nil)
            json.unavailable([("trades", error)])
        }
    }

    private static func write(_ trade: Trade, to json: inout JSONWriter) {
        json.object { json in
            json.member("id", trade.id)
            json.member("symbol", trade.symbol)
            json.member("side", trade.side.rawValue)
            json.member("quantity", trade.quantity)
            json.member("entry_time", trade.entry.description)
            json.member("entry_price", trade.entryPrice)
            json.member("exit_time", trade.isOpen ? nil : trade.exit.description)
            json.member("exit_price", trade.exitPrice)
            json.member("pnl", trade.profit)
            json.member("fees", trade.fees)
            json.member("return", trade.returnFraction)
            json.key("open")
            json.boolean(trade.isOpen)
        }
    }
}
