import Formatting
import Tables

/// A workbook before it is written: sheets whose rows are made when they are needed.
public struct WorkbookContent: Sendable {
    /// Of the document.
    public var title: String
    /// What the document is, in a sentence.
    public var subject: String
    /// The program that wrote it.
    public var generator: String
    /// When the run was made, in seconds since 1970: never the clock. What is earlier than 1 January 1980 is that day.
    public var created: Int
    /// The sheets in their order; a first one, `contents`, names them all.
    public var sheets: [WorkbookSheet]
    /// What has no sheet, and why: name, title, reason.
    public var missing: [(name: String, title: String, reason: String)]

    /// A workbook.
    public init(
        title: String, subject: String, generator: String, created: Int, sheets: [WorkbookSheet],
        missing: [(name: String, title: String, reason: String)] = []
    ) {
        self.title = title
        self.subject = subject
        self.generator = generator
        self.created = created
        self.sheets = sheets
        self.missing = missing
    }
}

/// One table of a workbook.
public struct WorkbookSheet: Sendable {
    /// Its name in data files; a sheet's name is made from it.
    public let name: String
    /// For readers.
    public let title: String
    /// The columns; their keys are the head.
    public let columns: [WorkbookColumn]
    /// How many rows there are.
    public let count: Int
    /// The values of one row.
    public let values: @Sendable (Int) -> [TableValue]

    /// A sheet.
    public init(
        name: String, title: String, columns: [WorkbookColumn], count: Int,
        values: @escaping @Sendable (Int) -> [TableValue]
    ) {
        self.name = name
        self.title = title
        self.columns = columns
        self.count = count
        self.values = values
    }
}

/// What a column is called and how its numbers are shown.
public struct WorkbookColumn: Equatable, Sendable {
    /// As in CSV.
    public let key: String
    /// In what its values are given; nil where each has its own.
    public let unit: ValueUnit?
    /// Decimals that are shown.
    public let places: Int

    /// A column.
    public init(key: String, unit: ValueUnit?, places: Int) {
        self.key = key
        self.unit = unit
        self.places = places
    }
}
