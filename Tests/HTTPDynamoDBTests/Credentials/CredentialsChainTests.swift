import Testing

@testable import HTTPDynamoDBCore

@Suite("The standard chain") struct CredentialsChainTests {
    private func chain(_ host: TestHost, _ transport: ScriptedTransport, profile: String? = nil) -> CredentialsChain {
        CredentialsChain.standard(host.environment, transport, profile: profile, region: "eu-central-1")
    }

    @Test("The sources are asked in the order of the AWS SDKs")
    func hasAnOrder() async throws {
        var variables = [
            "AWS_ACCESS_KEY_ID": "environment", "AWS_SECRET_ACCESS_KEY": "s", "AWS_WEB_IDENTITY_TOKEN_FILE": "/token",
            "AWS_ROLE_ARN": "role/identity", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/x",
        ]
        var profile = "[default]\naws_access_key_id = profile\naws_secret_access_key = s"
        let transport = ScriptedTransport { (request) throws(TransportError) in
            switch request.endpoint.host {
            case "169.254.170.2": TransportResponse(#"{"AccessKeyId": "container", "SecretAccessKey": "s"}"#)
            case "169.254.169.254":
                request.path.hasSuffix("/role")
                    ? TransportResponse(#"{"AccessKeyId": "instance", "SecretAccessKey": "s"}"#)
                    : TransportResponse("role")
            default: STSAnswers.credentials("AssumeRoleWithWebIdentity", "identity")
            }
        }
        func found() async throws -> String {
            let host = TestHost(config: profile, variables)
            host.write("jwt", to: "/token")
            return try await chain(host, transport).credentials().accessKeyID
        }
        #expect(try await found() == "environment")
        variables["AWS_ACCESS_KEY_ID"] = nil
        variables["AWS_SECRET_ACCESS_KEY"] = ""
        #expect(try await found() == "identity")
        variables["AWS_WEB_IDENTITY_TOKEN_FILE"] = nil
        #expect(try await found() == "profile")
        profile = ""
        #expect(try await found() == "container")
        variables["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] = nil
        #expect(try await found() == "instance")
    }

    @Test("A profile that the code names counts before the variables")
    func prefersTheNamedProfile() async throws {
        let host = TestHost(
            config: "[profile named]\naws_access_key_id = profile\naws_secret_access_key = s",
            ["AWS_ACCESS_KEY_ID": "environment", "AWS_SECRET_ACCESS_KEY": "s"])
        #expect(try await chain(host, .silent, profile: "named").credentials().accessKeyID == "profile")
        await #expect(throws: CredentialsError.self) { try await chain(host, .silent, profile: "gone").credentials() }
    }

    @Test("Where nothing has credentials, all that was tried is named")
    func namesAll() async {
        await #expect { try await chain(TestHost(), .silent).credentials() } throws: { error in
            let sources = ["environment", "web identity", "profile 'default'", "container", "instance metadata"]
            guard let error = error as? CredentialsError else { return false }
            return error.reason == .notFound && error.attempts.map(\.source) == sources
                && sources.allSatisfy { "\(error)".contains("\n  \($0): ") }
        }
    }

    @Test(
        "A source that is set up and broken ends the search",
        arguments: [
            ["AWS_ACCESS_KEY_ID": "k"], ["AWS_SECRET_ACCESS_KEY": "hidden"],
            ["AWS_ACCESS_KEY_ID": "k", "AWS_SECRET_ACCESS_KEY": "hidden hidden"],
        ])
    func stops(variables: [String: String]) async {
        let host = TestHost(config: "[default]\naws_access_key_id = profile\naws_secret_access_key = s", variables)
        await #expect { try await chain(host, .silent).credentials() } throws: { error in
            (error as? CredentialsError)?.reason == .failed && !"\(error)".contains("hidden")
        }
    }

    @Test("Variables may end with a line feed, and name token and account")
    func readsVariables() async throws {
        let host = TestHost([
            "AWS_ACCESS_KEY_ID": "k\n", "AWS_SECRET_ACCESS_KEY": " s\n", "AWS_SESSION_TOKEN": "t",
            "AWS_ACCOUNT_ID": "111122223333",
        ])
        let expected = AWSCredentials(
            accessKeyID: "k", secretAccessKey: "s", sessionToken: "t", accountID: "111122223333")
        #expect(try await chain(host, .silent).credentials() == expected)
    }
}
