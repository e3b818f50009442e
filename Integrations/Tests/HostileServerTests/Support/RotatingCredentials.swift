import HTTPDynamoDBCore
import Synchronization

/// Other credentials whenever the present ones are refused.
final class RotatingCredentials: CredentialsProvider {
    private let number = Atomic(0)

    func credentials() async throws(CredentialsError) -> AWSCredentials {
        AWSCredentials(accessKeyID: "KEY\(number.load(ordering: .relaxed))", secretAccessKey: "secret")
    }

    func invalidate(_ credentials: AWSCredentials) {
        number.add(1, ordering: .relaxed)
    }
}
