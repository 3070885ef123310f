import TestSupport
import Testing

@testable import Containers

/// What is not read on purpose, and what is said about it.
struct RefusalTests {
    private static func code(_ read: () throws(ContainerProblem) -> Void) -> String? {
        do throws(ContainerProblem) {
            try read()
            return nil
        } catch { return error.code }
    }

    @Test func `an encrypted Parquet file is told by its mark`() {
        let bytes = Array("PARE........PARE".utf8)
        #expect(
            Self.code { () throws(ContainerProblem) in _ = try ParquetReader.read(bytes, limit: 1 << 20) }
                == "parquet_encrypted")
    }

    @Test func `Feather version 1 is refused with the line of Python that converts it`() {
        do throws(ContainerProblem) {
            _ = try ArrowReader.read(Array("FEA1".utf8) + [UInt8](repeating: 0, count: 100), limit: 1 << 20)
            Issue.record("it was read")
        } catch {
            #expect(error.code == "feather_v1" && error.remedy.contains("pyarrow.feather"))
        }
    }

    @Test func `a Parquet file that is still being written has no foot`() throws {
        let bytes = try Fixtures.bytes(Fixtures.folder + "/types.parquet").dropLast(100)
        #expect(
            Self.code { () throws(ContainerProblem) in _ = try ParquetReader.read(Array(bytes), limit: 1 << 20) }
                == "parquet_truncated")
    }

    @Test func `columns of lists and structures are left out and told, the others are read`() throws {
        for name in ["nested.parquet", "nested.arrow"] {
            let table = try ColumnFileTests.table(Fixtures.folder + "/" + name)
            #expect(table["a"] != nil && table["c"] != nil && table["list"] == nil)
            #expect(table.omitted.map(\.column).contains("struct"))
            #expect(table.omitted.allSatisfy { $0.code == "nested_column" })
        }
    }
}
