import HTTPDynamoDBCore
import NIOCore
import Testing

@testable import DynamoDBNIOTransport

@Suite("Reading responses")
struct ResponseParserTests {
    /// What comes out of bytes that arrive in these pieces: responses, and how it ended.
    struct Outcome: Equatable {
        var responses: [Parsed] = []
        var failure: TransportError.Reason?
    }

    struct Parsed: Equatable {
        var status: Int
        var headers: [TransportRequest.Header]
        var body: [UInt8]
        var keepsConnection: Bool

        init(_ response: Response) {
            status = response.status
            headers = response.headers
            body = response.body
            keepsConnection = response.keepsConnection
        }
    }

    static func parse(_ pieces: [[UInt8]], maximumBodySize: Int = 1 << 20, ends: Bool = true) -> Outcome {
        var parser = ResponseParser(maximumBodySize: maximumBodySize)
        var outcome = Outcome()
        do throws(TransportError) {
            for piece in pieces {
                var rest = ByteBuffer(bytes: piece)
                while rest.readableBytes > 0 {
                    rest.moveReaderIndex(forwardBy: try parser.read(rest.readableBytesUInt8Span))
                    if parser.isComplete { outcome.responses.append(Parsed(parser.take())) }
                }
            }
            if ends, parser.phase != .statusLine, parser.readEnd() {
                outcome.responses.append(Parsed(parser.take()))
            }
        } catch {
            outcome.failure = error.reason
        }
        return outcome
    }

    static func parse(_ text: String, maximumBodySize: Int = 1 << 20) -> Outcome {
        parse([Array(text.utf8)], maximumBodySize: maximumBodySize)
    }

