/// What a request says about its signature, in a header or in its query string.
struct RequestSignature {
    enum Place: Hashable { case header, query }

    let place: Place
    let algorithm: String
    let credential: String
    let signature: String
    let signedHeaders: String
    /// As sent.
    let date: String
    /// For how many seconds from its date it is good; only query strings tell.
    let lifetime: Int?
    let sessionToken: String?

    /// `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`, with commas, spaces or both in between.
    init(authorization: String, request: Request) throws(ServiceError) {
        guard authorization.hasPrefix("AWS4-") else { throw .missingToken }
        var credential: Substring = ""
        var signature: Substring = ""
        var signedHeaders: Substring = ""
        // By bytes: every request comes through here, and characters cost ten times as much.
        let parts = authorization.utf8.split(whereSeparator: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") })
        for part in parts.dropFirst() {
            guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let value = Substring(part[part.index(after: equals)...])
            switch Substring(part[..<equals]) {
            case "Credential": credential = value
            case "Signature": signature = value
            case "SignedHeaders": signedHeaders = value
            default: break
            }
        }
        let date = request.header("x-amz-date") ?? request.header("date") ?? ""
        var problems = ""
        for (name, value) in [
            ("Credential", credential), ("Signature", signature), ("SignedHeaders", signedHeaders),
        ] where value.isEmpty {
            problems += "Authorization header requires '\(name)' parameter. "
        }
        if date.isEmpty {
            problems += "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "
        }
        guard problems.isEmpty else { throw .incompleteSignature(problems + "Authorization=" + authorization) }
        place = .header
        algorithm = parts.first.map { String(Substring($0)) } ?? ""
        self.credential = String(credential)
        self.signature = String(signature)
        self.signedHeaders = String(signedHeaders)
        self.date = date
        lifetime = nil
        sessionToken = request.header("x-amz-security-token")
    }

    /// `?X-Amz-Algorithm=…&X-Amz-Credential=…`
    init(query: QueryString, request: Request) throws(ServiceError) {
        var problems = ""
        for name in ["Algorithm", "Credential", "Signature", "SignedHeaders", "Date"]
        where (query["X-Amz-\(name)"] ?? "").isEmpty {
            problems += "AWS query-string parameters must include 'X-Amz-\(name)'. "
        }
        guard problems.isEmpty else {
            throw .incompleteSignature(problems + "Re-examine the query-string parameters.")
        }
        place = .query
        algorithm = query["X-Amz-Algorithm"] ?? ""
        credential = query["X-Amz-Credential"] ?? ""
        signature = query["X-Amz-Signature"] ?? ""
        signedHeaders = query["X-Amz-SignedHeaders"] ?? ""
        date = query["X-Amz-Date"] ?? ""
        lifetime = query["X-Amz-Expires"].flatMap { Int($0) }
        sessionToken = query["X-Amz-Security-Token"]
    }
}
