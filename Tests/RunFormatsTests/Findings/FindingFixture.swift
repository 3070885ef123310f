import RunModel
import Series

@testable import RunFormats

/// A run that has a kind of finding, for the kinds that `SampleRuns/broken` cannot show.
struct FindingFixture: Sendable {
    /// Why the run is none of those that are refused.
    enum Reason: Sendable {
        /// It is read, with a warning or a note.
        case isRead
        /// An option of the command line is wrong, or decides.
        case needsOption
        /// It needs a link, a folder in a file's place, or a size that no repository should hold.
        case needsSystem
        /// `report` takes all runs of the path.
        case needsKey
    }

    let code: FindingCode
    let reason: Reason
    var files: [String: String] = [:]
    /// The file that is read; nil for the folder.
    var name: String?
    var options = RunOptions()
    /// What is behind the path.
    var key: String?
    /// What else the folder needs.
    var prepare: @Sendable (String) throws -> Void = { _ in }

    init(
        _ code: FindingCode, _ reason: Reason = .isRead, _ files: [String: String], name: String? = nil,
        options: RunOptions = RunOptions(), key: String? = nil,
        prepare: @escaping @Sendable (String) throws -> Void = { _ in }
    ) {
        (self.code, self.reason, self.files, self.name) = (code, reason, files, name)
        (self.options, self.key, self.prepare) = (options, key, prepare)
    }

    /// Equity of some days, with other files beside it.
    init(_ code: FindingCode, beside files: [String: String], days: Int = 20, options: RunOptions = RunOptions()) {
        self.init(code, .isRead, files.merging(["equity.csv": dailyEquity(days)]) { own, _ in own }, options: options)
    }

    /// The findings of the run.
    func findings() throws -> [Finding] {
        let folder = try TemporaryRun(files)
        try prepare(folder.path)
        var path = folder.path
        if let name { path += "/" + name }
        if let key { path += "#" + key }
        return RunReader.validate(path, options: options)
    }
}
