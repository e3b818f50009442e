import Entities

/// The chance in sample values: the same for the same seed and name, whatever else the schema holds, so that a new attribute changes
/// nothing but itself, and attributes of one name have one value throughout a service.
struct SampleNumbers {
    let seed: UInt64

    /// 64 bits for a name.
    func bits(_ name: String, _ ordinal: Int = 0) -> UInt64 {
        var generator = SplitMix64(seed: seed ^ FNV1a.hash("\(name)/\(ordinal)".utf8))
        return generator.next()
    }

    /// 128 bits for a name.
    func wideBits(_ name: String, _ ordinal: Int = 0) -> UInt128 {
        UInt128(bits(name, ordinal)) << 64 | UInt128(bits(name, ordinal + 1_000))
    }

    /// A number of two digits for a name.
    func number(_ name: String, _ ordinal: Int = 0) -> Int { Int(bits(name, ordinal) % 90) + 10 }
}
