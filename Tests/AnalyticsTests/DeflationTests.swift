import RunBuilders
import RunModel
import Testing

@testable import Analytics

@Test func `the paper's example of a deflated Sharpe ratio comes out`() {
    // Bailey and López de Prado 2014: a yearly ratio of 2.5 over 1250 days of 250 a year, skewness −3, kurtosis 10, the best
    // of 100 trials whose yearly ratios have a variance of one half: 0.9004, and 0.9505 of 46 trials.
    let ratio = 2.5 / 250.0.squareRoot()
    let variance = 1 + 3 * ratio + (10.0 - 1) / 4 * ratio * ratio
    for (trials, printed) in [(100, 0.9004), (46, 0.9505)] {
        let threshold = SharpeEstimate.expectedMaximum(trials: trials, variance: 0.5 / 250)
        let deflated = NormalDistribution.cumulative((ratio - threshold) * 1249.0.squareRoot() / variance.squareRoot())
        #expect((deflated - printed).magnitude < 0.00005, "\(trials): \(deflated)")
    }
}

@Test func `the trials' ratios, their variance, or the least variance deflate, and the convention says which`() {
    var run = RunBuilder.run(
        RunBuilder.returns(seed: 2, count: 1000, drift: 0.001), timestamps: RunBuilder.weekdays(count: 1000), trials: 20
    )
    func deflated() -> Metric? { Analyzer.analyze(run).metrics[.deflatedSharpe] }
    let upper = deflated()
    #expect(upper?.convention.contains("V = 1/(n−1), an upper bound") == true)
    run.trialRatios = TrialRatios(listed: [0.2, 0.9, 1.4, -0.3, 0.8])
    let listed = deflated()
    #expect(run.trialRatios?.annualVariance.map { agree($0, 0.435) } == true)
    #expect(listed?.convention.contains("; 20 trials, V = 0.435/A, ") == true)
    run.trialRatios = TrialRatios(annualVariance: 0.435)
    #expect(agree(deflated()?.value.number, listed?.value.number ?? .nan))
    #expect((listed?.value.number ?? 1) < (upper?.value.number ?? 0))
    run.trials = nil
    #expect(deflated()?.value.reason == "number of trials not given")
    run.trialRatios = TrialRatios(listed: [0.2, 0.9, 1.4, -0.3, 0.8])
    #expect(deflated()?.convention.contains("; 5 trials, ") == true)
}

@Test func `the probabilistic Sharpe ratio and the track record need four returns`() {
    for count in 2...4 {
        let run = RunBuilder.run(
            RunBuilder.returns(seed: 11, count: count, drift: 0.02), timestamps: RunBuilder.weekdays(count: count))
        let metrics = Analyzer.analyze(run).metrics
        #expect((metrics.number(.probabilisticSharpe) != nil) == (count == 4))
        #expect((metrics.number(.minimumTrackRecordLength) != nil) == (count == 4))
    }
    #expect(
        Analyzer.analyze(RunBuilder.run([0.01, 0.02], timestamps: RunBuilder.weekdays(count: 2)))
            .metrics[.probabilisticSharpe]?.value.reason == "fewer than four returns")
}
