import Containers
import RunModel

/// What RustyBT writes of a backtest beside its results: `metadata/backtest_metadata.json`.
struct RustyBTMetadata {
    private static let name = "metadata/backtest_metadata.json"
    private let value: JSONValue

    /// Nil where there is no such file.
    init?(_ source: RunSource) throws(RunError) {
        guard source.names(within: "metadata").contains(Self.name) else { return nil }
        do throws(JSONError) {
            value = try JSONReader.parse(try Self.bytes(source))
        } catch {
            throw source.log.fail(.badJSON(Self.name, error))
        }
    }

    private static func bytes(_ source: RunSource) throws(JSONError) -> [UInt8] {
        // What cannot be read is told by the reader of JSON.
        (try? source.bytes(of: name, role: "metadata")) ?? []
    }

    /// Names the engine with its version, the time of the run, and its strategy.
    func apply(to run: inout RawRun) {
        run.engine = ["RustyBT", text("framework_version")].compactMap { $0 }.joined(separator: " ")
        if let time = text("timestamp") { run.description.created = .given(time) }
        if let entry = text("strategy_entry_point") {
            run.description.strategy = .given(RunSource.stem(of: String(entry.split(separator: "/").last ?? "")))
        }
    }

    private func text(_ member: String) -> String? {
        if case .string(let text)? = value[member], !text.isEmpty { return text }
        return nil
    }
}
