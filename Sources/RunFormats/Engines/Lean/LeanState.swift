import Containers

/// How a run of LEAN ended.
///
/// While it runs, LEAN writes the result again every 30 seconds, with the last hundred orders and without statistics; what was
/// interrupted leaves such a file.
struct LeanState {
    /// How it ended.
    enum Outcome: Equatable {
        case completed
        /// With an error: what the engine says, without paths of its machine; empty where it says nothing.
        case failed(String)
        /// Not at all: the engine's word for what it was doing.
        case unfinished(String)
    }

    let outcome: Outcome

    /// Looks at a result, or at what the cloud's API says of a backtest.
    init(_ document: LeanObject) {
        let state = document.object("state")
        let status = state?.text("status") ?? document.text("status")
        let error = state?["runtimeError"] ?? document["error"]
        if case .string(let text)? = error, JSONValue.string(text).leanText != nil {
            outcome = .failed(Self.shown(text))
        } else if let status, let known = Self.outcome(status) {
            outcome = known
        } else if document["completed"] == .bool(false) {
            outcome = .unfinished("not completed")
        } else {
            outcome = Self.lacksStatistics(document) && status == nil ? .unfinished("without statistics") : .completed
        }
    }

    private static func outcome(_ status: String) -> Outcome? {
        switch status.lowercased() {
        case "completed": .completed
        case "runtimeerror", "deployerror", "invalid", "loginerror", "runtime error": .failed("")
        case "running", "initializing", "inqueue", "loggingin", "history", "stopped", "deleted", "liquidated":
            .unfinished(status)
        default: nil
        }
    }

    private static func lacksStatistics(_ document: LeanObject) -> Bool {
        func isEmpty(_ name: String) -> Bool {
            guard case .object(let members)? = document[name] else { return true }
            return members.isEmpty
        }
        return isEmpty("statistics") && isEmpty("totalPerformance")
    }
}

// MARK: The engine's words

extension LeanState {
    /// The first line of an error, without the trace of the stack, and with the names of files instead of their paths.
    static func shown(_ error: String) -> String {
        var text = error
        for mark in [" Stack Trace:", " stack trace:", "\n", "\r"] {
            if let start = text.firstRange(of: mark)?.lowerBound { text = String(text[..<start]) }
        }
        return text.split(separator: " ").map { withoutPath(String($0)) }.joined(separator: " ")
    }

    /// `(/home/me/Lean/Data/x.csv)` is `(…/x.csv)`: a path says where the engine's machine keeps things.
    private static func withoutPath(_ word: String) -> String {
        let marks: [Character] = ["(", ")", "'", "\"", ",", ";", "[", "]", "<", ">"]
        let start = word.firstIndex { !marks.contains($0) } ?? word.startIndex
        let end = word[start...].firstIndex { marks.contains($0) } ?? word.endIndex
        let path = word[start..<end]
        let isWindows = path.dropFirst().hasPrefix(":\\")
        guard path.hasPrefix("/") && path.dropFirst().contains("/") || isWindows,
            let slash = path.lastIndex(where: { $0 == "/" || $0 == "\\" })
        else { return word }
        return word[..<start] + "…/" + path[path.index(after: slash)...] + word[end...]
    }
}
