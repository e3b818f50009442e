import Testing

@testable import DynamoDBServer

@Suite("Accept-Encoding is read as the service reads it")
struct AcceptedEncodingTests {
    @Test(
        "the best encoding",
        arguments: [
            ("gzip", .gzip), ("deflate", .deflate), ("GZIP, identity", .gzip), ("dog, gzip ,, cat", .gzip),
            ("gzip, deflate", .gzip), ("br, identity, deflate, gzip", .deflate),
            ("gzip;q=0.8, deflate;q=0.5", .gzip), ("br, gzip;q=0, deflate; q = 0.5 , identity;q=0", .deflate),
            ("*", .gzip), ("*, deflate;q=0.5", .gzip), ("*, deflate", .deflate), ("*, identity", .gzip),
            ("*, gzip;q=0.5", .deflate), ("*;q=0.5,identity", .gzip), ("gzip;q=0.5,identity;q=0.8", .gzip),
            ("deflate;q=0.5, gzip;q=31", .gzip), ("gzip;q=31,deflate;q=51", .gzip),
            ("deflate;q=0.5, gzip;q=0.2", .deflate), ("deflate;q=0.5, gzip;q=1;q=0.2", .gzip),
            ("deflate;q=0.5,gzip;q=0.", .deflate), ("deflate;q=0.5,gzip;q=0.x", .gzip),
            ("deflate;q=-0.5,gzip;q=0.2", .gzip), ("gzip;q=0, gzip;q=1, gzip;q=0", .gzip),
            ("br,identity;q=0.5,gzip;q=0.0001", .gzip),
        ] as [(String, Compression)])
    func best(header: String, expected: Compression) {
        #expect(AcceptedEncoding.best(header) == expected)
    }

    @Test(
        "nothing that can be had",
        arguments: [
            "identity", "", "br", "zstd", "compress", "x-gzip", "gzip ;q=0", "identity;q=0", "*;q=0",
            "br;q=0.8,identity;q=0.5,*;q=0", "\"gzip\"", "gzip br", "gzip:q=1", "gzip;nq=1;q=0 ",
        ])
    func none(header: String) {
        #expect(AcceptedEncoding.best(header) == nil)
    }
}
