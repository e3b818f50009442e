import Testing

import struct Foundation.Date

@testable import DynamoDBServer

@Suite("Health, and pages of other origins")
struct HealthAndOriginTests {
    @Test("GET / says what the service says")
    func health() async throws {
        let reply = try await TestServer.run(configure: { $0.region = "eu-central-1" }) { server in
            try await server.ask(RawRequest(method: "GET"))
        }
        #expect(reply.status == 200)
        #expect(reply.text == "healthy: dynamodb.eu-central-1.amazonaws.com ")
        #expect(reply.headers["x-amz-crc32"] == String(Checksum.crc32(reply.body)))
        #expect(reply.headers["content-length"] == "45")
    }

    @Test("GET /healthz tells uptime, tables and version")
    func healthz() async throws {
        let clock = SteppingClock(Date(timeIntervalSince1970: 1_000_000), step: 90)
        let reply = try await TestServer.run(configure: { $0.clock = clock.now }) { server in
            _ = try await server.ask(.createTable)
            return try await server.ask(RawRequest(method: "GET", uri: "/healthz?verbose"))
        }
        #expect(reply.headers["content-type"] == "application/json")
        #expect(reply.text.contains("\"tables\":1,") || reply.text.hasSuffix("\"tables\":1}"))
        #expect(reply.text.contains("\"version\":\"\(DynamoDBServer.version)\""))
        let uptime = try #require(reply.text.firstMatch(of: /"uptimeSeconds":(\d+)/)?.1)
        #expect((Int(uptime) ?? 0) >= 90)
    }

    @Test("an Origin is allowed on answers of any kind", arguments: ["GET", "POST", "OPTIONS"])
    func origin(method: String) async throws {
        let reply = try await TestServer.run { server in
            try await server.ask(RawRequest(method: method, headers: [("Origin", "whatever")]))
        }
        #expect(reply.headers["access-control-allow-origin"] == "*")
        #expect(reply.headers["access-control-expose-headers"] != nil)
        #expect(reply.headers["access-control-max-age"] == (method == "OPTIONS" ? "172800" : nil))
        #expect(reply.status == (method == "POST" ? 400 : 200))
    }

    @Test("a preflight is granted what it asks for")
    func preflight() async throws {
        let reply = try await TestServer.run { server in
            try await server.ask(
                RawRequest(
                    method: "OPTIONS",
                    headers: [
                        ("Origin", "whatever"), ("Access-Control-Request-Headers", "a, b, c"),
                        ("Access-Control-Request-Method", "d"),
                    ]))
        }
        #expect(reply.status == 200)
        #expect(reply.headers["access-control-allow-headers"] == "a, b, c")
        #expect(reply.headers["access-control-allow-methods"] == "d")
        #expect(reply.headers["content-length"] == "0")
        #expect(reply.headers["x-amzn-requestid"]?.count == 52)
    }

    @Test(
        "dates are written as HTTP and signatures have them",
        arguments: [
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT", "19941106T084937Z"),
            (0, "Thu, 01 Jan 1970 00:00:00 GMT", "19700101T000000Z"),
            (951_827_696, "Tue, 29 Feb 2000 12:34:56 GMT", "20000229T123456Z"),
            (4_102_444_799, "Thu, 31 Dec 2099 23:59:59 GMT", "20991231T235959Z"),
        ])
    func dates(seconds: Int, http: String, basic: String) {
        #expect(UTCTime(secondsSince1970: seconds).httpDate == http)
        #expect(UTCTime(secondsSince1970: seconds).basicISO8601 == basic)
        #expect(UTCTime.seconds(basicISO8601: basic) == seconds)
    }

    @Test(
        "what is no date is none", arguments: ["", "201", "20230229T000000Z", "20231301T000000Z", "20230101T240000Z"])
    func noDate(text: String) {
        #expect(UTCTime.seconds(basicISO8601: text) == nil)
    }
}
