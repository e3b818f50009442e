extension StreamRecord {
    /// The records of an event that Lambda hands to a function, or of an answer to GetRecords: `{"Records":[…]}`.
    ///
    /// - Parameter json: the bytes of the event, `Data` for instance.
    /// - Throws: `AttributeError`, `malformed` for what is not such an event.
    public static func records(inEvent json: some Sequence<UInt8>) throws(AttributeError) -> [StreamRecord] {
        let records: [StreamRecord]? = try JSONReader.read(Array(json)) { (json) throws(AttributeError) in
            var records: [StreamRecord]?
            try json.object { (name, json) throws(AttributeError) in
                guard name == "Records" else { return }
                records = try json.elements { (json) throws(AttributeError) in try StreamRecord(json: &json) }
            }
            return records
        }
        guard let records else {
            throw AttributeError(.malformed, path: "Records", reason: "the event has no records")
        }
        for record in records { try record.checkKeys() }
        return records
    }

    /// One record of an event: `{"eventName":"INSERT","dynamodb":{"Keys":{…},"NewImage":{…}}}`.
    ///
    /// - Throws: `AttributeError`, `malformed` for what is no record.
    public init(json: some Sequence<UInt8>) throws(AttributeError) {
        self = try JSONReader.read(Array(json)) { (json) throws(AttributeError) in try StreamRecord(json: &json) }
        try checkKeys()
    }

    private func checkKeys() throws(AttributeError) {
        if keys.isEmpty {
            throw AttributeError(.malformed, path: "dynamodb.Keys", reason: "a change of an item tells its key")
        }
    }
}
