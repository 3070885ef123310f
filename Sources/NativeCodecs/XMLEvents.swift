import CExpat

/// Reads XML with expat and hands on what it meets, one event after another.
///
/// A document type declaration ends the reading: nothing that is read here has one, and without it there are no
/// entities of a document's own, neither from elsewhere nor growing ones.
@safe public final class XMLEvents {
    /// One event.
    public enum Event {
        /// An element begins, with its attributes in their order. Names are without their namespace's prefix.
        case start(name: String, attributes: [(name: String, value: String)])
        /// Characters within the element, in one or several pieces.
        case text(String)
        /// An element ends.
        case end(name: String)
    }

    /// Why a document could not be read.
    public struct Failure: Error, Equatable, Sendable {
        /// In words, as expat says it.
        public let fact: String
        /// Offset of the byte.
        public let byte: Int
    }

    private let handle: (Event) -> Bool
    private var parser: XML_Parser? = nil
    private var depth = 0
    private var refusal: String?
    /// How deeply elements may nest.
    private static let mostDepth = 64

    /// - Parameter handle: Takes each event; answers whether the reading goes on.
    private init(_ handle: @escaping (Event) -> Bool) { self.handle = handle }

    /// Reads a document; ends early and without an error where `handle` answers false.
    public static func read(_ bytes: [UInt8], _ handle: @escaping (Event) -> Bool) throws(Failure) {
        guard bytes.count <= Int(Int32.max) else { throw Failure(fact: "more than 2 GiB", byte: 0) }
        try XMLEvents(handle).parse(bytes)
    }

    private func parse(_ bytes: [UInt8]) throws(Failure) {
        guard let parser = unsafe XML_ParserCreate(nil) else { throw Failure(fact: "out of memory", byte: 0) }
        unsafe self.parser = unsafe parser
        defer { unsafe XML_ParserFree(parser) }
        unsafe register(with: parser)
        let status = unsafe bytes.withUnsafeBytes { raw in
            unsafe XML_Parse(parser, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count), 1)
        }
        let byte = unsafe Int(XML_GetCurrentByteIndex(parser))
        if let refusal { throw Failure(fact: refusal, byte: byte) }
        let code = unsafe XML_GetErrorCode(parser)
        guard status != XML_STATUS_OK, code != XML_ERROR_ABORTED else { return }
        throw Failure(fact: unsafe String(cString: XML_ErrorString(code)), byte: byte)
    }

    private func register(with parser: XML_Parser) {
        unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        unsafe XML_SetElementHandler(
            parser, { unsafe XMLEvents.of($0).started($1, $2) }, { unsafe XMLEvents.of($0).ended($1) })
        unsafe XML_SetCharacterDataHandler(parser) { unsafe XMLEvents.of($0).met($1, $2) }
        unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            unsafe XMLEvents.of(data).stop("a document type declaration is not allowed")
        }
    }

    private static func of(_ data: UnsafeMutableRawPointer?) -> XMLEvents {
        guard let data = unsafe data else { preconditionFailure("expat lost its user data") }
        return unsafe Unmanaged<XMLEvents>.fromOpaque(data).takeUnretainedValue()
    }

    private func started(_ name: UnsafePointer<CChar>?, _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        depth += 1
        guard depth <= Self.mostDepth else { return stop("elements nest deeper than \(Self.mostDepth)") }
        var attributes = [(name: String, value: String)]()
        var index = 0
        while let name = unsafe list?[index], let value = unsafe list?[index + 1] {
            attributes.append((Self.local(unsafe String(cString: name)), unsafe String(cString: value)))
            index += 2
        }
        pass(.start(name: unsafe Self.name(name), attributes: attributes))
    }

    private func ended(_ name: UnsafePointer<CChar>?) {
        depth -= 1
        pass(.end(name: unsafe Self.name(name)))
    }

    private func met(_ text: UnsafePointer<CChar>?, _ count: Int32) {
        let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Int(count))
        pass(.text(unsafe String(decoding: bytes, as: UTF8.self)))
    }

    private func pass(_ event: Event) {
        guard refusal == nil else { return }
        if !handle(event) { halt() }
    }

    private func stop(_ fact: String) {
        if refusal == nil { refusal = fact }
        halt()
    }

    private func halt() {
        if let parser = unsafe parser { _ = unsafe XML_StopParser(parser, XML_Bool(XML_FALSE)) }
    }

    private static func name(_ name: UnsafePointer<CChar>?) -> String {
        guard let name = unsafe name else { return "" }
        return local(unsafe String(cString: name))
    }

    /// `x:row` is `row`.
    private static func local(_ name: String) -> String {
        guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
        return String(name[name.utf8.index(after: colon)...])
    }
}
