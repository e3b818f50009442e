import Entities
import Testing

@testable import HTTPDynamoDBCore

@Suite("Endpoints by rule") struct EndpointResolverTests {
    @Test("Each region and variant has the hosts of AWS's rules", arguments: EndpointRules.rows)
    func followsTheRules(row: EndpointRules.Row) throws {
        var settings = row.settings
        let regional = HTTPEndpoint(host: row.regional)
        let byAccount = row.accountSuffix.map { HTTPEndpoint(host: "111122223333.\($0)") }
        func endpoint(_ mode: EndpointSettings.AccountIDMode, _ accountID: String?) throws -> HTTPEndpoint {
            settings.accountIDMode = mode
            return try EndpointResolver(region: row.region, settings).endpoint(row.service, accountID: accountID)
        }
        #expect(try endpoint(.disabled, "111122223333") == regional)
        #expect(try endpoint(.preferred, nil) == regional)
        #expect(try endpoint(.preferred, "111122223333") == byAccount ?? regional)
        #expect(throws: ConfigurationError.self) { try endpoint(.required, nil) }
        if let byAccount {
            #expect(try endpoint(.required, "111122223333") == byAccount)
        } else {
            #expect(throws: ConfigurationError.self) { try endpoint(.required, "111122223333") }
        }
    }

    @Test("The endpoint follows the account, each time")
    func followsTheAccount() throws {
        let resolver = try EndpointResolver(region: "eu-central-1", EndpointSettings())
        for account in ["111122223333", "111122223333", "444455556666", "111122223333"] {
            let host = "\(account).ddb.eu-central-1.amazonaws.com"
            #expect(try resolver.endpoint(accountID: account) == HTTPEndpoint(host: host))
            let streams = "\(account).streams-ddb.eu-central-1.amazonaws.com"
            #expect(try resolver.endpoint(.streams, accountID: account) == HTTPEndpoint(host: streams))
        }
    }

    @Test(
        "The account of an ARN in this region counts before that of the credentials",
        arguments: [
            ("arn:aws:dynamodb:eu-central-1:444455556666:table/articles", "444455556666"),
            ("arn:aws:dynamodb:eu-west-1:444455556666:table/articles", "111122223333"),
            ("arn:aws:s3:eu-central-1:444455556666:table/articles", "111122223333"),
            ("arn:aws:dynamodb:eu-central-1:evil.example/:table/articles", "111122223333"),
            ("arn:aws", "111122223333"), ("articles", "111122223333"), ("", "111122223333"),
        ])
    func readsARNs(resource: String, account: String) throws {
        let resolver = try EndpointResolver(region: "eu-central-1", EndpointSettings())
        let endpoint = try resolver.endpoint(accountID: "111122223333", resource: resource)
        #expect(endpoint.host == "\(account).ddb.eu-central-1.amazonaws.com")
    }

    @Test("An account that is none cannot lead to another host", arguments: ["evil.example/", "", "a b", "-1"])
    func checksAccounts(account: String) throws {
        let resolver = try EndpointResolver(region: "eu-central-1", EndpointSettings())
        #expect(throws: ConfigurationError.self) { try resolver.endpoint(accountID: account) }
    }

    @Test(
        "A region that is none cannot lead to another host",
        arguments: [
            "", "evil.example/", "eu-central-1.evil.example", "eu_central_1", "-eu", "eu-", "fips-us-east-1",
            "us-east-1-fips",
            String(repeating: "a", count: 64),
        ])
    func checksRegions(region: String) {
        #expect { try EndpointResolver(region: region, EndpointSettings()) } throws: { "\($0)".contains("'\(region)'") }
    }

    @Test("An endpoint that was set is used for all accounts, and excludes FIPS and dual-stack")
    func usesTheGivenEndpoint() throws {
        let endpoint = HTTPEndpoint(isSecure: false, host: "127.0.0.1", port: 4566)
        let resolver = try EndpointResolver(region: "eu-central-1", EndpointSettings(endpoint: endpoint))
        #expect(try resolver.endpoint(accountID: "111122223333") == endpoint)
        #expect(try resolver.endpoint(.streams, accountID: nil) == endpoint)
        for settings in [
            EndpointSettings(endpoint: endpoint, usesFIPS: true),
            EndpointSettings(endpoint: endpoint, usesDualStack: true),
        ] {
            #expect(throws: ConfigurationError.self) { try EndpointResolver(region: "eu-central-1", settings) }
        }
    }

    @Test("The region 'local' is DynamoDB local")
    func knowsLocal() throws {
        let resolver = try EndpointResolver(region: "local", EndpointSettings())
        #expect("\(try resolver.endpoint(accountID: "111122223333"))" == "http://localhost:8000")
        #expect(throws: ConfigurationError.self) {
            try EndpointResolver(region: "local", EndpointSettings(usesFIPS: true))
        }
    }

    @Test("A request goes to its service, and to the account of its table or stream")
    func readsRequests() throws {
        let resolver = try EndpointResolver(region: "eu-central-1", EndpointSettings())
        let arn = "arn:aws:dynamodb:eu-central-1:444455556666:table/articles"
        let cases: [(DynamoDBRequest, String)] = [
            (.describeTable(DescribeTableRequest(tableName: "articles")), "111122223333.ddb"),
            (.describeTable(DescribeTableRequest(tableName: arn)), "444455556666.ddb"),
            (.listTables(ListTablesRequest()), "111122223333.ddb"),
            (.listStreams(ListStreamsRequest(tableName: "articles")), "111122223333.streams-ddb"),
            (.describeStream(DescribeStreamRequest(streamARN: arn + "/stream/label")), "444455556666.streams-ddb"),
            (.getRecords(GetRecordsRequest(shardIterator: arn + "/stream/label|1|AAAA")), "444455556666.streams-ddb"),
        ]
        for (request, host) in cases {
            let endpoint = try resolver.endpoint(for: request, accountID: "111122223333")
            #expect(endpoint.host == "\(host).eu-central-1.amazonaws.com")
        }
    }

    @Test("A password in an endpoint is not quoted")
    func hidesPasswords() {
        #expect { try HTTPEndpoint("http://me:hidden@localhost") } throws: {
            "\($0)".contains("'localhost'") && !"\($0)".contains("hidden")
        }
    }
}
