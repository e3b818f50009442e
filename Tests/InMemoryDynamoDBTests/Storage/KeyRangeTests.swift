import Testing

@testable import InMemoryDynamoDB

@Suite("Key ranges")
struct KeyRangeTests {
    @Test(
        arguments: [
            ([], nil), ([1], [2]), ([1, 0xFF], [2]), ([0xFF], nil), ([0xFF, 0xFF], nil), ([0, 0xFE], [0, 0xFF]),
        ] as [([UInt8], [UInt8]?)])
    func firstBytesAbovePrefix(_ prefix: [UInt8], _ expected: [UInt8]?) {
        #expect(KeyRange.firstBytes(abovePrefix: prefix) == expected)
    }

    @Test func goingOnNeverWidensARange() {
        let range = KeyRange(lower: [5], upper: [9])
        #expect(range.after([6], forward: true) == KeyRange(lower: [6, 0], upper: [9]))
        #expect(range.after([6], forward: false) == KeyRange(lower: [5], upper: [6]))
        #expect(range.after([1], forward: true) == range)
        #expect(range.after([10], forward: false) == range)
        #expect(range.after([9], forward: true).isEmpty)
    }

    @Test func exactlyHasOnlyTheKey() {
        let range = KeyRange.exactly([1, 2])
        #expect(range.contains([1, 2]))
        #expect(!range.contains([1, 2, 0]))
        #expect(!range.contains([1, 1, 0xFF]))
    }
}
