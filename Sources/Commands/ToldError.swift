import Analytics
import BatchJobs
import Comparison
import ReportArchive
import Reports
import RunFormats
import SystemFiles

/// An error whose words are shown as they are, behind the name of the program.
///
/// To add one: a line below.
protocol ToldError: Error {
    /// Place, fact, remedy.
    var message: String { get }
    /// Whether the command line is wrong, not what it names.
    var isUsage: Bool { get }
}

extension ToldError {
    var isUsage: Bool { false }
}

extension RunError: ToldError {}
extension ReportError: ToldError {}
extension ComparisonError: ToldError {}
extension JobFailure: ToldError {}
extension BatchError: ToldError {}
extension ArchiveError: ToldError {}
extension FileError: ToldError {}
extension ThemeError: ToldError {}
extension JSONFileError: ToldError {}
extension NightlyError: ToldError {}

extension OptionFileError: ToldError {
    var isUsage: Bool { if case .unusable = fact { true } else { false } }
}

extension JobFileError: ToldError {
    var isUsage: Bool { true }
}

extension GateError: ToldError {
    var isUsage: Bool { true }
}

extension ConfigError: ToldError {
    var isUsage: Bool { true }
}

extension OwnMetricError: ToldError {
    var isUsage: Bool { true }
}

extension OwnMetricFileError: ToldError {
    var isUsage: Bool { true }
}

extension ColumnMappingError: ToldError {
    var isUsage: Bool { true }
}