    static let responses: [(text: String, bodies: [String], keeps: Bool)] = [
        ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", ["{}"], true),
        ("HTTP/1.1 200\r\ncontent-length:0\r\n\r\n", [""], true),
        ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\n{}", ["{}"], true),
        ("HTTP/1.1 200 OK\r\nConnection: x, Close \r\nContent-Length: 2\r\n\r\n{}", ["{}"], false),
        ("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}", ["{}"], false),
        ("HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\n{}", ["{}"], true),
        ("HTTP/1.1 200 OK\r\n\r\nuntil the end", ["until the end"], false),
        ("HTTP/1.1 204 No Content\r\n\r\n", [""], true),
        ("HTTP/1.1 304 Not Modified\r\nContent-Length: 10\r\n\r\n", [""], true),
        (
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx",
            ["x"], true
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n000\r\nX-T: 1\r\n\r\n",
            ["abc0123456789"], true
        ),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", [""], true),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\naHTTP/1.1 400 Bad\r\nContent-Length: 1\r\nX-Empty:\r\n\r\nb",
            ["a", "b"], true
        ),
    ]

    @Test("responses as servers write them", arguments: responses)
    func valid(text: String, bodies: [String], keeps: Bool) {
        let outcome = Self.parse(text)
        #expect(outcome.failure == nil)
        #expect(outcome.responses.map { String(decoding: $0.body, as: UTF8.self) } == bodies)
        #expect(outcome.responses.last?.keepsConnection == keeps)
    }

    @Test("it does not matter in which pieces the bytes come", arguments: responses)
    func splits(text: String, bodies: [String], keeps: Bool) {
        let bytes = Array(text.utf8)
        let whole = Self.parse([bytes])
        #expect(Self.parse(bytes.map { [$0] }) == whole)
        for cut in 0...bytes.count {
            #expect(Self.parse([Array(bytes[..<cut]), Array(bytes[cut...])]) == whole, "cut at \(cut)")
        }
        var random = SplitMix64(state: UInt64(bytes.count))
        for _ in 0..<200 {
            var pieces: [[UInt8]] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Int.random(in: 1...min(rest.count, 9), using: &random)
                pieces.append(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
            #expect(Self.parse(pieces) == whole)
        }
    }

    @Test("headers keep their order, names and values", .bug("https://www.rfc-editor.org/rfc/rfc9112#section-5"))
    func headers() throws {
        let outcome = Self.parse("HTTP/1.1 200 OK\r\nB: \t two words \t\r\na: ü\r\nB:\r\nContent-Length: 0\r\n\r\n")
        let response = try #require(outcome.responses.first)
        #expect(
            response.headers == [
                .init("B", "two words"), .init("a", "ü"), .init("B", ""), .init("Content-Length", "0"),
            ])
    }

    /// Where two readers could see two responses, or where it is no HTTP at all (RFC 9112, sections 2.2, 5.1, 6.3, 7.1).
    @Test(
        "what is ambiguous or no HTTP is refused",
        arguments: [
            "hello", "HTTP/2 200 OK\r\n\r\n", "http/1.1 200 OK\r\n\r\n", "HTTP/1.1 20 OK\r\n\r\n",
            "HTTP/1.1 2000\r\n\r\n", "HTTP/1.1 099 x\r\n\r\n", "HTTP/1.1  200 OK\r\n\r\n",
            "\r\nHTTP/1.1 200 OK\r\n\r\n",
            "HTTP/1.1 101 Switching Protocols\r\n\r\n",
            "HTTP/1.1 200 OK\nContent-Length: 0\n\n", "HTTP/1.1 200 OK\r\nA: b\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nA: b\rC: d\r\n\r\n", "HTTP/1.1 200 OK\r\nA: b\0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n", "HTTP/1.1 200 OK\r\nA : b\r\n\r\n",
            "HTTP/1.1 200 OK\r\n: b\r\n\r\n", "HTTP/1.1 200 OK\r\nnothing\r\n\r\n",
            "HTTP/1.1 200 OK\r\nA(b): c\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            "HTTP/1.1 200 OK\r\nContent-Length: 1, 1\r\n\r\na", "HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\na",
            "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 0x1\r\n\r\na",
            "HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 18446744073709551617\r\n\r\na",
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\n\r\n",
            "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\ng\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1 1\r\na\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\na\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10000000000000000\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nno trailer\r\n\r\n",
        ])
    func refused(text: String) {
        let bytes = Array(text.utf8)
        let outcome = Self.parse([bytes + Array("\r\n".utf8)])
        #expect(outcome == Outcome(failure: .malformedResponse))
        #expect(Self.parse((bytes + Array("\r\n".utf8)).map { [$0] }) == outcome)
    }

    @Test("heads, trailers and chunk lines have an end")
    func bounds() {
        let long = String(repeating: "x", count: ResponseParser.maximumHeadSize)
        #expect(Self.parse("HTTP/1.1 200 \(long)\r\n\r\n").failure == .malformedResponse)
        #expect(Self.parse("HTTP/1.1 200 OK\r\nA: \(long)\r\n\r\n").failure == .malformedResponse)
        let headers = { (count: Int) in String(repeating: "A: b\r\n", count: count) }
        let head = "HTTP/1.1 200 OK\r\n"
        #expect(Self.parse(head + headers(255) + "Content-Length: 0\r\n\r\n").failure == nil)
        #expect(Self.parse(head + headers(256) + "Content-Length: 0\r\n\r\n").failure == .malformedResponse)
        let chunked = head + "Transfer-Encoding: chunked\r\n\r\n"
        #expect(Self.parse(chunked + "0\r\n" + headers(257) + "\r\n").failure == .malformedResponse)
        #expect(Self.parse(chunked + "1;" + long + "\r\n").failure == .malformedResponse)
        let announcements = String(repeating: "HTTP/1.1 100 Continue\r\n\r\n", count: 3000)
        #expect(Self.parse(announcements + head + "Content-Length: 0\r\n\r\n").failure == .malformedResponse)
        // Without any line end, too, and before memory is full.
        #expect(Self.parse(long + long).failure == .malformedResponse)
    }

    @Test("a body has as many bytes as are allowed, and not one more")
    func largeBodies() {
        let head = "HTTP/1.1 200 OK\r\n"
        for (text, isTooLarge) in [
            ("Content-Length: 10\r\n\r\n0123456789", false), ("Content-Length: 11\r\n\r\n", true),
            ("Transfer-Encoding: chunked\r\n\r\n5\r\n01234\r\n5\r\n56789\r\n0\r\n\r\n", false),
            ("Transfer-Encoding: chunked\r\n\r\n5\r\n01234\r\n6\r\n", true),
            ("Transfer-Encoding: chunked\r\n\r\nfffffffffffffff\r\n", true),
            ("\r\n0123456789", false), ("\r\n0123456789a", true),
        ] {
            let outcome = Self.parse(head + text, maximumBodySize: 10)
            #expect(outcome.failure == (isTooLarge ? .responseTooLarge : nil), "\(text)")
            if !isTooLarge { #expect(outcome.responses.map(\.body) == [Array("0123456789".utf8)]) }
        }
    }

    @Test("no bytes are beyond it", arguments: 0..<20)
    func randomBytes(seed: Int) {
        var random = SplitMix64(state: UInt64(seed))
        let words = [
            "HTTP/1.1 ", "200", " OK", "\r\n", "\r", "\n", ":", "Content-Length", "Transfer-Encoding", "chunked", "5",
            "0", ";", " ", "ff",
        ]
        for _ in 0..<1000 {
            var bytes: [UInt8] = Bool.random(using: &random) ? Array("HTTP/1.1 200 OK\r\n".utf8) : []
            for _ in 0..<Int.random(in: 0..<40, using: &random) {
                if Int.random(in: 0..<4, using: &random) == 0 {
                    bytes.append(.random(in: 0...255, using: &random))
                } else {
                    bytes += Array(words[Int.random(in: 0..<words.count, using: &random)].utf8)
                }
            }
            // In pieces or not, it comes to the same.
            #expect(Self.parse(bytes.map { [$0] }, ends: false) == Self.parse([bytes], ends: false), "\(bytes)")
        }
    }
}
