import Entities
import Testing

@testable import InMemoryDynamoDB

/// Sizes are read off the bytes of a number; `Number` knows them from its digits.
@Suite("Sizes of packed numbers")
struct PackedSizeTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func sizesAreThoseOfTheNumbers(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<4000 {
            let digits = (0..<Int.random(in: 1...38, using: &random)).map { _ in
                String(Int.random(in: 0...9, using: &random))
            }.joined()
            let exponent = Int.random(in: -125...80, using: &random)
            let number = try Number(parsing: "\(Bool.random(using: &random) ? "-" : "")\(digits)E\(exponent)")
            try expectSize(of: number)
        }
        for integer in -1100...1100 { try expectSize(of: Number(integer)) }
    }

    private func expectSize(of number: Number) throws {
        let size = EncodedItem.packed(.number(number)).withUnsafeBufferPointer { PackedValue($0).sizeInBytes }
        try #require(size == number.sizeInBytes, "\(number)")
    }
}
