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
