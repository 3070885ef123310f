import XLSXCalls

/// Why a workbook could not be written.
public enum XLSXError: Error, Equatable, Sendable {
    /// The library that writes is not installed.
    case noLibrary
    /// The system has no file in memory with a path below `/proc`, which the library writes to.
    case noMemoryFile
    /// The library's own words.
    case library(String)

    /// Place, fact, remedy.
    public var message: String {
        switch self {
        case .noLibrary:
            unsafe "\(String(cString: xlsx_calls_library())) is not installed, and XLSX needs it; install libxlsxwriter"
        case .noMemoryFile: "this system gives no file in memory below /proc, which XLSX needs; write CSV"
        case .library(let reason): "the workbook cannot be written: \(reason)"
        }
    }
}
