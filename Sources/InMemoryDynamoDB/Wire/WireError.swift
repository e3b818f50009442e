import Entities

/// Errors as JSON.
enum WireError {
    /// The HTTP status of an error.
    static func status(of error: DynamoDBError) -> Int {
        switch error.code {
        case .internalServerError: 500
        case .serviceUnavailable: 503
        default: 400
        }
    }

    /// `{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"…"}`
    static func body(of error: DynamoDBError) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("__type")
        json.value("\(namespace(of: error.code))#\(error.code.rawValue)")
        switch error.code {
        case .unknownOperation: break
        case .transactionCanceled:
            writeReasons(error.cancellationReasons, to: &json)
            json.key("Message")
            json.value(error.message)
        case .serialization where error.message.isEmpty: break
        case .serialization, .accessDenied:
            json.key("Message")
            json.value(error.message)
        default:
            writeReasons(error.throttlingReasons, of: error.code, to: &json)
            if let item = error.item {
                json.key("Item")
                json.value(item)
            }
            json.key("message")
            json.value(error.message)
        }
        json.endObject()
        return json.bytes
    }

    private static func namespace(of code: DynamoDBError.Code) -> String {
        switch code {
        case .validation: "com.amazon.coral.validate"
        case .throttling, .serviceUnavailable: "com.amazon.coral.availability"
        case .serialization, .unknownOperation, .accessDenied: "com.amazon.coral.service"
        default: "com.amazonaws.dynamodb.v20120810"
        }
    }

    /// Two of the three codes have the member with a capital.
    private static func writeReasons(
        _ reasons: [DynamoDBError.ThrottlingReason], of code: DynamoDBError.Code, to json: inout JSONWriter
    ) {
        guard !reasons.isEmpty else { return }
        json.key(code == .throttling ? "throttlingReasons" : "ThrottlingReasons")
        json.beginArray()
        for reason in reasons {
            json.beginObject()
            json.key("reason")
            json.value(reason.reason)
            if let resource = reason.resource {
                json.key("resource")
                json.value(resource)
            }
            json.endObject()
        }
        json.endArray()
    }

    private static func writeReasons(_ reasons: [DynamoDBError.CancellationReason], to json: inout JSONWriter) {
        json.key("CancellationReasons")
        json.beginArray()
        for reason in reasons {
            json.beginObject()
            json.key("Code")
            json.value(reason.code)
            if let item = reason.item {
                json.key("Item")
                json.value(item)
            }
            if let message = reason.message {
                json.key("Message")
                json.value(message)
            }
            json.endObject()
        }
        json.endArray()
    }
}
