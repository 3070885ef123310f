import Glibc

/// A web server for one reader on this machine: it listens on 127.0.0.1 only and answers one request after another.
///
/// It knows `GET` and closes each connection after its answer. A request for another host than itself is refused, so no
/// page of another site can reach it through a name that it made lead here.
public final class LoopbackServer {
    /// An answer to a request.
    public struct Answer: Sendable {
        /// `200 OK`, `404 Not Found`.
        public var status: String
        /// Its media type.
        public var type: String
        /// What is sent.
        public var body: [UInt8]

        /// An answer with all its parts.
        public init(status: String = "200 OK", type: String, body: [UInt8]) {
            (self.status, self.type, self.body) = (status, type, body)
        }
    }

    /// The port that it listens on.
    public let port: UInt16
    private let socket: Int32
    /// A request is its first line and a few more; more than this is none of a browser.
    private static let largestRequest = 16_384

    /// Listens on a port, or on a free one where it is 0.
    public init(port: UInt16 = 0) throws(FileError) {
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        socket = Glibc.socket(AF_INET, type, 0)
        guard socket >= 0 else { throw FileError(.start, "a web server", code: errno) }
        var again: Int32 = 1
        _ = unsafe setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &again, socklen_t(MemoryLayout<Int32>.size))
        do throws(FileError) {
            self.port = try Self.bind(socket, to: port)
        } catch {
            _ = close(socket)
            throw error
        }
    }

    deinit { _ = close(socket) }

    /// Answers what is asked for within some seconds.
    public func serve(for seconds: Double, _ answer: (_ path: String) -> Answer) {
        let end = ProcessEnvironment.seconds + seconds
        while true {
            let left = end - ProcessEnvironment.seconds
            guard left > 0 else { return }
            var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            guard unsafe poll(&waiting, 1, Int32(min(left, 60) * 1000) + 1) > 0 else { continue }
            let connection = accept(socket, nil, nil)
            guard connection >= 0 else { continue }
            _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
            reply(on: connection, answer)
            _ = close(connection)
        }
    }

    private func reply(on connection: Int32, _ answer: (String) -> Answer) {
        // A connection that says nothing, as browsers open ahead of need, must not hold others up.
        var patience = timeval(tv_sec: 0, tv_usec: 500_000)
        let size = socklen_t(MemoryLayout<timeval>.size)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            _ = unsafe setsockopt(connection, SOL_SOCKET, option, &patience, size)
        }
        guard let request = Self.request(on: connection) else { return }
        let reply = Self.path(of: request, port: port).map(answer) ?? Self.refusal
        let head =
            "HTTP/1.1 \(reply.status)\r\nContent-Type: \(reply.type)\r\nContent-Length: \(reply.body.count)\r\n"
            + "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
            + "Connection: close\r\n\r\n"
        _ = FileSystem.writeFully(Array(head.utf8) + reply.body, to: connection)
    }

    /// The lines of a request up to the empty one; nil where they do not come.
    private static func request(on connection: Int32) -> String? {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 4096)
        while bytes.count < largestRequest {
            let count = unsafe read(connection, &block, block.count)
            guard count > 0 else { return nil }
            bytes += block.prefix(count)
            if String(decoding: bytes, as: UTF8.self).utf8.suffix(4).elementsEqual("\r\n\r\n".utf8) {
                return String(decoding: bytes, as: UTF8.self)
            }
        }
        return nil
    }

    private static let refusal = Answer(
        status: "403 Forbidden", type: "text/plain", body: Array("This address is for this machine's browser.\n".utf8))

    /// The path that is asked for; nil where it is no `GET`, or meant for another host.
    static func path(of request: String, port: UInt16) -> String? {
        let lines = request.split(separator: "\r\n", omittingEmptySubsequences: true)
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count == 3, words[0] == "GET" else { return nil }
        let hosts = lines.dropFirst().filter { $0.lowercased().hasPrefix("host:") }
        guard hosts.count == 1, let host = hosts.first?.dropFirst(5).drop(while: { $0 == " " }),
            host == "127.0.0.1:\(port)" || host == "localhost:\(port)"
        else { return nil }
        return String(words[1])
    }
}

extension LoopbackServer {
    /// Binds a socket and listens; gives the port.
    private static func bind(_ socket: Int32, to port: UInt16) throws(FileError) -> UInt16 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe Glibc.bind(socket, address, length) == 0 && listen(socket, 16) == 0
                    && getsockname(socket, address, &length) == 0
            }
        }
        guard isBound else { throw FileError(.start, "a web server on port \(port)", code: errno) }
        return UInt16(bigEndian: address.sin_port)
    }
}
