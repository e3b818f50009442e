import Foundation
import Testing

@testable import HTTPDynamoDBCore

/// The cases of chains are those of `assume-role-tests.json` in smithy-rs, which are common to the AWS SDKs, unless
/// they say otherwise.
@Suite("Profiles") struct ProfileCredentialsTests {
    private func credentials(
        _ config: String, _ transport: ScriptedTransport, variables: [String: String] = [:], profile: String? = "A",
        commands: [String: CommandResult] = [:]
    ) async throws -> AWSCredentials {
        let host = TestHost(
            config: config, ["AWS_REGION": "eu-central-1"].merging(variables) { $1 }, commands: commands)
        host.write("jwt\n", to: "/var/token.jwt")
        return try await ProfileCredentials(host.environment, transport, profile: profile, region: nil).credentials()
    }

    private static let keysB = "[profile B]\naws_access_key_id = B\naws_secret_access_key = bbb\n"

    @Test(
        "A chain begins with its keys or source, and assumes its roles in order",
        arguments: [
            (keysB, "B", []),
            ("[profile A]\naws_access_key_id = A\naws_secret_access_key = aaa", "A", []),
            ("[profile A]\nrole_arn = r/RoleA\nsource_profile = B\n" + keysB, "A", ["B RoleA"]),
            (
                "[profile A]\naws_access_key_id = no\naws_secret_access_key = no\nrole_arn = r/RoleA\nsource_profile = B\n"
                    + keysB, "A", ["B RoleA"]
            ),
            (
                "[profile A]\naws_access_key_id = A\naws_secret_access_key = aaa\nrole_arn = r/RoleA\nsource_profile = A",
                "A", ["A RoleA"]
            ),
            (
                "[profile A]\nrole_arn = r/RoleA\nsource_profile = C\n[profile C]\nrole_arn = r/RoleC\nsource_profile = B\n"
                    + keysB, "A",
                ["B RoleC", "RoleC RoleA"]
            ),
            (
                "[profile A]\nrole_arn = r/RoleA\nsource_profile = B\n" + keysB + "role_arn = r/no\nsource_profile = C",
                "A", ["B RoleA"]
            ),
            ("[profile A]\nrole_arn = r/RoleA\nweb_identity_token_file = /var/token.jwt", "A", ["- RoleA"]),
            (
                "[profile A]\nrole_arn = r/RoleA\nsource_profile = C\n[profile C]\nrole_arn = r/RoleC\nweb_identity_token_file = /var/token.jwt",
                "A",
                ["- RoleC", "RoleC RoleA"]
            ),
            ("[profile A]\nrole_arn = r/RoleA\ncredential_source = Environment", "A", ["ENV RoleA"]),
            // Not among the common cases.
            (
                "[profile A]\nrole_arn = r/RoleA\nsource_profile = C\n[profile C]\ncredential_process = get", "A",
                ["PROC RoleA"]
            ),
        ])
    func followsChains(config: String, profile: String, calls: [String]) async throws {
        let transport = STSAnswers.transport
        let credentials = try await credentials(
            config, transport, variables: ["AWS_ACCESS_KEY_ID": "ENV", "AWS_SECRET_ACCESS_KEY": "eee"],
            profile: profile,
            commands: ["get": CommandResult(#"{"Version": 1, "AccessKeyId": "PROC", "SecretAccessKey": "ppp"}"#)])
        let made = transport.requests.map { request in
            let signed = request.header("Authorization")?.firstMatch(of: /Credential=([^\/]*)\//)?.1
            return "\(signed ?? "-") \(request.form["RoleArn"]?.split(separator: "/").last ?? "")"
        }
        #expect(made == calls)
        #expect(credentials.accessKeyID == calls.last?.split(separator: " ").last.map(String.init) ?? profile)
        if !calls.isEmpty {
            #expect(credentials.sessionToken == "token-of-RoleA==")
            #expect(credentials.secretAccessKey == "secret/of+RoleA")
            #expect(credentials.accountID == "444455556666")
            #expect(credentials.expiration == Date(timeIntervalSince1970: 1_800_003_600))
        }
    }

    @Test("What a role says is in the request, which goes to the region's endpoint")
    func sendsTheRole() async throws {
        let transport = STSAnswers.transport
        let config = """
            [profile A]
            role_arn = arn:aws:iam::123456789012:role/RoleA
            role_session_name = me & you
            external_id = id=1
            duration_seconds = 900
            source_profile = B
            \(Self.keysB)
            """
        _ = try await credentials(config, transport)
        let request = try #require(transport.requests.first)
        #expect(request.line == "POST https://sts.eu-central-1.amazonaws.com/")
        // The signature takes the names of headers as they are, and has to have them in lowercase.
        #expect(request.headers.map(\.name).allSatisfy { $0 == $0.lowercased() })
        #expect(
            request.form == [
                "Action": "AssumeRole", "Version": "2011-06-15", "RoleArn": "arn:aws:iam::123456789012:role/RoleA",
                "RoleSessionName": "me & you", "ExternalId": "id=1", "DurationSeconds": "900",
            ])
    }

    @Test(
        "STS is asked in the region's partition, or where the settings say",
        arguments: [
            (["AWS_REGION": "cn-north-1"], "https://sts.cn-north-1.amazonaws.com.cn"),
            (
                ["AWS_REGION": "us-gov-west-1", "AWS_USE_FIPS_ENDPOINT": "true"],
                "https://sts.us-gov-west-1.amazonaws.com"
            ),
            (["AWS_USE_FIPS_ENDPOINT": "true"], "https://sts-fips.eu-central-1.amazonaws.com"),
            (["AWS_USE_DUALSTACK_ENDPOINT": "true"], "https://sts.eu-central-1.api.aws"),
            (["AWS_ENDPOINT_URL_STS": "http://127.0.0.1:4566"], "http://127.0.0.1:4566"),
        ])
    func findsSTS(variables: [String: String], endpoint: String) async throws {
        let transport = STSAnswers.transport
        _ = try await credentials(
            "[profile A]\nrole_arn = r/RoleA\nsource_profile = B\n" + Self.keysB, transport, variables: variables)
        #expect(transport.requests.first?.endpoint.description == endpoint)
    }

    @Test(
        "A profile that is set up wrong says where",
        arguments: [
            ("role_arn = r/RoleA", "config:2: role_arn needs source_profile or credential_source"),
            (
                "role_arn = r/RoleA\ncredential_source = Environment\nsource_profile = B\n" + keysB,
                "config:3: a profile cannot have both"
            ),
            (
                "role_arn = r\nsource_profile = C\n[profile C]\naws_access_key_id = key",
                "config:5: aws_secret_access_key is missing"
            ),
            (
                "role_arn = r\nsource_profile = C\n[profile C]\naws_secret_access_key = hidden",
                "config:5: aws_access_key_id is missing"
            ),
            (
                "aws_access_key_id = key\naws_secret_access_key = hid den",
                "config:2: aws_secret_access_key holds a character"
            ),
            ("role_arn = r\nsource_profile = C\n[profile C]", "config:4: the profile 'C' has no credentials"),
            (
                "role_arn = r\nsource_profile = C",
                "there is no profile 'C' in /home/ada/.aws/config or /home/ada/.aws/credentials"
            ),
            (
                "role_arn = r\nsource_profile = C\n[profile C]\nrole_arn = r\nsource_profile = A",
                "config:1: source_profile leads in a circle: A → C → A"
            ),
            ("role_arn = r\nsource_profile = A", "leads in a circle: A → A"),
            ("web_identity_token_file = /var/token.jwt", "config:2: role_arn is missing beside it"),
            ("role_arn = r\nweb_identity_token_file = /gone", "config:3: there is no file /gone"),
            ("role_arn = r\ncredential_source = Moon", "config:3: credential_source 'Moon' is none of 'Environment'"),
            (
                "role_arn = r\ncredential_source = Environment",
                "config:3: credential_source: AWS_ACCESS_KEY_ID is not set"
            ),
            (
                "role_arn = r\nduration_seconds = 5\nsource_profile = B\n" + keysB,
                "config:3: '5' is not a whole number from 900 to 43200"
            ),
            ("role_arn = r\nmfa_serial = s\nsource_profile = B\n" + keysB, "config:3: mfa_serial is not supported"),
            (
                "sso_session = my",
                "config:2: sso_session is not supported; put 'credential_process = aws configure export-credentials --profile A"
            ),
            ("login_session = my", "config:2: login_session is not supported"),
            ("credential_process = gone", "config:2: credential_process: it cannot be started"),
            ("credential_process = fails", "config:2: credential_process failed with status 3"),
            ("credential_process = old", "config:2: credential_process: \"Version\": 1 is missing"),
            ("credential_process = text", "config:2: credential_process: what came is no JSON object"),
            ("credential_process = half", "config:2: credential_process: SecretAccessKey is missing"),
            ("credential_process = undated", "config:2: credential_process: Expiration is no date"),
        ])
    func namesWhatIsWrong(properties: String, expected: String) async {
        let commands = [
            "fails": CommandResult("hidden", status: 3),
            "old": CommandResult(#"{"Version": 2, "SecretAccessKey": "hidden"}"#),
            "text": CommandResult("hidden"), "half": CommandResult(#"{"Version": 1, "AccessKeyId": "hidden"}"#),
            "undated": CommandResult(
                #"{"Version": 1, "AccessKeyId": "hidden", "SecretAccessKey": "hidden", "Expiration": "hidden"}"#),
        ]
        await #expect {
            try await credentials("[profile A]\n" + properties, STSAnswers.transport, commands: commands)
        } throws: { error in
            guard let error = error as? CredentialsError else { return false }
            return error.reason == .failed && error.attempts.map(\.source) == ["profile 'A'"]
                && "\(error)".contains(expected)
                && !"\(error)".contains("hidden") && !"\(error)".contains("hid den")
        }
    }

    @Test("A profile without credentials lets the next source have a turn", arguments: ["[default]\nregion = a", ""])
    func hasNone(config: String) async {
        await #expect { try await credentials(config, STSAnswers.transport, profile: nil) } throws: {
            ($0 as? CredentialsError)?.reason == .notFound
        }
    }

    @Test("A command's answer is read, and the account of the profile counts where it names none")
    func runsCommands() async throws {
        let answer = #"""
            {"Version": 1, "AccessKeyId": "k", "SecretAccessKey": "s", "SessionToken": "t", "Expiration": "2027-01-15T09:00:00+01:00", "x": [{}]}
            """#
        let found = try await credentials(
            "[profile A]\ncredential_process = get it\naws_account_id = 111122223333", STSAnswers.transport,
            commands: ["get it": CommandResult(answer)])
        #expect(
            found
                == AWSCredentials(
                    accessKeyID: "k", secretAccessKey: "s", sessionToken: "t",
                    expiration: Date(timeIntervalSince1970: 1_800_000_000),
                    accountID: "111122223333"))
    }

    @Test("The files are read anew each time")
    func readsAgain() async throws {
        let host = TestHost(config: Self.keysB)
        let provider = ProfileCredentials(host.environment, ScriptedTransport.silent, profile: "B", region: nil)
        #expect(try await provider.credentials().secretAccessKey == "bbb")
        host.write("[B]\naws_secret_access_key = ccc", to: "/home/ada/.aws/credentials")
        #expect(try await provider.credentials().secretAccessKey == "ccc")
    }
}
