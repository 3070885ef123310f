import Formatting

/// Tearsheet's own filters: numbers, dates and durations as a report shows them.
///
/// None, NaN and infinities show as `n/a`, since a metric without a value is a fact and not an error.
enum DisplayFilters {
    static let all: [FilterDefinition] = [
        FilterDefinition("percent", ["places", "signed"]) { call throws(Fault) in
            try show(call) { number throws(Fault) in
                DisplayNumber.percent(number, places: try places(call, 0, 1), signed: try call.bool(1, false))
            }
        },
        FilterDefinition("number", ["places", "signed"]) { call throws(Fault) in
            try show(call) { number throws(Fault) in
                DisplayNumber.number(number, places: try places(call, 0, 2), signed: try call.bool(1, false))
            }
        },
        FilterDefinition("money", ["currency", "places"]) { call throws(Fault) in
            let currency = try call.some(0).map { _ throws(Fault) in try call.string(0, "") }
            return try show(call) { number throws(Fault) in
                DisplayNumber.money(number, currency: currency, places: try places(call, 1, 2))
            }
        },
        FilterDefinition("multiple", ["places"]) { call throws(Fault) in
            try show(call) { number throws(Fault) in DisplayNumber.multiple(number, places: try places(call, 0, 2)) }
        },
        FilterDefinition("basis_points", ["places"]) { call throws(Fault) in
            try show(call) { number throws(Fault) in
                DisplayNumber.number(number * 10_000, places: try places(call, 0, 1)) + DisplayNumber.thinSpace + "bp"
            }
        },
        FilterDefinition("date", ["format"]) { call throws(Fault) in
            if call.value.isNone { return .string("n/a") }
            let timestamp = try DateText(try TextFilters.subject(call))
            guard let format = call.some(0) else { return .string(spelled(timestamp.display, call)) }
            guard let pattern = format.stringValue else { throw call.type(0, "a string", format) }
            return .string(try call.renderer.limited(try timestamp.formatted(pattern)))
        },
        FilterDefinition("duration", ["unit"]) { call throws(Fault) in
            let unit = try call.string(0, "days")
            guard let seconds = DurationText.units[unit] else {
                throw call.fault("'unit' must be 'days', 'hours', 'minutes' or 'seconds'")
            }
            return try show(call) { number throws(Fault) in DurationText.text(seconds: number * seconds) }
        },
    ]

    private static func show(
        _ call: FunctionCall, _ text: (Double) throws(Fault) -> String
    ) throws(Fault) -> TemplateValue {
        if call.value.isNone { return .string("n/a") }
        return .string(spelled(try text(try call.number()), call))
    }

    private static func spelled(_ text: String, _ call: FunctionCall) -> String {
        call.renderer.environment.spelling.text(text)
    }

    private static func places(_ call: FunctionCall, _ index: Int, _ standard: Int) throws(Fault) -> Int {
        let places = try call.int(index, standard)
        guard (0...FixedDecimal.maximumPlaces).contains(places) else {
            throw call.fault("'places' must be from 0 to \(FixedDecimal.maximumPlaces)")
        }
        return places
    }
}
