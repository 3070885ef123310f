import RunModel

/// What every text of a run goes through before anything shows it: secrets are masked, and texts and lists of texts
/// that nobody could read are cut, with a finding.
struct TextPolicy {
    /// The most characters of one text.
    static let longest = 10_000
    /// The most parameters, and the most sectors.
    static let mostParameters = 5_000

    let log: ReadingLog
    /// The file that the texts are said to come from.
    let file: String?

    /// The run as it may be shown.
    func applied(to raw: RawRun) -> RawRun {
        var raw = raw
        raw.engine = text(raw.engine, "engine")
        raw.description = applied(to: raw.description)
        if var trades = raw.trades {
            apply(to: &trades.rows)
            raw.trades = trades
        }
        if var fills = raw.fills {
            apply(to: &fills.rows)
            raw.fills = fills
        }
        raw.reported = first(raw.reported, "statistics").map(applied)
        for place in raw.factors.indices { raw.factors[place].column = text(raw.factors[place].column, "factor") }
        if var segments = raw.segments {
            for place in segments.rows.indices {
                segments.rows[place].name = text(segments.rows[place].name, "segment")
            }
            raw.segments = segments
        }
        if var positions = raw.positions {
            positions.symbols = positions.symbols.map { text($0, "symbol") }
            raw.positions = positions
        }
        return raw
    }

    /// A description as it may be shown.
    func applied(to given: RunDescription) -> RunDescription {
        var description = given
        description.id = description.id.map { text($0, "id") }
        description.strategy = text(description.strategy, "strategy")
        description.version = text(description.version, "version")
        description.created = text(description.created, "created")
        description.engine = description.engine.map { text($0, "engine") }
        description.currency = description.currency.map { text($0, "currency") }
        description.benchmarkName = description.benchmarkName.map { text($0, "benchmark") }
        description.costs.commission = description.costs.commission.map { text($0, "commission") }
        description.costs.slippage = description.costs.slippage.map { text($0, "slippage") }
        description.parameters = parameters(description.parameters, "parameters")
        description.instruments = instruments(description.instruments)
        return description
    }

    private func applied(to given: ReportedStatistic) -> ReportedStatistic {
        var statistic = given
        statistic.name = text(given.name, "statistics")
        statistic.text = text(given.text, "statistics")
        return statistic
    }

    private func text(_ value: Sourced<String>, _ field: String) -> Sourced<String> {
        switch value {
        case .given(let given): .given(text(given, field))
        case .derived(let derived, let how): .derived(text(derived, field), how)
        case .absent: .absent
        }
    }

    private func instruments(_ given: [Instrument]) -> [Instrument] {
        first(given, "sectors").map { instrument in
            var shown = instrument
            shown.symbol = text(instrument.symbol, "sectors")
            shown.sector = instrument.sector.map { text($0, "sectors") }
            return shown
        }
    }

    /// As many entries as are shown.
    private func first<Entry>(_ given: [Entry], _ field: String) -> ArraySlice<Entry> {
        if given.count > Self.mostParameters {
            log.add(.tooManyTexts(file, field, given.count, Self.mostParameters))
        }
        return given.prefix(Self.mostParameters)
    }

    private func parameters(_ given: [RunParameter], _ field: String) -> [RunParameter] {
        first(given, field).map {
            RunParameter(name: text($0.name, field), value: text($0.value, field))
        }
    }

    /// One text: cut first, so that looking for secrets costs no more than what is shown.
    private func text(_ given: String, _ field: String) -> String {
        guard given.utf8.count > Self.longest else { return SecretText.masked(given) }
        // A secret that is cut in two may not be known by its half, so more is looked at than is shown.
        let masked = SecretText.masked(String(given.unicodeScalars.prefix(Self.longest * 2)))
        guard masked.unicodeScalars.count > Self.longest else { return masked }
        log.add(.longText(file, field, Self.longest))
        return String(masked.unicodeScalars.prefix(Self.longest)) + "…"
    }

    // MARK: Trades and fills

    /// Symbols and tags repeat: each different one is looked at once.
    private func remembering() -> (String, String) -> String {
        var known = [String: String]()
        return { given, field in
            if let text = known[given] { return text }
            let text = text(given, field)
            known[given] = text
            return text
        }
    }

    private func apply(to rows: inout [RawFills.Row]) {
        let shown = remembering()
        for index in rows.indices {
            rows[index].fill.symbol = shown(rows[index].fill.symbol, "symbol")
            rows[index].fill.tag = rows[index].fill.tag.map { shown($0, "tag") }
            rows[index].fill.order = rows[index].fill.order.map { shown($0, "order") }
        }
    }

    private func apply(to rows: inout [RawTrades.Row]) {
        let shown = remembering()
        for index in rows.indices {
            rows[index].trade.symbol = shown(rows[index].trade.symbol, "symbol")
            rows[index].trade.tag = rows[index].trade.tag.map { shown($0, "tag") }
            rows[index].trade.exitReason = rows[index].trade.exitReason.map { shown($0, "exit_reason") }
            rows[index].trade.id = shown(rows[index].trade.id, "id")
        }
    }
}
