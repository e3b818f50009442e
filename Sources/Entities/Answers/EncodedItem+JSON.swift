extension EncodedItem {
    /// An item from DynamoDB's JSON, `{"pk":{"S":"TENANT#acme"},"views":{"N":"7"}}`: what `description` writes.
    ///
    /// - Parameter json: the bytes of the text, `Data` for instance.
    /// - Throws: `AttributeError`, `malformed` for what is no such text.
    public init(json: some Sequence<UInt8>) throws(AttributeError) {
        self = try JSONReader.read(Array(json)) { (json) throws(AttributeError) in try json.item() }
    }
}
