/// One file of data, made while it is written.
public struct DataFile: Sendable {
    /// The table or series that it holds: `drawdowns`.
    public let name: String
    private let make: @Sendable (@escaping ([UInt8]) -> Void) -> Void

    init(_ name: String, make: @escaping @Sendable (@escaping ([UInt8]) -> Void) -> Void) {
        self.name = name
        self.make = make
    }

    /// Hands the bytes on in pieces, in order.
    public func write(to put: @escaping ([UInt8]) -> Void) { make(put) }
}
