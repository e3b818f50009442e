import Testing

@testable import HTTPDynamoDBCore

@Suite("Settings") struct AWSSettingsTests {
    @Test(
        "The region is the given one, AWS_REGION, AWS_DEFAULT_REGION, or that of the profile",
        arguments: [
            ("a" as String?, ["AWS_REGION": "b", "AWS_DEFAULT_REGION": "c"], "a"),
            (nil, ["AWS_REGION": "b", "AWS_DEFAULT_REGION": "c"], "b"),
            (nil, ["AWS_REGION": "", "AWS_DEFAULT_REGION": "c"], "c"),
            (nil, [:], "d"), (nil, ["AWS_PROFILE": "other"], "e"),
        ])
    func findsTheRegion(given: String?, variables: [String: String], region: String) throws {
        let host = TestHost(config: "[default]\nregion = d\n[profile other]\nregion = e", variables)
        #expect(try AWSSettings.load(region: given, from: host.environment).region == region)
    }

    private static let config = """
        [default]
        services = local
        endpoint_url = http://profile:1
        [profile plain]
        endpoint_url = http://profile:2
        [profile without]
        [services local]
        dynamodb =
          endpoint_url = http://services:3
        """

    @Test(
        "An endpoint is the given one, or that of the variables, the services section, the profile",
        arguments: [
            (
                ["AWS_ENDPOINT_URL_DYNAMODB": "http://own:4", "AWS_ENDPOINT_URL": "http://all:5"], "http://own:4",
                "http://all:5"
            ),
            (["AWS_ENDPOINT_URL": "http://all:5"], "http://all:5", "http://all:5"),
            (["AWS_ENDPOINT_URL_DYNAMODB_STREAMS": "http://own:6"], "http://services:3", "http://own:6"),
            ([:], "http://services:3", "http://profile:1"),
            (["AWS_PROFILE": "plain"], "http://profile:2", "http://profile:2"),
            (["AWS_PROFILE": "without"], nil, nil),
            (["AWS_ENDPOINT_URL": "http://all:5", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "TRUE"], nil, nil),
        ] as [([String: String], String?, String?)])
    func findsEndpoints(variables: [String: String], endpoint: String?, streams: String?) throws {
        let host = TestHost(config: Self.config, variables).environment
        let settings = try AWSSettings.load(region: "a", from: host)
        #expect(settings.endpoints.endpoint?.description == endpoint)
        #expect(settings.endpoints.streamsEndpoint?.description == streams)
        let given = HTTPEndpoint(host: "given")
        let own = try AWSSettings.load(region: "a", endpoint: given, from: host).endpoints
        #expect(own.endpoint == given && own.streamsEndpoint == given)
    }

    @Test("The other settings come from variables, then from the profile")
    func readsTheOthers() throws {
        let config = """
            [default]
            region = eu-central-1
            use_fips_endpoint = true
            use_dualstack_endpoint = True
            account_id_endpoint_mode = disabled
            max_attempts = 7
            retry_mode = legacy
            """
        let file = try AWSSettings.load(from: TestHost(config: config).environment)
        #expect(
            file
                == AWSSettings(
                    region: "eu-central-1",
                    endpoints: EndpointSettings(usesFIPS: true, usesDualStack: true, accountIDMode: .disabled),
                    maxAttempts: 7,
                    retryMode: .legacy))
        let variables = [
            "AWS_USE_FIPS_ENDPOINT": "false", "AWS_USE_DUALSTACK_ENDPOINT": "false",
            "AWS_ACCOUNT_ID_ENDPOINT_MODE": "required",
            "AWS_MAX_ATTEMPTS": "2", "AWS_RETRY_MODE": "adaptive",
        ]
        let both = try AWSSettings.load(from: TestHost(config: config, variables).environment)
        #expect(
            both
                == AWSSettings(
                    region: "eu-central-1", endpoints: EndpointSettings(accountIDMode: .required), maxAttempts: 2,
                    retryMode: .adaptive))
        let none = try AWSSettings.load(from: TestHost(["AWS_REGION": "a"]).environment)
        #expect(none == AWSSettings(region: "a"))
    }

    @Test(
        "A wrong setting is named",
        arguments: [
            ("", ["AWS_USE_FIPS_ENDPOINT": "yes"], "AWS_USE_FIPS_ENDPOINT: 'yes'"),
            ("use_dualstack_endpoint = 1", [:], "/home/ada/.aws/config:2: '1'"),
            ("", ["AWS_ACCOUNT_ID_ENDPOINT_MODE": "always"], "'preferred' or 'required' or 'disabled'"),
            ("max_attempts = 0", [:], "/home/ada/.aws/config:2: '0'"),
            ("", ["AWS_RETRY_MODE": "eager"], "AWS_RETRY_MODE: 'eager'"),
            ("", ["AWS_ENDPOINT_URL": "localhost:8000"], "AWS_ENDPOINT_URL: 'localhost:8000'"),
            ("", ["AWS_REGION": "a.b"], "AWS_REGION: 'a.b'"),
            ("region = a/b", ["AWS_REGION": ""], "/home/ada/.aws/config:2: 'a/b'"),
            ("services = nowhere", [:], "/home/ada/.aws/config:2: there is no section [services nowhere]"),
            ("", ["AWS_PROFILE": "gone"], "there is no profile 'gone'"),
            ("[bare]", ["AWS_PROFILE": "bare"], "/home/ada/.aws/config:2 has [bare], which has to be [profile bare]"),
            ("", ["AWS_REGION": ""], "set AWS_REGION"),
        ])
    func namesWhatIsWrong(properties: String, variables: [String: String], expected: String) {
        let host = TestHost(config: "[default]\n\(properties)", ["AWS_REGION": "a"].merging(variables) { $1 })
        #expect { try AWSSettings.load(from: host.environment) } throws: { "\($0)".contains(expected) }
    }
}
