import Analytics
import RunBuilders

extension RandomWalk {
    /// What figures are drawn from.
    func analysis() -> Analysis { Analyzer.analyze(run()) }
}
