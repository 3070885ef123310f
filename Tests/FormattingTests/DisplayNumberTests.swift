import Formatting
import Testing

private let thin = "\u{202F}"
private let minus = "\u{2212}"

@Test func `numbers have a true minus and thin spaces between thousands`() {
    #expect(DisplayNumber.number(1234.5, places: 2) == "1\(thin)234.50")
    #expect(DisplayNumber.number(-1_234_567.891, places: 1) == "\(minus)1\(thin)234\(thin)567.9")
    #expect(DisplayNumber.number(999, places: 0) == "999")
    #expect(DisplayNumber.number(-0.5, places: 1) == "\(minus)0.5")
    #expect(DisplayNumber.number(999.96, places: 1) == "1\(thin)000.0")
}

@Test func `grouping counts from the point`() {
    for (digits, text) in [
        ("1", "1"), ("12", "12"), ("123", "123"), ("1234", "1 234"), ("123456", "123 456"),
        ("1234567.1234", "1 234 567.1234"),
    ] {
        #expect(DisplayNumber.grouped(digits) == text.split(separator: " ").joined(separator: thin))
    }
}

@Test func `signed numbers show a plus, zero never a sign`() {
    #expect(DisplayNumber.number(0.25, places: 2, signed: true) == "+0.25")
    #expect(DisplayNumber.number(-0.25, places: 2, signed: true) == "\(minus)0.25")
    for value in [0, -0.0, 0.004, -0.004] {
        #expect(DisplayNumber.number(value, places: 2, signed: true) == "0.00")
        #expect(DisplayNumber.number(value, places: 2) == "0.00")
    }
}

@Test func `fractions read as percent`() {
    #expect(DisplayNumber.percent(0.1234) == "12.3\(thin)%")
    #expect(DisplayNumber.percent(-0.1441, places: 2) == "\(minus)14.41\(thin)%")
    #expect(DisplayNumber.percent(0.05, places: 0, signed: true) == "+5\(thin)%")
    #expect(DisplayNumber.percent(12.5, places: 0) == "1\(thin)250\(thin)%")
    #expect(DisplayNumber.percent(0.00001, signed: true) == "0.0\(thin)%")
}

@Test func `amounts carry their currency and multiples their cross`() {
    #expect(DisplayNumber.money(1234.5, currency: "USD") == "1\(thin)234.50\u{00A0}USD")
    #expect(DisplayNumber.money(-2, currency: nil, places: 0) == "\(minus)2")
    #expect(DisplayNumber.money(2, currency: "") == "2.00")
    #expect(DisplayNumber.multiple(5.94) == "5.94×")
}

@Test func `what is no number is not available`() {
    for value in [Double.nan, .infinity, -.infinity] {
        #expect(DisplayNumber.number(value, places: 2) == "n/a")
        #expect(DisplayNumber.percent(value) == "n/a")
        #expect(DisplayNumber.money(value, currency: "USD") == "n/a")
        #expect(DisplayNumber.multiple(value) == "n/a")
    }
    #expect(DisplayNumber.percent(1e307) == "n/a")
}

@Test func `rounding makes nothing certain`() {
    for (value, text) in [
        (-0.99997, "−99.997 %"), (0.9996, "99.96 %"), (0.99949, "99.9 %"), (-1, "−100.0 %"), (1, "100.0 %"),
        (1.0004, "100.0 %"), (-0.9999999, "−99.99999 %"), (0.5, "50.0 %"),
    ] {
        #expect(DisplayNumber.percent(value) == text.replacing(" ", with: thin), "\(value)")
    }
    for (value, text) in [
        (0.0004, "< 0.001"), (5e-324, "< 0.001"), (0, "0.000"), (0.0005, "0.001"), (0.9996, "> 0.999"),
        (0.9994, "0.999"), (1, "1.000"), (0.035, "0.035"), (.nan, "n/a"),
    ] {
        #expect(DisplayNumber.probability(value) == text.replacing(" ", with: thin), "\(value)")
    }
}

@Test func `a fraction below a whole is never written as the whole`() {
    var gap = 0.2
    while gap > 1e-15 {
        for value in [1 - gap, gap - 1] where value.magnitude < 1 {
            #expect(!DisplayNumber.percent(value).contains("100"), "\(value)")
        }
        gap /= 1.7
    }
}

@Test func `spans are in the unit that a person would say`() {
    for (hours, text) in [
        (0.5, "30 min"), (1, "1 h"), (7.25, "7.3 h"), (47, "47 h"), (651.8, "27 d"), (50, "2.1 d"), (0, "0 min"),
        (.infinity, "n/a"),
    ] {
        #expect(DisplayNumber.duration(hours: hours) == text.replacing(" ", with: thin), "\(hours)")
    }
}
