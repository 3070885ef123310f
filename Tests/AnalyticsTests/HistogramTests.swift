import Analytics
import Foundation
import RunBuilders
import RunModel
import Series
import Testing

private func histogram(_ returns: [Double]) -> Histogram {
    Analyzer.analyze(RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: returns.count))).distribution
        .histogram
}

@Test func `every value is in one bin or gathered at an end`() {
    for count in [1, 2, 10, 51, 400, 2500] {
        for scale in [1e-6, 0.01, 0.5] {
            let values = RunBuilder.returns(seed: UInt64(count), count: count, drift: 0, scale: scale)
            let bins = histogram(values)
            #expect(bins.counts.reduce(0, +) + bins.below + bins.above == count, "\(count) \(scale)")
            for (index, bin) in bins.counts.enumerated() {
                let low = ((bins.start / bins.width).rounded() + Double(index)) * bins.width
                let high = ((bins.start / bins.width).rounded() + Double(index + 1)) * bins.width
                #expect(bin == values.count { $0 >= low && $0 < high }, "\(count) \(scale) \(index)")
            }
        }
    }
}

@Test func `edges are round and one of them is zero`() {
    for scale in [1e-4, 0.003, 0.02, 0.7] {
        let bins = histogram(RunBuilder.returns(seed: 9, count: 2000, drift: 0, scale: scale))
        let mantissa = bins.width / pow(10, log10(bins.width).rounded(.down))
        #expect([1, 2, 5, 10].contains { (mantissa - $0).magnitude < 1e-9 }, "\(bins.width)")
        let steps = bins.start / bins.width
        #expect((steps - steps.rounded()).magnitude < 1e-9)
        #expect((8...90).contains(bins.counts.count), "\(bins.counts.count)")
        #expect(bins.start < 0 && bins.start + bins.width * Double(bins.counts.count) > 0)
    }
}

@Test func `one wild day does not squeeze the rest into one bin`() {
    var values = RunBuilder.returns(seed: 9, count: 2000)
    values[700] = 3
    let bins = histogram(values)
    #expect(bins.above >= 1 && bins.counts.filter { $0 > 0 }.count > 20)
}

@Test func `values that are all the same fill one bin`() {
    let bins = histogram([Double](repeating: 0, count: 20))
    #expect(bins.counts == [20])
    #expect(histogram([]).counts.isEmpty)
}

@Test func `the best and the worst days are listed in order, with their dates`() {
    let returns = RunBuilder.returns(seed: 12, count: 300)
    let section = Analyzer.analyze(RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: 300))).distribution
    #expect(section.best.map(\.value) == Array(returns.sorted(by: >).prefix(10)))
    #expect(section.worst.map(\.value) == Array(returns.sorted().prefix(10)))
    let day = returns.firstIndex(of: returns.max() ?? 0).map { RunBuilder.weekdays(count: 300)[$0].date.iso }
    #expect(section.best.first?.timestamp.description == day)
    #expect(section.periodName == "daily")
    let few = Analyzer.analyze(RunBuilder.run([0.1, -0.1, 0.1], timestamps: RunBuilder.weekdays(count: 3))).distribution
    #expect(few.best.map(\.value) == [0.1, 0.1, -0.1] && few.worst.map(\.value) == [-0.1, 0.1, 0.1])
}
