import Foundation
import Synchronization
import Testing

@testable import HTTPDynamoDBCore

@Suite("Instance metadata") struct InstanceMetadataTests {
    /// A metadata service whose credentials end at a time; `nil`: it is out of order.
    private final class Service: Sendable {
        let expiration = Mutex<String?>("2027-01-15T14:00:00Z")
        let code = Mutex("Success")

        var transport: ScriptedTransport {
            ScriptedTransport { [self] (request) throws(TransportError) in
                if request.path == "/latest/api/token" {
                    let isRight =
                        request.method == .put && request.header("x-aws-ec2-metadata-token-ttl-seconds") == "21600"
                    return TransportResponse(isRight ? 200 : 400, "session-token")
                }
                guard request.header("x-aws-ec2-metadata-token") == "session-token" else {
                    return TransportResponse(401, "")
                }
                switch request.path {
                case "/latest/meta-data/iam/security-credentials/": return TransportResponse(200, "reader\n")
                case "/latest/meta-data/iam/security-credentials/reader":
                    guard let expiration = expiration.withLock({ $0 }) else { return TransportResponse(500, "") }
                    return TransportResponse(
                        200,
                        """
                        {"Code": "\(code.withLock { $0 })", "Type": "AWS-HMAC", "AccessKeyId": "k", "SecretAccessKey": "s",
                        "Token": "t", "Expiration": "\(expiration)", "Message": "why"}
                        """)
                case "/latest/meta-data/placement/region": return TransportResponse(200, "eu-central-1")
                default: return TransportResponse(404, "")
                }
            }
        }
    }

    @Test("A token, the role, its credentials; and the region")
    func asks() async throws {
        let transport = Service().transport
        let provider = InstanceMetadataCredentials(TestHost().environment, transport)
        let found = try await provider.credentials()
        #expect(
            found
                == AWSCredentials(
                    accessKeyID: "k", secretAccessKey: "s", sessionToken: "t",
                    expiration: Date(timeIntervalSince1970: 1_800_021_600)))
        #expect(
            transport.requests.map(\.line) == [
                "PUT http://169.254.169.254/latest/api/token",
                "GET http://169.254.169.254/latest/meta-data/iam/security-credentials/",
                "GET http://169.254.169.254/latest/meta-data/iam/security-credentials/reader",
            ])
        #expect(try await provider.region() == "eu-central-1")
    }

    @Test(
        "Settings say where the service is",
        arguments: [
            (["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE": "IPv6"], "", "http://[fd00:ec2::254]"),
            (["AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:1338/"], "", "http://127.0.0.1:1338"),
            ([:], "ec2_metadata_service_endpoint = http://127.0.0.1:1", "http://127.0.0.1:1"),
            ([:], "ec2_metadata_service_endpoint_mode = ipv6", "http://[fd00:ec2::254]"),
        ])
    func findsTheService(variables: [String: String], properties: String, endpoint: String) async throws {
        let transport = Service().transport
        let host = TestHost(config: "[default]\n" + properties, variables)
        _ = try await InstanceMetadataCredentials(host.environment, transport).credentials()
        #expect(Set(transport.requests.map(\.endpoint.description)) == [endpoint])
    }

    @Test("Where there is no service, no role, or no wish for it, there are no credentials")
    func hasNone() async {
        let noRole = ScriptedTransport { (request) throws(TransportError) in
            request.method == .put ? TransportResponse(200, "token") : TransportResponse(404, "")
        }
        let cases: [([String: String], ScriptedTransport, Int)] = [
            (["AWS_EC2_METADATA_DISABLED": "true"], Service().transport, 0), ([:], ScriptedTransport.silent, 3),
            ([:], noRole, 2),
        ]
        for (variables, transport, count) in cases {
            let provider = InstanceMetadataCredentials(TestHost(variables).environment, transport)
            await #expect { try await provider.credentials() } throws: {
                ($0 as? CredentialsError)?.reason == .notFound
            }
            #expect(transport.requests.count == count)
        }
    }

    @Test("An error of the service is told, without the credentials beside it")
    func tellsErrors() async {
        let service = Service()
        service.code.withLock { $0 = "AssumeRoleUnauthorizedAccess" }
        let provider = InstanceMetadataCredentials(TestHost().environment, service.transport)
        await #expect { try await provider.credentials() } throws: {
            "\($0)".contains("'reader': AssumeRoleUnauthorizedAccess why")
        }
    }

    @Test("While the service is out of order, credentials stay in use past their end")
    func isStable() async throws {
        let (host, service) = (TestHost(), Service())
        let provider = InstanceMetadataCredentials(host.environment, service.transport)
        let first = try await provider.credentials()
        let end = try #require(first.expiration)
        for expiration in [nil, "2027-01-15T14:00:00Z"] {
            service.expiration.withLock { $0 = expiration }
            host.advance(7 * 3600)
            let extended = try await provider.credentials()
            #expect(extended.accessKeyID == first.accessKeyID)
            // The window of the cache, and five minutes and a half of five by chance.
            #expect(extended.expiration == host.now + 300 + 450)
        }
        service.expiration.withLock { $0 = "2027-01-16T14:00:00Z" }
        #expect(try await provider.credentials().expiration == end + 86_400)
    }
}
