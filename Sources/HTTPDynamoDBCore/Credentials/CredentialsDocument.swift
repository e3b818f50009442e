import Entities

/// The JSON object in which commands, containers and instances hand credentials over. The names of its members have no
/// case.
struct CredentialsDocument {
    private var members: [String: String] = [:]

    init(_ body: [UInt8]) throws(SourceFailure) {
        do {
            members = try JSONReader.read(body) { json throws(JSONError) in
                var members: [String: String] = [:]
                try json.object { name, value throws(JSONError) in
                    switch try value.kind() {
                    case .string: members[name.lowercased()] = try value.string()
                    case .number: members[name.lowercased()] = String(decoding: try value.rawValue(), as: UTF8.self)
                    default: try value.skip()
                    }
                }
                return members
            }
        } catch {
            throw .failed("what came is no JSON object")
        }
    }

    subscript(name: String) -> String? { members[name.lowercased()] }

    /// The credentials. `SessionToken` is what commands call it, `Token` the others.
    func credentials(token name: String, accountID: String? = nil) throws(SourceFailure) -> AWSCredentials {
        let end = self["Expiration"]
        let expiration = end.flatMap { DateText.date($0) }
        guard end == nil || expiration != nil else { throw .failed("Expiration is no date in ISO 8601") }
        return try AWSCredentials(
            checking: self["AccessKeyId"], self["SecretAccessKey"], sessionToken: self[name], expiration: expiration,
            accountID: self["AccountId"] ?? accountID,
            names: (accessKeyID: "AccessKeyId", secretAccessKey: "SecretAccessKey", sessionToken: name))
    }
}
