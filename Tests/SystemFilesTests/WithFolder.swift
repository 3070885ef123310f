import SystemFiles
import TestSupport

/// A new folder that is gone when the closure returns.
func withFolder(_ body: (String) throws -> Void) throws {
    let folder = try TemporaryFolder()
    try withExtendedLifetime(folder) { try body(folder.url.path) }
}

/// The message of the file error that the body throws; nil when it throws none.
func fileError(_ body: () throws -> Void) -> FileError? {
    do { try body() } catch { return error as? FileError }
    return nil
}
