import DocumentModel
import Formatting

extension ReportOptions {
    /// How numbers and dates of our texts read; it travels with the theme, so that whatever is drawn has it.
    var spelling: NumberSpelling { theme.chart.spelling }

    /// The same options with the spelling of a subject's report: its names stay as they are. Options that have it already
    /// stay so.
    func spelled(for subject: some Reportable) -> ReportOptions {
        guard language != .standard, spelling.isStandard else { return self }
        var options = self
        options.theme.chart.spelling = subject.spelling(in: language, beside: [title, subtitle].compactMap { $0 })
        return options
    }
}

extension Reportable {
    /// How texts about the subject read in a language; further names may be given that stay as they are.
    public func spelling(in language: DisplayLanguage, beside names: [String] = []) -> NumberSpelling {
        language == .standard ? .standard : NumberSpelling(language, sparing: properNames + names)
    }
}

extension NumberSpelling {
    /// A headline figure with its numbers in the language.
    func spelled(_ tile: Tile) -> Tile {
        Tile(
            key: tile.key, label: tile.label, value: text(tile.value), detail: text(tile.detail), help: text(tile.help))
    }

    /// A head whose period and facts are in the language; title and lead are their writer's.
    func spelled(_ band: TitleBand) -> TitleBand {
        var band = band
        band.subtitle = text(band.subtitle)
        band.details = band.details.map(text)
        return band
    }
}
