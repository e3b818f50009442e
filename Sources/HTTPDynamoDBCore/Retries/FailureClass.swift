import Entities

/// What kind of failure an attempt ended with, as far as sending the request again goes.
enum FailureClass {
    /// The service asks for less. The request was not carried out.
    case throttling
    /// The network or the service failed.
    case transient
    /// The clock is wrong by the service's, and has been set right since: the next signature is good.
    case clockSkew
    /// The credentials are no longer good, and others may be there.
    case expiredCredentials
    /// The same request will fail again.
    case final

    /// - Parameter isClockCorrected: whether the answer led to another notion of the time.
    init(_ error: DynamoDBError, isClockCorrected: Bool) {
        switch error.code.rawValue {
        case "ExpiredTokenException", "ExpiredToken", "UnrecognizedClientException": self = .expiredCredentials
        case _ where isClockCorrected: self = .clockSkew
        default: self = error.isThrottling ? .throttling : error.isTransient ? .transient : .final
        }
    }
}
