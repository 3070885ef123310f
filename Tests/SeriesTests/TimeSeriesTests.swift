import Series
import Testing

@Test func `a series pairs timestamps with values`() {
    let series = TimeSeries(
        timestamps: [Timestamp(milliseconds: 0), Timestamp(milliseconds: Timestamp.day)], values: [1, 2])
    #expect(series.count == 2 && !series.isEmpty)
    #expect(series.dates.map(\.iso) == ["1970-01-01", "1970-01-02"])
    #expect(TimeSeries(timestamps: [], values: []).isEmpty)
}

@Test func `columns of unlike length are a programmer's mistake`() async {
    await #expect(processExitsWith: .failure) { _ = TimeSeries(timestamps: [], values: [1]) }
}
