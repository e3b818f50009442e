import Entities
import Testing

@Suite("The size of an item by DynamoDB's rules")
struct ItemSizeTests {
    // Developer guide, "DynamoDB item sizes and formats".
    @Test(
        "counts names and values",
        arguments: [
            (AttributeValue.string("abc"), 3), (.string("ä€"), 5), (.string(""), 0), (.binary([1, 2]), 2), (true, 1),
            (false, 1), (.null, 1), (0, 1), (1, 2), (100, 2), (1234, 3), (12345, 4), (-1, 3),
            (.stringSet(["ab", "c"]), 3), (.numberSet([1, 22]), 4), (.binarySet([[1], [2, 3]]), 3), (.list([]), 3),
            (.list(["ab", true]), 3 + 2 + 3), (.map([:]), 3),
            (.map(["k": "ab", "l": .list(["x"])]), 3 + 2 + 1 + 2 + 1 + 5),
        ] as [(AttributeValue, Int)])
    func size(value: AttributeValue, expected: Int) {
        #expect(EncodedItem(["name": value]).sizeInBytes == 4 + expected)
    }

    @Test("of nothing is nothing, and attributes add up")
    func sum() {
        #expect(EncodedItem().sizeInBytes == 0)
        #expect((["a": "b", "cd": "ef"] as EncodedItem).sizeInBytes == 6)
    }
}
