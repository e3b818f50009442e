import Entities
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    /// FIPS 180-4's examples, as published by NIST with intermediate values; the last is the empty message of CAVP.
    @Test(
        "The examples of the standard",
        arguments: [
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
                "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
            ),
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ])
    func examples(message: String, digest: String) {
        #expect(SHA256.hash(message.utf8).description == digest)
    }

    @Test("A million times the letter a, in pieces (FIPS 180-4)")
    func million() {
        var hash = SHA256()
        let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 1000)
        for _ in 0..<1000 { hash.update(piece) }
        #expect(
            hash.finalize().description == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    /// SHA256ShortMsg.rsp and SHA256LongMsg.rsp of NIST's CAVP (shabytetestvectors).
    @Test(
        "Short and long messages of the validation program",
        arguments: [
            ("d3", "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"),
            ("11af", "5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98"),
            ("b4190e", "dff2e73091f6c05e528896c4c831b9448653dc2ff043528f6769437bc7b975c2"),
            (
                "4eef5107459bddf8f24fc7656fd4896da8711db50400c0164847f692b886ce8d7f4d67395090b3534efd7b0d298da34b",
                "7c5d14ed83dab875ac25ce7feed6ef837d58e79dc601fb3c1fca48d4464e8b83"
            ),
            (
                """
                5a86b737eaea8ee976a0a24da63e7ed7eefad18a101c1211e2b3650c5187c2a8\
                a650547208251f6d4237e661c7bf4c77f335390394c37fa1a9f9be836ac28509
                """, "42e61e174fbb3897d6dd6cef3dd2802fe67b331953b06114a65c772859dfc1aa"
            ),
            (
                """
                451101250ec6f26652249d59dc974b7361d571a8101cdfd36aba3b5854d3ae086b5fdd4597721b66e3c0dc5d8c606d96\
                57d0e323283a5217d1f53f2f284f57b85c8a61ac8924711f895c5ed90ef17745ed2d728abd22a5f7a13479a462d71b56\
                c19a74a40b655c58edfe0a188ad2cf46cbf30524f65d423c837dd1ff2bf462ac4198007345bb44dbb7b1c861298cdf61\
                982a833afc728fae1eda2f87aa2c9480858bec
                """, "3c593aa539fdcdae516cdf2f15000f6634185c88f505b39775fb9ab137a10aa2"
            ),
            (
                """
                6b918fb1a5ad1f9c5e5dbdf10a93a9c8f6bca89f37e79c9fe12a57227941b173ac79d8d440cde8c64c4ebc84a4c803d1\
                98a296f3de060900cc427f58ca6ec373084f95dd6c7c427ecfbf781f68be572a88dbcbb188581ab200bfb99a3a816407\
                e7dd6dd21003554d4f7a99c93ebfce5c302ff0e11f26f83fe669acefb0c1bbb8b1e909bd14aa48ba3445c88b0e1190ee\
                f765ad898ab8ca2fe507015f1578f10dce3c11a55fb9434ee6e9ad6cc0fdc4684447a9b3b156b908646360f24fec2d8f\
                a69e2c93db78708fcd2eef743dcb9353819b8d667c48ed54cd436fb1476598c4a1d7028e6f2ff50751db36ab6bc32435\
                152a00abd3d58d9a8770d9a3e52d5a3628ae3c9e0325
                """, "46500b6ae1ab40bde097ef168b0f3199049b55545a1588792d39d594f493dca7"
            ),
        ])
    func validation(message: String, digest: String) {
        #expect(SHA256.hash(bytes(hexadecimal: message)).description == digest)
    }

    /// SHA256Monte.rsp of CAVP: each checkpoint is a thousand hashes on from the one before.
    @Test("The first checkpoints of the Monte Carlo test")
    func monteCarlo() {
        var seed = bytes(hexadecimal: "6d1e72ad03ddeb5de891e572e2396f8da015d899ef0e79503152d6010a3fe691")
        for checkpoint in [
            "e93c330ae5447738c8aa85d71a6c80f2a58381d05872d26bdd39f1fcd4f2b788",
            "2e78f8c8772ea7c9331d41ed3f9cdf27d8f514a99342ee766ee3b8b0d0b121c0",
            "d6a23dff1b7f2eddc1a212f8a218397523a799b07386a30692fd6fe9d2bf0944",
            "fb0099a964fad5a88cf12952f2991ce256a4ac3049f3d389c3b9e6c00e585db4",
            "f9eba2a4cf6263826beaf6150057849eb975a9513c0b76ecad0f1c19ebbad89b",
        ] {
            var last = [seed, seed, seed]
            for _ in 0..<1000 { last = [last[1], last[2], SHA256.hash(last[0] + last[1] + last[2]).bytes] }
            #expect(last[2] == bytes(hexadecimal: checkpoint))
            seed = last[2]
        }
    }

    /// A chain over the hashes of all lengths, each of which is padded in its own way: the i-th message is i times the byte i.
    /// The result is that of Python's `hashlib`.
    @Test("Every length within three blocks")
    func lengths() {
        var chain = SHA256()
        for length in 0...192 { chain.update(SHA256.hash(repeatElement(UInt8(length), count: length)).bytes) }
        #expect(chain.finalize().description == "5cb809a265c5ba8fa24a901e45ea980081874f1fd213a73fa87a79c814367870")
    }

    @Test("Pieces of any size have the hash of the whole", arguments: 0..<20 as Range<UInt64>)
    func pieces(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let message = (0..<Int.random(in: 0...1000, using: &random)).map { _ in
            UInt8.random(in: 0...255, using: &random)
        }
        var hash = SHA256()
        var rest = message[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Int.random(in: 0...150, using: &random))
            rest = rest.dropFirst(piece.count)
            // A slice lies in one piece of memory, a lazy sequence does not.
            if Bool.random(using: &random) { hash.update(piece) } else { hash.update(piece.lazy.map { $0 }) }
        }
        #expect(hash.finalize() == SHA256.hash(message))
    }

    /// What is hashed elsewhere goes by the processor's instructions where it has some.
    @Test("The compression in Swift is that of the processor", arguments: 0..<20 as Range<UInt64>)
    func compression(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let count = Int.random(in: 0...5, using: &random)
        // From an odd address: blocks lie anywhere.
        let bytes = (0...count * SHA256.blockLength).map { _ in UInt8.random(in: 0...255, using: &random) }
        var state = SIMD8<UInt32>()
        for index in state.indices { state[index] = .random(in: 0...UInt32.max, using: &random) }
        var other = state
        bytes.withUnsafeBytes { bytes in
            SHA256.compress(bytes.baseAddress! + 1, blocks: count, into: &state)
            SHA256.compressInSwift(bytes.baseAddress! + 1, blocks: count, into: &other)
        }
        #expect(state == other)
    }

    @Test("A copy goes on by itself")
    func copies() {
        var hash = SHA256()
        hash.update("a".utf8)
        var copy = hash
        copy.update("bc".utf8)
        #expect(copy.finalize() == SHA256.hash("abc".utf8))
        #expect(hash.finalize() == SHA256.hash("a".utf8))
    }

    @Test("Bytes are compared to the last")
    func comparison() {
        let message = [UInt8](0..<32)
        func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
            one.withUnsafeBytes { one in other.withUnsafeBytes { ConstantTime.areEqual(one, $0) } }
        }
        #expect(areEqual(message, message))
        #expect(areEqual([], []))
        #expect(!areEqual(message, Array(message.dropLast())))
        for index in message.indices {
            var other = message
            other[index] ^= 0x80
            #expect(!areEqual(message, other))
        }
    }
}
