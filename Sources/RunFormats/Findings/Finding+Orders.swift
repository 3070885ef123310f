import Formatting
import RunModel
import Series

/// Orders.
extension Finding {
    static func unknownOrderStatus(_ name: String, _ line: Int, _ column: String, _ text: String) -> Finding {
        Finding(
            .unknownOrderStatus, name, row: line, column: column, "no status of an order: \(Phrase.excerpt(text))",
            "write \(Phrase.list(Order.Status.allCases.map(\.rawValue)))")
    }

    static func orderOverfilled(_ name: String, _ line: Int, _ orders: Int) -> Finding {
        Finding(
            .orderOverfilled, name, row: line,
            "more was filled than ordered of \(Phrase.count(orders, "order")), here the first; they count as filled",
            "correct the quantities")
    }

    static func orderEndsEarly(_ name: String, _ line: Int, _ order: Order, _ orders: Int) -> Finding {
        let ended = order.ended?.description ?? ""
        return Finding(
            .orderEndsEarly, name, row: line,
            "\(Phrase.count(orders, "order")) \(orders == 1 ? "ends" : "end") before \(orders == 1 ? "it is" : "they are") "
                + "sent, here the first: sent at \(order.submitted), ended at \(ended); the ends are left out",
            "swap or correct the times")
    }

    static func fillsOfUnknownOrders(_ name: String, _ orders: String, _ line: Int, _ fills: Int) -> Finding {
        Finding(
            .fillsOfUnknownOrders, name, row: line > 0 ? line : nil,
            "\(Phrase.count(fills, "fill")) \(fills == 1 ? "names an order that is" : "name orders that are") not in "
                + "\(orders), here the first",
            "give all orders, or the same ids in both files")
    }
}

/// Margin.
extension Finding {
    static func noMarginColumn(_ name: String, _ header: [String]) -> Finding {
        Finding(
            .noMarginColumn, name, "no column 'margin_used' or 'margin_use' among \(Phrase.list(header))",
            "name it 'margin_used' for money, 'margin_use' for shares of the account")
    }

    static func negativeMargin(_ name: String, _ line: Int, _ column: String, _ value: Double) -> Finding {
        Finding(
            .negativeMargin, name, row: line, column: column,
            "margin is below 0: \(SignificantDigits.json(value, count: 6))", "write what was set aside as 0 or more")
    }
}
