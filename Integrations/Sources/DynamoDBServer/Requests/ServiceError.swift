/// An error that the service gives before it looks into the request.
struct ServiceError: Error, Hashable {
    var type: String
    var message: String?

    static let serialization = ServiceError(type: "SerializationException")
    static let unknownOperation = ServiceError(type: "UnknownOperationException")
    static let missingToken = ServiceError(
        type: "MissingAuthenticationTokenException", message: "Request is missing Authentication Token")
    static let invalidToken = ServiceError(
        type: "UnrecognizedClientException", message: "The security token included in the request is invalid.")
    /// What the service says where a body cannot be unpacked.
    static let internalFailure = ServiceError(type: "InternalServerError")

    static func incompleteSignature(_ message: String) -> ServiceError {
        ServiceError(type: "IncompleteSignatureException", message: message)
    }

    static func invalidSignature(_ message: String) -> ServiceError {
        ServiceError(type: "InvalidSignatureException", message: message)
    }

    var json: [UInt8] {
        var json = Array("{\"__type\":\"com.amazon.coral.service#\(type)\"".utf8)
        if let message {
            json += Array(",\"message\":\"".utf8)
            Self.append(message, to: &json)
            json.append(UInt8(ascii: "\""))
        }
        json.append(UInt8(ascii: "}"))
        return json
    }

    /// A message may quote what the client sent, so it can hold anything.
    private static func append(_ text: String, to json: inout [UInt8]) {
        let hex = Array("0123456789abcdef".utf8)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): json += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"): json += Array("\\n".utf8)
            case 0..<0x20: json += Array("\\u00".utf8) + [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            default: json.append(byte)
            }
        }
    }
}
