import Testing

@testable import HTMLOutput

/// Links to files beside a page, and lines within tables.
@Suite struct FileLinkTests {
    @Test(arguments: [
        ("x/a.html", "x/a.html"), ("a b#c?.html", "a%20b%23c%3F.html"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("../../etc/passwd", "etc/passwd"), ("/etc/./x", "etc/x"), ("日", "%E6%97%A5"), ("a\"b&<", "a%22b%26%3C"),
        ("ª1", "%C2%AA1"),
    ])
    func `a file's address is a path below the page and nothing else`(path: String, address: String) {
        #expect(LinkTarget.address(ofFile: path) == address)
    }

    private func line(_ values: [Double]) -> String {
        var out = MarkupBuffer()
        SmallLine.write(values, to: &out)
        return out.text
    }

    @Test func `a line rises from the bottom to the top of its values`() {
        #expect(line([1, 2, 3]).contains("d=\"M0 19L1 10L2 1\""))
        #expect(line([5, 5]).contains("d=\"M0 10L1 10\""))
        #expect(line([1, .nan, 3]).contains("d=\"M0 19L2 1\""))
    }

    @Test func `nothing to draw draws nothing, and no number leaves the picture`() {
        #expect(line([]).isEmpty && line([1]).isEmpty && line([.nan, .infinity]).isEmpty)
        #expect(line([-1e308, 1e308]).contains("d=\"M0 19L1 1\""))
    }
}
