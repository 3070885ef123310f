import Series
import Testing

@Test func `parts of an axis count from 0, as the axis of returns does`() {
    let axis = TimeAxis(milliseconds: [10, 20, 30, 40])
    #expect(axis.count == 4 && axis.first?.milliseconds == 10 && axis.last?.milliseconds == 40)
    let part = axis.afterFirst.part(1..<3)
    #expect(part.map(\.milliseconds) == [30, 40] && part[0].milliseconds == 30 && part.milliseconds(1) == 40)
    #expect(part == TimeAxis([Timestamp(milliseconds: 30), Timestamp(milliseconds: 40)]))
    #expect(part.led(by: Timestamp(milliseconds: 5)).map(\.milliseconds) == [5, 30, 40])
    #expect(TimeAxis().afterFirst.isEmpty && TimeAxis() == [])
}

@Test func `dates of an axis are those of its moments`() {
    let axis = TimeAxis(milliseconds: [-1, 0, Timestamp.day, 3 * Timestamp.day - 1])
    #expect(axis.dates.map(\.day) == [-1, 0, 1, 2] && axis.part(2..<4).dates.first?.day == 1)
}
