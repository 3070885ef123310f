import Analytics
import DocumentModel
import Formatting
import Series
import Tables
import XLSXOutput

extension ReportWorker {
    /// Every table and series of a subject as a workbook; its date is that of the document, never the clock's.
    static func xlsx<Subject: Reportable>(
        of subject: Subject, _ options: ReportOptions
    ) throws(ReportError) -> ReportFile {
        let content = workbook(of: subject, subject.documentInfo(options))
        do { return ReportFile(suffix: ".xlsx", bytes: try XLSXWriter.write(content)) } catch {
            throw .xlsx(error.message)
        }
    }

    private static func workbook<Subject: Reportable>(of subject: Subject, _ info: DocumentInfo) -> WorkbookContent {
        var content = WorkbookContent(
            title: info.title, subject: info.subject, generator: info.generator, created: seconds(info.created),
            sheets: [])
        for definition in Subject.tables {
            do throws(Unavailable) {
                content.sheets.append(sheet(definition, try definition.content(of: subject)))
            } catch { content.missing.append((definition.name, title(definition), error.reason)) }
        }
        content.sheets += subject.allSeries.map { name, series in sheet(name, series) }
        return content
    }

    private static func title<Subject>(_ definition: TableDefinition<Subject>) -> String {
        definition.title.isEmpty ? definition.summary : definition.title
    }

    private static func sheet<Subject>(
        _ definition: TableDefinition<Subject>, _ content: TableContent
    ) -> WorkbookSheet {
        WorkbookSheet(
            name: definition.name, title: title(definition), columns: content.columns.map(column), count: content.count,
            values: { content.values(row: $0) })
    }

    /// A column that pages do not show says nothing of its decimals.
    private static func column(_ description: ColumnDescription) -> WorkbookColumn {
        let isWhole = description.unit == .count || description.unit == .days
        let places = description.header != nil || isWhole ? description.places : max(description.places, 4)
        return WorkbookColumn(key: description.key, unit: description.unit, places: places)
    }

    private static func sheet(_ name: String, _ series: TimeSeries) -> WorkbookSheet {
        WorkbookSheet(
            name: name, title: "the series \(name)",
            columns: [
                WorkbookColumn(key: "time", unit: .time, places: 0),
                WorkbookColumn(key: "value", unit: .ratio, places: 6),
            ], count: series.count
        ) { [.time(series.timestamps[$0]), .number(series.values[$0])] }
    }

    /// `2025-01-06` or `2025-01-06 16:00`, in seconds since 1970.
    private static func seconds(_ text: String) -> Int {
        let day = CalendarDate(iso: text.prefix(10))?.day ?? 0
        let clock = text.dropFirst(11).split(separator: ":").compactMap { Int($0) } + [0, 0, 0]
        return day * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
    }
}
