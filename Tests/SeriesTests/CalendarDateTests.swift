import Series
import Testing

@Test func `every day of the years 1 to 9999 is found again, in order and with its weekday`() throws {
    // Walks the calendar by its rules, from Monday 1 January of year 1.
    var day = try #require(CalendarDate(year: 1, month: 1, day: 1)).day
    var weekday = 0
    var isSound = true
    for year in 1...9999 {
        let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
        for (month, length) in zip(1..., [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
            for dayOfMonth in 1...length {
                let date = CalendarDate(day: day)
                isSound = isSound && date.components == (year, month, dayOfMonth) && date.weekday == weekday
                if dayOfMonth == 1 || dayOfMonth == length {
                    isSound = isSound && CalendarDate(year: year, month: month, day: dayOfMonth) == date
                }
                day += 1
                weekday = (weekday + 1) % 7
            }
            isSound = isSound && CalendarDate(year: year, month: month, day: length + 1) == nil
        }
        if !isSound { break }
    }
    #expect(isSound)
    #expect(CalendarDate(day: day - 1).iso == "9999-12-31")
}

@Test func `known days stand where they must`() throws {
    #expect(CalendarDate(iso: "1970-01-01")?.day == 0)
    #expect(CalendarDate(iso: "1970-01-01")?.weekday == 3)
    #expect(CalendarDate(iso: "2000-02-29")?.day == 11_016)
    #expect(CalendarDate(iso: "1969-12-31")?.day == -1)
    #expect(CalendarDate(iso: "2015-01-02")?.weekday == 4)
    #expect(CalendarDate(iso: "1600-01-01")?.day == -135_140)
}

@Test func `days that there are not are refused`() {
    for text in [
        "2015-02-29", "1900-02-29", "2015-00-01", "2015-13-01", "2015-01-00", "2015-04-31", "0000-01-01",
        "2015-1-2", "2015-01-2 ", "2015/01/02", "+015-01-02", "2015-+1-02", "2015-01-+2", "-015-01-02", "20150102", "",
        "2015-01-02T00", "٢٠١٥-01-02", "2015-0x-02",
    ] {
        #expect(CalendarDate(iso: text) == nil, "\(text)")
    }
    #expect(CalendarDate(year: 10_000, month: 1, day: 1) == nil)
    #expect(CalendarDate(year: .min, month: .max, day: .min) == nil)
}

@Test func `text and date are one`() throws {
    for day in stride(from: -719_162, through: 2_932_896, by: 37) {
        let date = CalendarDate(day: day)
        if CalendarDate(iso: date.iso) != date { Issue.record("\(date.iso)") }
    }
    let date = try #require(CalendarDate(year: 7, month: 3, day: 4))
    #expect(date.iso == "0007-03-04" && date.description == date.iso && date.display == "4 Mar 7")
    #expect(CalendarDate(iso: "x2015-01-02".dropFirst())?.display == "2 Jan 2015")
}

@Test(arguments: [
    ("2015-01-31", 1, "2015-02-28"), ("2016-01-31", 1, "2016-02-29"), ("2015-03-31", -1, "2015-02-28"),
    ("2015-12-15", 1, "2016-01-15"), ("2015-01-15", -1, "2014-12-15"), ("2015-06-30", 12, "2016-06-30"),
    ("2016-02-29", -12, "2015-02-28"), ("2016-02-29", 48, "2020-02-29"), ("2015-05-31", 0, "2015-05-31"),
    ("2015-12-31", -22, "2014-02-28"), ("0001-02-03", -1, "0001-01-03"),
])
func `months are added to the same day or the last one`(start: String, months: Int, end: String) {
    #expect(CalendarDate(iso: start)?.adding(months: months).iso == end)
}

@Test func `adding months moves the month index by as many`() throws {
    let start = try #require(CalendarDate(iso: "2015-08-31"))
    for months in -2000...2000 {
        let moved = start.adding(months: months)
        if moved.monthIndex != start.monthIndex + months { Issue.record("\(months) months: \(moved)") }
    }
}

@Test func `weeks start on Monday, months and years on their first day`() throws {
    let date = try #require(CalendarDate(iso: "2015-03-01"))
    #expect(date.weekday == 6)
    #expect(date.weekStart.iso == "2015-02-23")
    #expect(date.weekStart.weekStart == date.weekStart)
    #expect(date.monthStart == date)
    #expect(CalendarDate(iso: "2015-03-31")?.monthStart == date)
    #expect(date.yearStart.iso == "2015-01-01")
    #expect(date.year == 2015 && date.month == 3)
    #expect(CalendarDate(iso: "1960-02-29")?.weekStart.iso == "1960-02-29")
}

@Test func `earlier days come first`() {
    #expect(CalendarDate(day: -1) < CalendarDate(day: 0))
    #expect(!(CalendarDate(day: 0) < CalendarDate(day: 0)))
}
