import ObjectStorage
import ReportArchive
import SystemFiles

/// Where a command's archive lies: a folder, or `s3://bucket/prefix`.
struct ArchiveLocation {
    private let text: String

    /// A place as the user wrote it.
    init(_ text: String) { self.text = text }

    /// The archive there. Throws where there is none.
    func existing() throws -> Archive {
        text.hasPrefix(S3Address.scheme) ? try .existing(in: try client()) : try .existing(text)
    }

    /// The archive there, begun where it is missing.
    func forWriting() throws -> Archive {
        text.hasPrefix(S3Address.scheme) ? try .forWriting(in: try client()) : try .forWriting(text)
    }

    private func client() throws -> S3Client {
        guard let address = S3Address(text) else {
            throw LocationError(
                message: "'\(PathText.shown(text))' is no place in a bucket; write s3://BUCKET or s3://BUCKET/PREFIX")
        }
        let surroundings = S3Surroundings(
            now: { ProcessEnvironment.unixMilliseconds }, wait: ProcessEnvironment.sleep,
            authority: ProcessEnvironment.variable("AWS_CA_BUNDLE"))
        return S3Client(address, try credentials(), surroundings)
    }

    private func credentials() throws -> S3Credentials {
        do throws(S3Credentials.Failure) {
            return try S3Credentials(
                variable: { ProcessEnvironment.variable($0) },
                file: { path in (try? FileSystem.readFile(path)).map { String(decoding: $0, as: UTF8.self) } })
        } catch { throw LocationError(message: "\(text): \(error.message)") }
    }
}

/// An address of an archive that is none, or for which there is no key.
private struct LocationError: ToldError {
    let message: String
    let isUsage = true
}
