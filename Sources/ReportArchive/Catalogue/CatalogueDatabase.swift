import Formatting
import SQLiteOutput
import Series

/// `catalogue.sqlite`: the catalogue as tables (Documentation/Archive.md).
enum CatalogueDatabase {
    private static let schema = """
        PRAGMA page_size = 4096;
        CREATE TABLE archive (schema TEXT, tearsheet TEXT);
        CREATE TABLE entries (
            id INTEGER PRIMARY KEY, entry TEXT, folder TEXT, strategy TEXT, run TEXT, version TEXT, engine TEXT, "start" TEXT, "end" TEXT,
            observations INTEGER, warnings INTEGER, archived TEXT, sequence INTEGER, latest INTEGER, accepted INTEGER,
            tearsheet TEXT);
        CREATE TABLE metrics (
            id INTEGER, key TEXT, value REAL, word TEXT, reason TEXT, PRIMARY KEY (id, key)) WITHOUT ROWID;
        CREATE TABLE files (
            id INTEGER, name TEXT, bytes INTEGER, sha256 TEXT, PRIMARY KEY (id, name)) WITHOUT ROWID;
        BEGIN;
        """

    private static let indices = """
        COMMIT;
        CREATE UNIQUE INDEX entries_by_entry ON entries (entry, folder);
        CREATE INDEX entries_by_strategy ON entries (strategy, sequence);
        CREATE INDEX metrics_by_key ON metrics (key, value);
        """

    static func bytes(of catalogue: Catalogue) throws(SQLiteError) -> [UInt8] {
        let database = try SQLiteDatabase()
        try database.run(schema)
        try database.prepare("INSERT INTO archive VALUES (?, ?)")
        try database.add([.text(CatalogueJSON.schemaName), .text(ToolVersion.current)])
        // Rows in the order of their keys are put at the end, each page once.
        let rows = rows(of: catalogue)
        try addEntries(rows, to: database)
        try addMetrics(rows, to: database)
        try addFiles(rows, to: database)
        try database.run(indices)
        return try database.bytes()
    }

    private typealias Row = (place: Archive.Place, isLatest: Bool)

    private static func rows(of catalogue: Catalogue) -> [Row] {
        let rows = catalogue.strategies.flatMap { strategy in
            strategy.entries.map { ($0, catalogue.isLatest($0, in: strategy)) }
        }
        return rows.sorted { ($0.0.id, $0.0.folder) < ($1.0.id, $1.0.folder) }
    }

    private static func addEntries(_ rows: [Row], to database: SQLiteDatabase) throws(SQLiteError) {
        try database.prepare("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for (index, row) in rows.enumerated() {
            let entry = row.place.entry
            try database.add([
                .integer(index + 1), .text(row.place.id), .text(row.place.folder), .text(entry.strategyName),
                .text(entry.run),
                .text(entry.version), .text(entry.engine), .text(entry.start), .text(entry.end),
                .integer(entry.observations), .integer(entry.warnings),
                .text(Timestamp.utc(milliseconds: entry.archived)), .integer(entry.sequence),
                .integer(row.isLatest ? 1 : 0),
                .integer(entry.verdicts.isEmpty ? nil : entry.isAccepted ? 1 : 0), .text(entry.tearsheet),
            ])
        }
    }

    private static func addMetrics(_ rows: [Row], to database: SQLiteDatabase) throws(SQLiteError) {
        try database.prepare("INSERT OR IGNORE INTO metrics VALUES (?, ?, ?, ?, ?)")
        for (index, row) in rows.enumerated() {
            for metric in row.place.entry.metrics.sorted(by: { $0.key < $1.key }) {
                var (number, word, reason): (Double?, String?, String?) = (nil, nil, nil)
                switch metric.value {
                case .number(let value): number = value
                case .word(let value): word = value
                case .absent(let value): reason = value
                }
                try database.add([
                    .integer(index + 1), .text(metric.key), .number(number), .text(word), .text(reason),
                ])
            }
        }
    }

    private static func addFiles(_ rows: [Row], to database: SQLiteDatabase) throws(SQLiteError) {
        try database.prepare("INSERT OR IGNORE INTO files VALUES (?, ?, ?, ?)")
        for (index, row) in rows.enumerated() {
            for file in row.place.entry.files {
                try database.add([
                    .integer(index + 1), .text(file.name), .integer(file.size), .text(file.sha256),
                ])
            }
        }
    }
}
