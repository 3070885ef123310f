import BatchJobs
import CommandLineArguments
import Formatting
import RunModel
import Series
import SystemFiles

/// `tearsheet nightly JOB.toml`.
struct NightlyCommand {
    private let arguments: ParsedArguments
    private let messages: Messages

    init(_ arguments: ParsedArguments, _ messages: Messages) {
        self.arguments = arguments
        self.messages = messages
    }

    func run() throws -> Int32 {
        let path = try arguments.requiredPositional("JOB")
        var reader = JobReader(try JobFile(path), given: arguments)
        if arguments.flag("check") {
            try StandardStreams.writeOutput(JobDescription(try reader.checkedJob()).text)
            return ExitCode.success
        }
        let job = try reader.job()
        guard !arguments.flag("dry-run") else {
            return try BatchCommand(job.arguments, messages, limits: job.limits).run()
        }
        return try perform(job)
    }

    /// Does the job while nobody else does.
    private func perform(_ job: NightlyJob) throws -> Int32 {
        try FileSystem.createDirectories(job.output)
        let time = Timestamp.utc(milliseconds: ProcessEnvironment.unixMilliseconds)
        let place = FileSystem.join(job.output, Self.lockName(job.arguments.value("shard")))
        switch try JobLock.take(place, at: time) {
        case .held(let holder): throw NightlyError.isRunning(job: job.path, holder: holder)
        case .taken(let lock):
            defer { withExtendedLifetime(lock) {} }
            return try perform(job, begunAt: time)
        }
    }

    private func perform(_ job: NightlyJob, begunAt time: String) throws -> Int32 {
        let log = try job.log.map { try Self.opened($0) }
        let messages = Messages(job.arguments, job: JobMark(name: job.name, begun: time), log: log)
        messages.note("\(job.path) begins")
        do {
            let (result, done) = try BatchCommand(job.arguments, messages, limits: job.limits).perform()
            let exitCode = result.signal == nil ? try prune(job, messages, after: done) : done
            let isTold = tell(job, messages) { ended in
                BatchAlert(
                    job: job.name, host: ProcessEnvironment.hostName, begun: time, ended: ended, result: result)
            }
            if let signal = result.signal { ProcessEnvironment.end(bySignal: signal) }
            return isTold ? exitCode : max(ExitCode.failure, exitCode)
        } catch {
            let failure = Failure(error)
            messages.error(failure.message)
            _ = tell(job, messages) { ended in
                BatchAlert(
                    job: job.name, host: ProcessEnvironment.hostName, begun: time, ended: ended,
                    reason: failure.message)
            }
            return failure.exitCode
        }
    }

    /// The archive is pruned when the batch came to its end, whatever runs failed: its last good reports always stay.
    private func prune(_ job: NightlyJob, _ messages: Messages, after exitCode: Int32) throws -> Int32 {
        guard let retention = job.retention else { return exitCode }
        let pruned = try ArchivePruning(retention, messages).run()
        return pruned == ExitCode.success || exitCode == ExitCode.usage ? exitCode : pruned
    }

    private func tell(_ job: NightlyJob, _ messages: Messages, _ alert: (String) -> BatchAlert) -> Bool {
        let ended = Timestamp.utc(milliseconds: ProcessEnvironment.unixMilliseconds)
        let inputs = InputFiles.protected(by: job.arguments, [job.path])
        return Notifier(notifications: job.notifications, messages: messages).tell(alert(ended), sparing: inputs)
    }

    private static func opened(_ path: String) throws -> GrowingFile {
        try FileSystem.createDirectories(FileSystem.parent(of: path))
        return try GrowingFile(path)
    }

    /// A shard has its own, so that several can work into one folder.
    private static func lockName(_ shard: String?) -> String {
        ".tearsheet-nightly" + (shard.map { "-" + String($0.map { $0 == "/" ? "_" : $0 }) } ?? "") + ".lock"
    }
}

/// Why a job cannot be begun.
enum NightlyError: Error {
    /// It runs already.
    case isRunning(job: String, holder: String)

    /// Place, fact, remedy.
    var message: String {
        switch self {
        case .isRunning(let job, let holder):
            "\(job): the job is being done already, by \(holder); nothing was done, wait for it to end"
        }
    }
}
