import Foundation

/// A role that is assumed, and how.
struct Role: Hashable, Sendable {
    var arn: String
    /// Shows up in CloudTrail; `nil`: one of the time.
    var sessionName: String?
    var externalID: String?
    /// `nil`: an hour.
    var durationSeconds: Int?

    /// What a request to STS says about it.
    func parameters(_ host: HostEnvironment) -> [(String, String)] {
        let time = Int(host.now().timeIntervalSince1970 * 1000)
        var parameters = [("RoleArn", arn), ("RoleSessionName", sessionName ?? "swift-dynamodb-\(time)")]
        if let externalID { parameters.append(("ExternalId", externalID)) }
        if let durationSeconds { parameters.append(("DurationSeconds", String(durationSeconds))) }
        return parameters
    }
}
