import CZlib
import HTTPDynamoDBCore
import Testing

@testable import DynamoDBNIOTransport

@Suite("Compressed responses")
struct InflationTests {
    static let formats: [Inflation.Format] = [.gzip, .zlib]

    static func pack(_ bytes: [UInt8], _ format: Inflation.Format) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream, 6, Z_DEFLATED, format.rawValue, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var input = bytes
        return input.withUnsafeMutableBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: Int(deflateBound(&stream, uLong(input.count)))) { output, count in
                stream.next_in = input.baseAddress
                stream.avail_in = uInt(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = uInt(output.count)
                deflate(&stream, Z_FINISH)
                count = output.count - Int(stream.avail_out)
            }
        }
    }

    static func response(_ body: [UInt8], _ coding: String) -> Response {
        var response = Response(status: 200, body: body)
        response.coding.add(coding)
        return response
    }

    @Test("what was packed comes out, with the sum of the packed bytes", arguments: ["gzip", "X-GZIP", "deflate"])
    func roundTrip(coding: String) throws {
        var random = SplitMix64(state: 1)
        for count in [0, 1, 1000, 4095, 4096, 4097, 100_000, 1_000_000] {
            let plain = (0..<count).map { _ in UInt8.random(in: 0..<4, using: &random) }
            let packed = Self.pack(plain, coding == "deflate" ? .zlib : .gzip)
            let response = try Self.response(packed, coding).transportResponse(maximumBodySize: count)
            #expect(response.body == plain)
            #expect(response.content == .decompressed(crc32: Inflation.crc32(packed)))
        }
    }

    /// The check value of CRC-32 in the catalogue of parametrised CRC algorithms (CRC-32/ISO-HDLC).
    @Test("the sum is the CRC-32 that all others mean")
    func sum() {
        #expect(Inflation.crc32(Array("123456789".utf8)) == 0xcbf4_3926)
        #expect(Inflation.crc32([]) == 0)
    }

    @Test("several packed pieces in a row are one body")
    func members() throws {
        let packed = Self.pack(Array("one".utf8), .gzip) + Self.pack([], .gzip) + Self.pack(Array("two".utf8), .gzip)
        #expect(try Inflation.inflate(packed, .gzip, limit: 6) == Array("onetwo".utf8))
    }

    @Test("what is not compressed stays as it is", arguments: ["identity", "", "gzip"])
    func asSent(coding: String) throws {
        let body = coding == "gzip" ? [] : Array("body".utf8)
        let response = try Self.response(body, coding).transportResponse(maximumBodySize: 10)
        #expect(response.body == body)
        #expect(response.content == .asSent)
    }

    @Test("what is packed twice, or in an unknown way, is refused", arguments: ["br", "gzip, gzip", "compress"])
    func unknown(coding: String) {
        let error = #expect(throws: TransportError.self) {
            try Self.response([1], coding).transportResponse(maximumBodySize: 10)
        }
        #expect(error?.reason == .malformedResponse)
        var twice = Self.response([1], "gzip")
        twice.coding.add("deflate")
        #expect(throws: TransportError.self) { try twice.transportResponse(maximumBodySize: 10) }
    }

    @Test("what is broken, cut off or followed by something else is refused", arguments: formats)
    func broken(format: Inflation.Format) {
        let packed = Self.pack(Array(repeating: 7, count: 10_000), format)
        for count in 0..<packed.count {
            let error = #expect(throws: TransportError.self) {
                try Inflation.inflate(Array(packed[..<count]), format, limit: 1 << 20)
            }
            #expect(error?.reason == .malformedResponse)
        }
        #expect(throws: TransportError.self) { try Inflation.inflate(packed + [1], format, limit: 1 << 20) }
        var random = SplitMix64(state: 2)
        for _ in 0..<2000 {
            var bytes = packed
            bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
            _ = try? Inflation.inflate(bytes, format, limit: 1 << 20)
        }
    }

    @Test("a body that unpacks to more than allowed is given up", arguments: formats)
    func bomb(format: Inflation.Format) throws {
        let packed = Self.pack([UInt8](repeating: 0, count: 10_000_000), format)
        #expect(try Inflation.inflate(packed, format, limit: 10_000_000).count == 10_000_000)
        for limit in [0, 1, 9_999_999] {
            let error = #expect(throws: TransportError.self) { try Inflation.inflate(packed, format, limit: limit) }
            #expect(error?.reason == .responseTooLarge)
        }
    }
}
