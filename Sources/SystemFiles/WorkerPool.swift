import Glibc

/// Worker processes and the tasks between them: one that crashes or hangs costs its own task and no other.
public final class WorkerPool {
    /// What became of a task.
    public enum Outcome: Sendable {
        /// The answer.
        case answer([UInt8])
        /// The worker ended without one.
        case ended(WorkerProcess.End)
        /// It took longer than allowed and was ended.
        case timedOut
        /// No process could be made for it.
        case unstarted(FileError)
    }

    private final class Slot {
        let worker: WorkerProcess
        var task: Int?
        var deadline = Double.infinity
        var isTimedOut = false

        init(_ worker: WorkerProcess) { self.worker = worker }
    }

    /// What SIGTERM, SIGINT and SIGHUP do while tasks run.
    public enum Ending: Sendable {
        /// End the running tasks, and then this process in the way of the signal.
        case atOnce
        /// Let the running tasks finish and begin no other; a second signal ends them at once.
        case afterRunning
    }

    private let perform: (Int) -> [UInt8]
    private let timeout: Double?
    private let ending: Ending
    private let limit: Int
    private var slots: [Slot] = []
    /// A task that is asked to end has this many seconds for files that it is putting in place.
    private static let grace = 1.0

    /// At most `workers` processes; a task may take `timeout` seconds.
    public init(
        workers: Int, timeout: Double?, ending: Ending = .atOnce, perform: @escaping (Int) -> [UInt8]
    ) {
        self.perform = perform
        self.timeout = timeout
        self.ending = ending
        limit = max(1, workers)
    }

    /// Does the tasks, begun in their order; `whenDone` hears of each as it ends.
    ///
    /// SIGTERM, SIGINT and SIGHUP do what ``Ending`` says. After ``Ending/afterRunning`` the answer is the signal that asked,
    /// and the caller ends the process with it (``ProcessEnvironment/end(bySignal:)``) when all is in order.
    @discardableResult
    public func run(_ tasks: [Int], whenDone: (Int, Outcome) -> Void) -> Int32? {
        var signals = ProcessSignals.endSignals
        var old = sigset_t()
        _ = unsafe pthread_sigmask(SIG_BLOCK, &signals, &old)
        defer { _ = unsafe pthread_sigmask(SIG_SETMASK, &old, nil) }
        var waiting = tasks[...]
        var asked: Int32?
        while !waiting.isEmpty || slots.contains(where: { $0.task != nil }) {
            if ending == .atOnce, ProcessSignals.endIsAsked {
                endAll(byForce: true)
                return nil
            }
            if ending == .afterRunning, let signal = ProcessSignals.takeEnd() {
                if asked != nil { break }
                (asked, waiting) = (signal, [])
            }
            hand(out: &waiting, whenDone)
            wait()
            for slot in slots { collect(slot, whenDone) }
        }
        endAll(byForce: asked != nil)
        return asked
    }

    /// Gives waiting tasks to workers that have none, and makes workers while there may be more.
    private func hand(out waiting: inout ArraySlice<Int>, _ whenDone: (Int, Outcome) -> Void) {
        while let task = waiting.first {
            guard let slot = slots.first(where: { $0.task == nil }) ?? newSlot(task, &waiting, whenDone) else { return }
            waiting.removeFirst()
            slot.task = task
            slot.deadline = timeout.map { ProcessEnvironment.seconds + $0 } ?? .infinity
            slot.worker.send(task)
        }
    }

    /// Nil where there are enough workers; where not even one can be made, the task ends with the reason.
    private func newSlot(
        _ task: Int, _ waiting: inout ArraySlice<Int>, _ whenDone: (Int, Outcome) -> Void
    ) -> Slot? {
        guard slots.count < limit else { return nil }
        do throws(FileError) {
            let slot = Slot(try WorkerProcess.start(outlivesSignals: ending == .afterRunning, perform))
            slots.append(slot)
            return slot
        } catch {
            if slots.isEmpty {
                waiting.removeFirst()
                whenDone(task, .unstarted(error))
            }
            return nil
        }
    }

    /// Until something arrives, at most a tenth of a second: deadlines and signals are looked at in between.
    private func wait() {
        var polled = slots.map { pollfd(fd: $0.worker.socket, events: Int16(POLLIN), revents: 0) }
        _ = unsafe poll(&polled, nfds_t(polled.count), 100)
    }

    private func collect(_ slot: Slot, _ whenDone: (Int, Outcome) -> Void) {
        let (answer, hasEnded) = slot.worker.receive()
        if let answer, let task = slot.task {
            slot.task = nil
            whenDone(task, .answer(answer))
        } else if hasEnded {
            slots.removeAll { $0 === slot }
            let end = slot.worker.reap(waiting: true) ?? .exited(0)
            if let task = slot.task { whenDone(task, slot.isTimedOut ? .timedOut : .ended(end)) }
        } else if slot.task != nil, ProcessEnvironment.seconds > slot.deadline {
            slot.worker.end(byForce: slot.isTimedOut || ending == .afterRunning)
            slot.isTimedOut = true
            slot.deadline = ProcessEnvironment.seconds + Self.grace
        }
    }

    /// Workers without a task end by themselves when they are told to; others get a signal, and a harder one.
    private func endAll(byForce: Bool) {
        for slot in slots {
            if byForce { slot.worker.end(byForce: ending == .afterRunning) } else { slot.worker.send(-1) }
        }
        let last = ProcessEnvironment.seconds + 5
        for slot in slots {
            while slot.worker.reap(waiting: false) == nil {
                if ProcessEnvironment.seconds > last { slot.worker.end(byForce: true) }
                _ = usleep(2000)
            }
        }
        slots = []
    }
}
