import Transfers

/// Large objects are sent in parts, each tried again on its own, and appear when the last is confirmed.
extension S3Client {
    func putInParts(_ bytes: [UInt8], to key: String) throws(S3Error) {
        let begun = send(request("POST", key, [("uploads", "")]))
        guard begun.status == 200, let upload = S3Listing.text(of: "UploadId", in: begun.body) else {
            throw S3Error(.write, url(key), begun)
        }
        do throws(S3Error) {
            try finish(upload, key, try parts(bytes, upload, key))
        } catch {
            // Parts without an object cost money until somebody removes them.
            _ = send(request("DELETE", key, [("uploadId", upload)]))
            throw error
        }
    }

    /// The tags of the parts, in their order.
    private func parts(_ bytes: [UInt8], _ upload: String, _ key: String) throws(S3Error) -> [String] {
        var tags: [String] = []
        for start in stride(from: 0, to: bytes.count, by: Self.partSize) {
            let query = [("partNumber", String(tags.count + 1)), ("uploadId", upload)]
            var part = request("PUT", key, query.map { (name: $0.0, value: $0.1) })
            part.body = Array(bytes[start..<min(start + Self.partSize, bytes.count)])
            let answer = send(part)
            guard answer.status == 200, let tag = answer.tag else { throw S3Error(.write, url(key), answer) }
            tags.append(tag)
        }
        return tags
    }

    private func finish(_ upload: String, _ key: String, _ tags: [String]) throws(S3Error) {
        var request = request("POST", key, [("uploadId", upload)])
        let parts = tags.enumerated().map { index, tag in
            "<Part><PartNumber>\(index + 1)</PartNumber><ETag>\(tag)</ETag></Part>"
        }
        request.body = Array("<CompleteMultipartUpload>\(parts.joined())</CompleteMultipartUpload>".utf8)
        let answer = send(request)
        // The server may say 200 first and find a mistake later: then its answer is an error's.
        guard answer.status == 200, S3Listing.text(of: "Code", in: answer.body) == nil else {
            throw S3Error(.write, url(key), answer)
        }
    }
}
