import Testing

@testable import DynamoDBServer

@Suite("Bodies come and go packed")
struct CompressionTests {
    private static let gzip = ("Content-Encoding", "gzip")

    private static func packed(_ text: String) throws -> [UInt8] {
        try #require(Compression.gzip.compress(Array(text.utf8)))
    }

    private static func send(_ body: [UInt8], encoding: String = "gzip") async throws -> Reply {
        try await TestServer.run { server in
            var request = RawRequest.call("ListTables", "", [("Content-Encoding", encoding)])
            request.body = body
            return try await server.ask(request)
        }
    }

    @Test("a packed request is unpacked; two packings in a row are one body")
    func request() async throws {
        let whole = try await Self.send(try Self.packed("{}"))
        #expect(whole.text == "{\"TableNames\":[]}")
        let halves = try await Self.send(try Self.packed("{") + Self.packed("}"))
        #expect(halves.text == "{\"TableNames\":[]}")
    }

    @Test(
        "what cannot be unpacked is an internal error, as with the service",
        arguments: ["cut off", "not packed", "empty", "followed by junk", "unknown encoding"])
    func broken(kind: String) async throws {
        let packed = try Self.packed("{}")
        let reply =
            switch kind {
            case "cut off": try await Self.send(packed.dropLast())
            case "not packed": try await Self.send(Array("{}".utf8))
            case "empty": try await Self.send([])
            case "followed by junk": try await Self.send(packed + Array("junk".utf8))
            default: try await Self.send(packed, encoding: "garbage")
            }
        #expect(reply.status == 500)
    }

    @Test("a bomb is refused")
    func bomb() async throws {
        let body = try Self.packed(String(repeating: " ", count: 17 * 1024 * 1024))
        #expect(body.count < 200_000)
        let reply = try await Self.send(body)
        #expect(reply.status == 413)
    }

    @Test(
        "answers from 4 KB on are packed for those who ask, and the checksum is of what is sent",
        arguments: Compression.allCases)
    func answer(compression: Compression) async throws {
        let value = String(repeating: "x", count: 4096)
        try await TestServer.run { server in
            _ = try await server.ask(.createTable)
            _ = try await server.ask(.put("large", value: value))
            _ = try await server.ask(.put("small"))
            let plain = try await server.ask(.get("large"))
            #expect(plain.headers["content-encoding"] == nil)
            let packed = try await server.ask(.get("large", [("Accept-Encoding", compression.rawValue)]))
            #expect(packed.headers["content-encoding"] == compression.rawValue)
            #expect(packed.headers["x-amz-crc32"] == String(Checksum.crc32(packed.body)))
            #expect(packed.body.count * 30 < plain.body.count)
            if compression == .gzip {
                #expect(try Decompression.gunzip(packed.body, limit: 1 << 20) == plain.body)
            }
            let small = try await server.ask(.get("small", [("Accept-Encoding", compression.rawValue)]))
            #expect(small.headers["content-encoding"] == nil)
        }
    }

    @Test("what is packed comes out as it was", arguments: [0, 1, 100, 65_536, 300_000])
    func roundTrip(count: Int) throws {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...63, using: &generator) }
        let packed = try #require(Compression.gzip.compress(bytes))
        #expect(try Decompression.gunzip(packed, limit: count) == bytes)
        if count > 0 {
            #expect(throws: Decompression.Failure.tooLarge) { try Decompression.gunzip(packed, limit: count - 1) }
        }
    }
}
