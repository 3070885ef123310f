import BatchJobs
import CommandLineArguments
import RunFormats
import SystemFiles
import Transfers

/// What a job file names must be there: looked at by `--check`, while a job itself goes as far as it can.
extension JobReader {
    /// Adds a mistake for everything that is named and not there.
    mutating func checkFiles(_ job: NightlyJob) {
        for (place, source) in sources.enumerated() {
            let path = source.hasPrefix("@") ? String(source.dropFirst()) : source
            guard FileSystem.kind(of: path) == nil, !BatchSource(path: source).isPattern else { continue }
            add(["sources", "\(place)"], "there is no '\(path)'; paths are relative to the job file")
        }
        let library = options.last { $0.name == "library" }.map { SeriesLibrary(folder: $0.value) }
        for option in options where Self.read.contains(option.name) {
            guard job.arguments.option(named: option.name)?.isPath(option.value) == true,
                let one = try? job.arguments.under([(option.name, option.value)])
            else { continue }
            for path in InputFiles.paths(of: option.name, one) where FileSystem.kind(of: path) == nil {
                let isName = ConfigFile.namesOfLibrary.contains(option.name) && library?.path(of: path) != nil
                let place = library == nil ? "" : ", in the library neither"
                if !isName { add([option.key], "there is no '\(path)'\(place); paths are relative to the job file") }
            }
        }
        checkOutput(job)
        checkSecrets(job.notifications)
    }

    /// What is sent needs its secrets and libcurl.
    private mutating func checkSecrets(_ notifications: JobNotifications) {
        let secrets = [
            (["webhook", "url"], notifications.webhook?.url), (["webhook", "token"], notifications.webhook?.token),
            (["mail", "password"], notifications.mail?.password),
        ]
        for (way, secret) in secrets {
            do { _ = try secret?.value() } catch {
                add(
                    ["notify", way[0], way[1] + (secret?.ending ?? "")],
                    (error as? JobSecretError)?.message ?? Self.words(error))
            }
        }
        if notifications.needsNetwork, TransferLibrary.version == nil {
            add(["notify"], "libcurl is not installed, which sends webhooks and mails; install the package libcurl4")
        }
    }

    /// Options whose files each run reads, so that no check of the options has looked at them.
    private static let read = ["benchmark", "events", "regimes", "factors", "benchmark-weights", "rf"]

    private mutating func checkOutput(_ job: NightlyJob) {
        guard job.arguments.isGiven("output") else { return }
        var folder = job.output
        while FileSystem.kind(of: folder) == nil, FileSystem.parent(of: folder) != folder {
            folder = FileSystem.parent(of: folder)
        }
        guard FileSystem.kind(of: folder) == .directory, FileSystem.isWritable(folder) else {
            return add(["output"], "nothing can be written into '\(folder)'; check the path and its permissions")
        }
    }
}
