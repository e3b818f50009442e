import struct Foundation.Date

extension AWSCredentials {
    /// Credentials of parts that came from outside.
    /// - Parameter names: what the parts are called there, for the error.
    init(
        checking accessKeyID: String?, _ secretAccessKey: String?, sessionToken: String? = nil, expiration: Date? = nil,
        accountID: String? = nil, names: (accessKeyID: String, secretAccessKey: String, sessionToken: String)
    ) throws(SourceFailure) {
        guard let accessKeyID, !accessKeyID.isEmpty else { throw .failed("\(names.accessKeyID) is missing") }
        guard let secretAccessKey, !secretAccessKey.isEmpty else {
            throw .failed("\(names.secretAccessKey) is missing")
        }
        self.init(
            accessKeyID: accessKeyID, secretAccessKey: secretAccessKey,
            sessionToken: sessionToken.flatMap { $0.isEmpty ? nil : $0 }, expiration: expiration,
            accountID: accountID.flatMap { $0.isEmpty ? nil : $0 })
        let parts = [
            (names.accessKeyID, accessKeyID), (names.secretAccessKey, secretAccessKey),
            (names.sessionToken, sessionToken ?? ""),
        ]
        for (name, text) in parts where !Self.isPrintable(text) {
            throw .failed("\(name) holds a character that cannot be there, such as white space")
        }
    }

    /// What a header can carry: visible ASCII.
    static func isPrintable(_ text: String) -> Bool { text.utf8.allSatisfy { (0x21...0x7E).contains($0) } }
}
