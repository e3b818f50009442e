/// Identifiers for answers, as the service writes them: 52 of `0-9A-Z`. They tell requests apart in logs and guard nothing.
struct RequestIdentifiers {
    private static let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUV".utf8)
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> String {
        String(unsafeUninitializedCapacity: 52) { text in
            var bits: UInt64 = 0
            for place in 0..<52 {
                if place % 12 == 0 { bits = random() }
                text[place] = Self.digits[Int(bits & 31)]
                bits >>= 5
            }
            return 52
        }
    }

    /// SplitMix64: the system's generator costs more than a whole request.
    private mutating func random() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
