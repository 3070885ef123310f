import SQLiteCalls

/// A database that is built in memory and becomes the bytes of a file: no lock and no journal of SQLite's ever lies on
/// storage that others share.
@safe public final class SQLiteDatabase {
    private let database: OpaquePointer

    /// A value of a row.
    public enum Value: Sendable {
        /// Text; NULL for nil.
        case text(String?)
        /// A number with a fraction; NULL for nil.
        case number(Double?)
        /// A whole number; NULL for nil.
        case integer(Int?)
    }

    /// Whether the library is installed.
    public static var isAvailable: Bool { tearsheet_sqlite_load() }

    /// An empty database. Throws where the library is not installed.
    public init() throws(SQLiteError) {
        guard Self.isAvailable else {
            throw SQLiteError(message: "libsqlite3.so.0 is not installed (package libsqlite3-0)")
        }
        guard let database = unsafe tearsheet_sqlite_open() else { throw SQLiteError(message: "not enough memory") }
        unsafe self.database = database
    }

    deinit { unsafe tearsheet_sqlite_close(database) }

    /// Runs statements that give no rows.
    public func run(_ sql: String) throws(SQLiteError) {
        guard unsafe tearsheet_sqlite_run(database, sql) else { throw failure }
    }

    /// Makes this the statement that ``add(_:)`` does.
    public func prepare(_ sql: String) throws(SQLiteError) {
        guard unsafe tearsheet_sqlite_prepare(database, sql) else { throw failure }
    }

    /// Does the statement with the values of a row.
    public func add(_ values: [Value]) throws(SQLiteError) {
        for (index, value) in values.enumerated() {
            guard bind(value, Int32(index + 1)) else { throw failure }
        }
        guard unsafe tearsheet_sqlite_step(database) else { throw failure }
    }

    private func bind(_ value: Value, _ place: Int32) -> Bool {
        switch value {
        case .text(nil), .number(nil), .integer(nil): true
        case .text(let text?):
            unsafe tearsheet_sqlite_bind_text(database, place, text, Int32(clamping: text.utf8.count))
        case .number(let number?): unsafe tearsheet_sqlite_bind_number(database, place, number)
        case .integer(let number?): unsafe tearsheet_sqlite_bind_integer(database, place, Int64(number))
        }
    }

    /// The bytes of the database's file.
    public func bytes() throws(SQLiteError) -> [UInt8] {
        var count = 0
        guard let bytes = unsafe tearsheet_sqlite_bytes(database, &count) else { throw failure }
        defer { unsafe tearsheet_sqlite_free(bytes) }
        return unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
    }

    private var failure: SQLiteError {
        let text = unsafe tearsheet_sqlite_message(database).map { unsafe String(cString: $0) }
        return SQLiteError(message: text ?? "SQLite failed")
    }
}

/// What SQLite could not do.
public struct SQLiteError: Error, Equatable, Sendable {
    /// In its words.
    public let message: String
}
