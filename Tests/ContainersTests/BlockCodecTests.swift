import Foundation
import NativeCodecs
import Testing

struct BlockCodecTests {
    @Test(arguments: BlockCodec.allCases) func `an absurd size is refused without taking memory`(codec: BlockCodec) {
        #expect(throws: BlockCodec.Failure.self) { try codec.expand([1, 2, 3, 4, 5, 6, 7, 8], to: 1 << 40) }
        #expect(throws: BlockCodec.Failure.self) { try codec.expand([1, 2, 3, 4, 5, 6, 7, 8], to: 3) }
        #expect(throws: BlockCodec.Failure.self) { try codec.expand([], to: 3) }
        #expect(throws: BlockCodec.Failure.self) { try codec.expand([0], to: -1) }
    }

    @Test func `LZ4 of Hadoop, of a bare block and of a frame are told apart`() throws {
        let block: [UInt8] = [0x50] + Array("hello".utf8)
        let hadoop: [UInt8] = [0, 0, 0, 5, 0, 0, 0, 6] + block
        #expect(try BlockCodec.lz4Hadoop.expand((hadoop + hadoop)[...], to: 10) == Array("hellohello".utf8))
        #expect(try BlockCodec.lz4Hadoop.expand(block[...], to: 5) == Array("hello".utf8))
        #expect(try BlockCodec.lz4Block.expand(block[...], to: 5) == Array("hello".utf8))
    }

    @Test func `the checksum is that of IEEE 802.3`() {
        #expect(CRC32.checksum(Array("123456789".utf8)[...]) == 0xCBF4_3926)
    }
}
