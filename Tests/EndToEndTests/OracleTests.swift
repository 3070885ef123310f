import Foundation
import TestSupport
import Testing

/// The numbers against `Tests/Oracle`, an implementation in Python that shares nothing with the product.
@Suite struct OracleTests {
    /// A Python that has what the oracle needs: Debian's packages belong to `/usr/bin/python3`, whatever the PATH has.
    static let python: String? = ["/usr/bin/python3", "python3"].first { name in
        (try? Tearsheet.tool(name, ["-c", "import numpy, pandas, scipy.stats"]).code) == 0
    }

    /// It takes a minute, so it runs where it is asked for.
    static let isAsked = ProcessInfo.processInfo.environment["TEARSHEET_ORACLE"] != nil

    @Test(
        .enabled(if: isAsked, "set TEARSHEET_ORACLE=1"),
        .enabled(if: python != nil, "no python3 with numpy, pandas and scipy; Scripts/setup tests installs them"))
    func `every number of the oracle's smaller runs agrees with it`() throws {
        let python = try #require(Self.python)
        let result = try Tearsheet.tool(python, ["-B", "Tests/Oracle", Tearsheet.path, "--quick"])
        #expect(result.code == 0, "\(result.output.suffix(8000))\(result.errors.suffix(2000))")
        #expect(result.output.contains(" numbers agree in "))
    }
}
