import Testing

@testable import Entities

@Suite("Byte buffer")
struct ByteBufferTests {
    @Test("Whatever is written, it holds what an array would", arguments: 0..<40)
    func likeAnArray(seed: UInt64) {
        var buffer = ByteBuffer(capacity: seed.isMultiple(of: 2) ? 0 : 16)
        var array: [UInt8] = []
        var random = SplitMix64(seed: seed)
        for _ in 0..<300 { Self.change(&buffer, &array, &random) }
        #expect(buffer.array == array)
    }

    @Test("What begins on the stack moves to the heap when it is full", arguments: [0, 1, 1023, 1024, 1025, 5000])
    func stack(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let written = ByteBuffer.onStack { buffer in
            var buffer = buffer
            bytes.prefix(count / 2).withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
            for byte in bytes.dropFirst(count / 2) { buffer.append(byte) }
            return buffer.array
        }
        #expect(written == bytes)
    }

    @Test("An empty one has no bytes, and takes some")
    func empty() {
        var buffer = ByteBuffer()
        #expect(buffer.array.isEmpty)
        buffer.append(contentsOf: UnsafeBufferPointer(start: nil, count: 0))
        [UInt8](repeating: 0, count: 1).withUnsafeBufferPointer {
            buffer.append(contentsOf: UnsafeBufferPointer(rebasing: $0[..<0]))
        }
        buffer.truncate(to: 0)
        buffer.makeGap(0, at: 0)
        #expect(buffer.count == 0)
        buffer.append(7)
        #expect(buffer.array == [7])
    }

    @Test("Lengths of one byte and of several stand where their place was kept", arguments: [0, 127, 128, 20_000])
    func varints(value: Int) {
        var buffer = ByteBuffer()
        var array: [UInt8] = []
        for byte: UInt8 in [1, 0, 3, 4] {
            buffer.append(byte)
            array.append(byte)
        }
        buffer.setVarint(value, at: 1)
        array.setVarint(value, at: 1)
        #expect(buffer.array == array)
        #expect(array.suffix(2) == [3, 4])
    }

    /// Does the same to both.
    private static func change(_ buffer: inout ByteBuffer, _ array: inout [UInt8], _ random: inout SplitMix64) {
        let position = Int.random(in: 0...array.count, using: &random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0, 1:
            let byte = UInt8.random(in: 0...255, using: &random)
            buffer.append(byte)
            array.append(byte)
        case 2, 3:
            let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            bytes.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
            array += bytes
        case 4:
            let gap = Int.random(in: 1..<20, using: &random)
            buffer.makeGap(gap, at: position)
            array.makeGap(gap, at: position)
            for index in position..<position + gap { (buffer[index], array[index]) = (0xAA, 0xAA) }
        case 5 where position < array.count:
            buffer.remove(at: position)
            array.remove(at: position)
        case 6 where position < array.count:
            buffer[position] = 0x55
            array[position] = 0x55
        case 7 where array.count > 200:
            buffer.truncate(to: position)
            array.truncate(to: position)
        default: break
        }
        #expect(buffer.count == array.count)
    }
}
