import Testing

/// In which order a Scan finds items, and which segment they are in. Recorded by dynalite's tests.
@Suite("Conformance: order of a Scan")
struct ScanOrderTests {
    @Test func partitionsOfText() throws {
        let tables = ReadTables()
        let keys = (0...9).map(String.init) + ["aardman", "hello", "zapf", "äáöü"]
        tables.put("hash", keys.map { #"{"a":{"S":"\#($0)"}}"# })
        #expect(
            try tables.page("Scan", #"{"TableName":"hash"}"#).texts("a")
                == ["2", "8", "9", "1", "6", "hello", "0", "5", "4", "äáöü", "aardman", "7", "3", "zapf"])
    }

    @Test func partitionsOfNumbers() throws {
        let tables = ReadTables()
        let keys = (0...9).map(String.init) + ["0.012345", "-0.09", "999.9", "-999.9"]
        tables.put("hashN", keys.map { #"{"a":{"N":"\#($0)"}}"# })
        #expect(
            try tables.page("Scan", #"{"TableName":"hashN"}"#).texts("a")
                == ["7", "999.9", "8", "3", "2", "-999.9", "9", "4", "-0.09", "6", "1", "0", "0.012345", "5"])
    }

    @Test(arguments: [
        ("hash", #"{"S":"3635"}"#, 0), ("hash", #"{"S":"228"}"#, 0), ("hash", #"{"S":"1668"}"#, 1),
        ("hash", #"{"S":"3435"}"#, 4), ("hashN", #"{"N":"251"}"#, 1), ("hashN", #"{"N":"2388"}"#, 4095),
    ])
    func segments(_ table: String, _ key: String, _ segment: Int) throws {
        let tables = ReadTables()
        tables.put(table, [#"{"a":\#(key)}"#])
        let body = #"{"TableName":"\#(table)","TotalSegments":4096,"Segment":"#
        #expect(try tables.page("Scan", "\(body)\(segment)}").count == 1)
        #expect(try tables.page("Scan", "\(body)\(segment == 0 ? 4095 : segment - 1)}").count == 0)
    }

    /// Entries of a global index with the same key come in the order of the hash of the table's key.
    @Test(arguments: [
        ["bb", "aa", "ce", "ea", "da", "cd"], ["aa", "da", "ba", "ca", "db", "cb"],
    ])
    func entriesOfEqualKeys(_ order: [String]) throws {
        let tables = ReadTables()
        tables.put(
            "range",
            order.sorted().map { #"{"a":{"S":"\#($0.prefix(1))"},"b":{"S":"\#($0.suffix(1))"},"c":{"S":"c"}}"# })
        let condition = #""KeyConditionExpression":"c = :c","ExpressionAttributeValues":{":c":{"S":"c"}}"#
        let query = #"{"TableName":"range","IndexName":"index3",\#(condition)"#
        let page = try tables.page("Query", query + "}")
        #expect(zip(page.texts("a"), page.texts("b")).map { $0 + $1 } == order)
        #expect(try tables.page("Scan", #"{"TableName":"range","IndexName":"index3"}"#).texts("a") == page.texts("a"))

        // Page by page it is the same.
        var (found, start): ([String], String) = ([], "")
        for _ in order {
            let page = try tables.page("Query", query + #","Limit":1\#(start)}"#)
            found += zip(page.texts("a"), page.texts("b")).map { $0 + $1 }
            start = #","ExclusiveStartKey":\#(try page.startKey())"#
        }
        #expect(found == order)
        #expect(try tables.page("Query", query + #","Limit":1\#(start)}"#).count == 0)
    }
}
