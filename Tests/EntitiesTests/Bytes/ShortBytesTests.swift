import Testing

@testable import Entities

@Suite("Short bytes")
struct ShortBytesTests {
    /// Around the 64 that have room in the value.
    static let counts = [0, 1, 7, 8, 63, 64, 65, 128, 200]

    @Test("Whatever is done, they are what an array would be, and so is every copy", arguments: 0..<60)
    func likeAnArray(seed: UInt64) {
        var bytes = ShortBytes()
        var array: [UInt8] = []
        var copies: [(bytes: ShortBytes, array: [UInt8])] = []
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            Self.change(&bytes, &array, &random)
            #expect(bytes.count == array.count)
            if random.next() & 7 == 0 { copies.append((bytes, array)) }
        }
        #expect(bytes.array == array)
        for copy in copies { #expect(copy.bytes.array == copy.array) }
    }

    @Test("Appended at once, byte by byte, or behind room that was made: it is the same", arguments: counts)
    func appending(count: Int) {
        let array = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        var (single, roomy) = (ShortBytes(), ShortBytes())
        for byte in array { single.append(byte) }
        roomy.reserveCapacity(1000)
        array.withUnsafeBufferPointer { roomy.append(contentsOf: $0) }
        let whole = array.withUnsafeBufferPointer { ShortBytes($0) }
        #expect(whole.array == array && single.array == array && roomy.array == array)
        #expect(whole == single && single == roomy)
        #expect(Set([whole, single, roomy]).count == 1)
        #expect(whole.isEmpty == array.isEmpty)
    }

    @Test("What became short again equals what always was, and not what differs", arguments: counts)
    func equality(count: Int) {
        let array = [UInt8](repeating: 0x61, count: count)
        let short = array.withUnsafeBufferPointer { ShortBytes($0) }
        var cut = short
        for byte in UInt8(0)..<100 { cut.append(byte) }
        #expect(cut != short)
        cut.truncate(to: count)
        #expect(cut == short && cut.hashValue == short.hashValue)
        cut.append(0)
        #expect(cut != short)
        if count > 0 {
            cut.truncate(to: count)
            cut[count - 1] = 0x62
            #expect(cut != short)
        }
    }

    /// Does the same to both, of which there are mostly about as many as have room.
    private static func change(_ bytes: inout ShortBytes, _ array: inout [UInt8], _ random: inout SplitMix64) {
        let position = Int.random(in: 0...array.count, using: &random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0, 1:
            let byte = UInt8.random(in: 0...255, using: &random)
            bytes.append(byte)
            array.append(byte)
        case 2:
            let more = (0..<Int.random(in: 0..<30, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random)
            }
            more.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
            array += more
        case 3:
            let gap = Int.random(in: 0..<12, using: &random)
            bytes.makeGap(gap, at: position)
            array.makeGap(gap, at: position)
            for index in position..<position + gap { (bytes[index], array[index]) = (0xAA, 0xAA) }
        case 4 where position < array.count:
            bytes[position] = 0x55
            array[position] = 0x55
        case 5:
            bytes.reverse(from: position)
            array[position...].reverse()
        case 6 where array.count > 40:
            bytes.truncate(to: position)
            array.truncate(to: position)
        case 7 where random.next() & 15 == 0:
            // From here on an array, however few they are.
            bytes.reserveCapacity(100)
            array.reserveCapacity(100)
        default: break
        }
    }
}
