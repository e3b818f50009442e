public import struct Foundation.Date

/// What requests are signed with. Secrets are never printed, not even by `dump`.
public struct AWSCredentials: Hashable, Sendable {
    public var accessKeyID: String
    public var secretAccessKey: String
    /// Temporary credentials come with one.
    public var sessionToken: String?
    /// When temporary credentials end.
    public var expiration: Date?
    /// The twelve digits of the account that they belong to, where that is known: endpoints by account need it.
    public var accountID: String?

    public init(
        accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil, expiration: Date? = nil,
        accountID: String? = nil
    ) {
        self.accessKeyID = accessKeyID
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
        self.expiration = expiration
        self.accountID = accountID
    }
}

extension AWSCredentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `AWSCredentials(AKIDEXAMPLE)`
    public var description: String { "AWSCredentials(\(accessKeyID))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["accessKeyID": accessKeyID], displayStyle: .struct) }
}
