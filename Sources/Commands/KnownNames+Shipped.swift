import Analytics
import Reports
import RunFormats

extension KnownNames {
    /// The names of what this build ships.
    ///
    /// Sections are those of the template in use, so any word is accepted here and the report checks them.
    public static let shipped = KnownNames(
        profiles: Conventions.profiles.map(\.profile), calendars: CalendarCatalog.allNames,
        metrics: MetricCatalog.all.map(\.key.rawValue), figures: FigureRendering.names,
        templates: TemplateLibrary.shippedNames, sections: [], themes: Themes.names)
}
