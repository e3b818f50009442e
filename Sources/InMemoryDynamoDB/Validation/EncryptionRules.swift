import Entities

/// What the service asks of the encryption of a table.
enum EncryptionRules {
    static func check(_ encryption: ServerSideEncryption?) throws(DynamoDBError) {
        guard let encryption else { return }
        if encryption.enabled == false {
            if encryption.type != nil { throw .invalidParameter("SSEType can not be specified if Enabled is false") }
            if encryption.keyID != nil {
                throw .invalidParameter("KMSMasterKeyId can not be specified if Enabled is false")
            }
        }
        if encryption.type == "AES256" { throw .invalidParameter("SSEType AES256 is not supported") }
        if encryption.keyID != nil, encryption.type != "KMS" {
            throw .invalidParameter("SSEType KMS is required if KMSMasterKeyId is specified")
        }
    }
}
