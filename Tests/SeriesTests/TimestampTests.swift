import Series
import Testing

@Test func `a timestamp falls into its date and the time of day, before 1970 too`() {
    for milliseconds in stride(from: Int64(-400_000_000), through: 400_000_000, by: 1_234_567) {
        let timestamp = Timestamp(milliseconds: milliseconds)
        let rebuilt = Int64(timestamp.date.day) * Timestamp.day + timestamp.millisecondsOfDay
        #expect(rebuilt == milliseconds && (0..<Timestamp.day).contains(timestamp.millisecondsOfDay))
        #expect(timestamp.hour == Int(timestamp.millisecondsOfDay / 3_600_000))
    }
    #expect(Timestamp(milliseconds: -1).date.iso == "1969-12-31")
    #expect(Timestamp(milliseconds: -Timestamp.day).date.iso == "1969-12-31")
    #expect(Timestamp(milliseconds: 0).date.iso == "1970-01-01")
}

@Test func `every millisecond written as seconds is kept`() {
    let date = CalendarDate(day: 16_437)
    for millisecond in stride(from: 0, to: 86_400_000, by: 997) {
        let timestamp = Timestamp(date, seconds: Double(millisecond) / 1000)
        if timestamp.millisecondsOfDay != millisecond {
            Issue.record("\(millisecond) becomes \(timestamp.millisecondsOfDay)")
        }
    }
    #expect(Timestamp(date, seconds: 1.0019).millisecondsOfDay == 1001)
    #expect(Timestamp(date, seconds: .nan) == Timestamp(date))
    #expect(Timestamp(date, seconds: .infinity) == Timestamp(date))
}

@Test func `a timestamp shows its time only where it has one`() {
    let date = CalendarDate(day: 16_437)
    #expect(Timestamp(date).description == "2015-01-02")
    #expect(Timestamp(date, seconds: 56_100).description == "2015-01-02 15:35")
    #expect(Timestamp(date, seconds: 56_100.001).description == "2015-01-02 15:35:00.001")
    #expect(Timestamp(date, seconds: 5.25).description == "2015-01-02 00:00:05.250")
    #expect(Timestamp(date, seconds: 5).description == "2015-01-02 00:00:05")
    #expect(Timestamp(CalendarDate(day: -1), seconds: 86_399).description == "1969-12-31 23:59:59")
}

@Test func `days with fraction are the coordinate of time`() {
    #expect(Timestamp(CalendarDate(day: 2), seconds: 43_200).fractionalDays == 2.5)
    #expect(Timestamp(milliseconds: 1) < Timestamp(milliseconds: 2))
}
