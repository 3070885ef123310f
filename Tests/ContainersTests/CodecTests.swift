import Foundation
import TestSupport
import Testing

@testable import NativeCodecs

struct SHA256Tests {
    @Test func `bytes in pieces have the digest of the whole, wherever they are cut`() {
        var numbers = SeededNumbers(seed: 5)
        for _ in 0..<200 {
            let bytes = (0..<numbers.below(400)).map { _ in UInt8(truncatingIfNeeded: numbers.next()) }
            var stream = SHA256Stream()
            var place = 0
            while place < bytes.count {
                let end = min(bytes.count, place + 1 + numbers.below(130))
                stream.update(Array(bytes[place..<end]))
                place = end
            }
            #expect(stream.hex == SHA256.hex(bytes))
        }
    }

    /// FIPS 180-4 examples, and lengths around a block, where the padding changes shape.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `published digests`(text: String, digest: String) {
        #expect(SHA256.hex(Array(text.utf8)) == digest)
        #expect(SHA256.portableHex(Array(text.utf8)) == digest)
    }

    /// By Python's hashlib.
    @Test(arguments: [
        (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
        (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
        (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
        (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    ])
    func `every length around a block's edge is padded right`(count: Int, digest: String) {
        #expect(SHA256.hex([UInt8](repeating: UInt8(ascii: "a"), count: count)) == digest)
    }

    @Test func `the digest is the bytes of its digits`() {
        let bytes = Array("abc".utf8)
        let digits = SHA256.digest(of: bytes).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        #expect(digits.joined() == SHA256.hex(bytes) && digits.count == 32)
    }

    @Test func `a million letters`() {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        #expect(SHA256.hex(bytes) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func `the processor's instructions and the portable code agree on every length around blocks`() {
        for count in 0...200 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ count) }
            #expect(SHA256.hex(bytes) == SHA256.portableHex(bytes))
        }
    }
}

struct GzipTests {

    private func packed(_ bytes: [UInt8]) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/gzip")
        process.arguments = ["-nc"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        DispatchQueue.global().async {
            input.fileHandleForWriting.write(Data(bytes))
            try? input.fileHandleForWriting.close()
        }
        let result = Array(output.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return result
    }

    @Test func `members follow each other and zeros may pad them`() throws {
        let text = Array("one, two, three\n".utf8)
        let file = try packed(text)
        #expect(try Gzip.decompress(file, limit: 1000) == text)
        #expect(try Gzip.decompress(file + file, limit: 1000) == text + text)
        #expect(try Gzip.decompress(file + [0, 0, 0], limit: 1000) == text)
        #expect(throws: Gzip.Failure.damaged) { try Gzip.decompress(file + [7], limit: 1000) }
    }

    @Test func `expansion stops at the limit, exactly`() throws {
        let text = [UInt8](repeating: UInt8(ascii: "0"), count: 5_000_000)
        let file = try packed(text)
        #expect(try Gzip.decompress(file, limit: text.count).count == text.count)
        #expect(throws: Gzip.Failure.tooLarge(limit: text.count - 1)) {
            try Gzip.decompress(file, limit: text.count - 1)
        }
        #expect(Gzip.beginning(of: file, count: 100) == Array(text.prefix(100)))
    }

    @Test func `every cut and every changed byte is noticed`() throws {
        let file = try packed(Array("date,equity\n2024-01-02,100\n2024-01-03,101\n".utf8))
        for end in 3..<file.count {
            #expect(throws: Gzip.Failure.self) { try Gzip.decompress(Array(file[..<end]), limit: 1000) }
        }
        // Bytes 4 to 9 are time, hints and system, which no checksum covers.
        for index in file.indices where index < 3 || index > 9 {
            var damaged = file
            damaged[index] ^= 0x41
            #expect(throws: Gzip.Failure.self) { try Gzip.decompress(damaged, limit: 1000) }
        }
    }
}
