import Entities

/// What the service answers, as bytes.
enum Answers {
    static func item(of record: some ItemEncodable) -> [UInt8] {
        Array(#"{"Item":\#(text(of: record))}"#.utf8)
    }

    static func page(of records: [some ItemEncodable]) -> [UInt8] {
        let items = records.map { text(of: $0) }.joined(separator: ",")
        return Array(#"{"Count":\#(records.count),"ScannedCount":\#(records.count),"Items":[\#(items)]}"#.utf8)
    }

    /// An item in DynamoDB's JSON. A record that cannot be written leaves an item without attributes, which the benchmark then refuses to read.
    private static func text(of record: some ItemEncodable) -> String {
        (try? EncodedItem(record).description) ?? "{}"
    }
}
