extension StreamRecord {
    init(json: inout JSONReader) throws(AttributeError) {
        self.init(
            eventID: "", event: .modify, region: "", approximateCreationDate: Date(timeIntervalSince1970: 0),
            keys: EncodedItem(), sequenceNumber: "", sizeInBytes: 0, viewType: .keysOnly)
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "eventID": eventID = try json.string()
            case "eventName": event = Event(rawValue: try json.string()) ?? .modify
            case "eventVersion": eventVersion = try json.string()
            case "eventSource": eventSource = try json.string()
            case "awsRegion": region = try json.string()
            case "dynamodb": try readChange(&json)
            case "userIdentity": if try !json.nullIfPresent() { userIdentity = try UserIdentity(json: &json) }
            default: try json.skip()
            }
        }
    }

    private mutating func readChange(_ json: inout JSONReader) throws(AttributeError) {
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "ApproximateCreationDateTime":
                approximateCreationDate = Date(timeIntervalSince1970: try json.double())
            case "Keys": keys = try json.item()
            case "NewImage": newImage = try json.item()
            case "OldImage": oldImage = try json.item()
            case "SequenceNumber": sequenceNumber = try json.string()
            case "SizeBytes": sizeInBytes = try json.int()
            case "StreamViewType": viewType = StreamViewType(rawValue: try json.string()) ?? .keysOnly
            default: try json.skip()
            }
        }
    }
}

extension StreamRecord.UserIdentity {
    fileprivate init(json: inout JSONReader) throws(AttributeError) {
        self.init(type: "", principalID: "")
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            // Capital in the service's answers, small in the events of Lambda.
            case "Type", "type": type = try json.string()
            case "PrincipalId", "principalId": principalID = try json.string()
            default: try json.skip()
            }
        }
    }
}
