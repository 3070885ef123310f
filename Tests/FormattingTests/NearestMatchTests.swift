import Testing

@testable import Formatting

/// The distance by its definition, without tables: slow and plain.
private func distance(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
    guard let first = left.first else { return right.count }
    guard let other = right.first else { return left.count }
    if first == other { return distance(left.dropFirst(), right.dropFirst()) }
    var best = min(distance(left.dropFirst(), right), distance(left, right.dropFirst()))
    best = min(best, distance(left.dropFirst(), right.dropFirst()))
    if left.count > 1, right.count > 1, left[left.startIndex + 1] == other, right[right.startIndex + 1] == first {
        best = min(best, distance(left.dropFirst(2), right.dropFirst(2)))
    }
    return best + 1
}

@Test func `the distance of all short words is that of the definition`() {
    var words = [[UInt8]]()
    for length in 0...4 {
        for number in 0..<(length == 0 ? 1 : 1 << length) { words.append((0..<length).map { UInt8(number >> $0 & 1) }) }
    }
    words += [[0, 1, 2], [2, 1, 0], [1, 2, 0, 1], [2, 2, 1]]
    for left in words {
        for right in words { #expect(NearestMatch.editDistance(left, right) == distance(left[...], right[...])) }
    }
}

@Test(arguments: [
    ("benchmrk", "benchmark"), ("bnechmark", "benchmark"), ("benchmarkk", "benchmark"), ("BENCHMARK", "benchmark"),
    ("themes", "theme"), ("shrape", "sharpe"), ("rf", "rf"), ("fr", "rf"), ("sharp", "sharpe"),
])
func `a slip of the keys finds the word`(word: String, expected: String) {
    #expect(NearestMatch.of(word, in: ["rf", "theme", "benchmark", "sharpe"]) == expected)
}

@Test(arguments: ["", "xyz", "bench", "colour", "mark"])
func `another word finds nothing`(word: String) {
    #expect(NearestMatch.of(word, in: ["rf", "theme", "benchmark", "sharpe"]) == nil)
}

@Test func `of several as near the first wins, and a nearer one before it`() {
    #expect(NearestMatch.of("cat", in: ["car", "cab"]) == "car")
    #expect(NearestMatch.of("cat", in: ["cab", "car"]) == "cab")
    #expect(NearestMatch.of("cat", in: ["cab", "cat"]) == "cat")
    #expect(NearestMatch.of("cat", in: []) == nil)
}
