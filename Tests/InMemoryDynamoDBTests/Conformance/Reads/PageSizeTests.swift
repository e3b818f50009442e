import Testing

/// With which item a page ends, to the byte. Recorded by dynalite's tests.
@Suite("Conformance: pages of one megabyte")
struct PageSizeTests {
    private static let condition =
        #""KeyConditionExpression":"a = :a","ExpressionAttributeValues":{":a":{"S":"aaaaaaaaaa"}}"#

    /// 25 items whose sort key has two characters and that have another attribute of `size` bytes, but for those in `others`.
    private static func fill(_ tables: ReadTables, _ name: String, _ size: Int, _ others: [Int: Int]) {
        tables.put(
            "range",
            (0..<25).map { number in
                let text = String(repeating: "e", count: others[number] ?? size)
                let key = number < 10 ? "0\(number)" : "\(number)"
                return #"{"a":{"S":"aaaaaaaaaa"},"b":{"S":"\#(key)"},"\#(name)":{"S":"\#(text)"}}"#
            })
    }

    @Test(
        arguments: [
            (255, 41645, [:], 25, false, 128), (1, 41645, [24: 41646], 25, true, 127.5),
            (1, 41645, [:], 25, false, 127.5), (255, 43372, [23: 43387, 24: 44999], 25, true, 133.5),
            (1, 43372, [23: 43388], 24, true, 127.5),
        ] as [(Int, Int, [Int: Int], Int, Bool, Double)])
    func pagesEndWithTheItemThatFillsThem(
        _ nameLength: Int, _ size: Int, _ others: [Int: Int], _ count: Int, _ isCutOff: Bool, _ units: Double
    ) throws {
        let tables = ReadTables()
        Self.fill(tables, String(repeating: "n", count: nameLength), size, others)
        for operation in ["Query", "Scan"] {
            let condition = operation == "Query" ? Self.condition + "," : ""
            let body =
                #"{"TableName":"range",\#(condition)"Select":"COUNT","Limit":26,"ReturnConsumedCapacity":"TOTAL""#
            let page = try tables.page(operation, body + "}")
            #expect(page.count == count)
            #expect(page.scannedCount == count)
            #expect(page.last?["b"] == (isCutOff ? ["S": "\(count - 1)"] : nil))
            #expect(page.capacity == units)
            #expect(!page.hasItems)
        }
    }
}
