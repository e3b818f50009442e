import Testing

@testable import HTTPDynamoDBCore

/// The cases are those of the common tests of the AWS SDKs, `profile-parser-tests.json` in smithy-rs, unless they say
/// otherwise.
@Suite("Shared files") struct SharedFileTests {
    private func profiles(_ config: String, _ credentials: String = "") throws -> [String: [String: String]] {
        let files = try SharedFiles.load(from: TestHost(config: config, credentials: credentials).environment)
        return files.profiles.mapValues { $0.properties.mapValues(\.value) }
    }

    @Test(
        "The config file is read",
        arguments: [
            ("", [:]),
            ("[profile foo]", ["foo": [:]]),
            (
                "[profile some-thing:long/the_one%only.foo@bar+]\n[profile foo!bar]",
                ["some-thing:long/the_one%only.foo@bar+": [:]]
            ),
            ("[profile \tfoo \t]", ["foo": [:]]),
            ("[profile\tfoo]", ["foo": [:]]),
            ("[   profile foo    ]\nname = value", ["foo": ["name": "value"]]),
            ("[profile foo]\r\nname = value", ["foo": ["name": "value"]]),
            ("[profile foo]\nname = val=ue", ["foo": ["name": "val=ue"]]),
            ("[profile foo]\nname = 😂", ["foo": ["name": "😂"]]),
            ("[profile foo]\nname \t=  \tvalue \t", ["foo": ["name": "value"]]),
            ("[profile foo]\nname =", ["foo": ["name": ""]]),
            (
                "\t \n[profile foo]\n\t\n \nname = value\n\t \n[profile bar]\n \t",
                ["foo": ["name": "value"], "bar": [:]]
            ),
            ("# Comment\n[profile foo] # Comment\nname = value # Comment with # sign", ["foo": ["name": "value"]]),
            (";\n[profile foo];\nname = value ;\n", ["foo": ["name": "value"]]),
            (
                "[profile foo]\nname = value; no comment\nother = value# no comment",
                ["foo": ["name": "value; no comment", "other": "value# no comment"]]
            ),
            (
                "[profile foo]\nname = value\n \t -continued \t \n -and # more",
                ["foo": ["name": "value\n-continued\n-and # more"]]
            ),
            (
                "[profile foo]\nname = value\n[profile foo]\nname2 = value2",
                ["foo": ["name": "value", "name2": "value2"]]
            ),
            ("[profile foo]\nName = value\n[profile foo]\nname = value2", ["foo": ["name": "value2"]]),
            ("[profile default]\nname = value\n[default]\nname2 = value2", ["default": ["name": "value"]]),
            ("[default]\nname2 = value2\n[profile default]\nname = value", ["default": ["name": "value"]]),
            ("[profile foo]\nin valid = value\n continued", ["foo": [:]]),
            ("[foo]\nname = value", [:]),
            ("[profilefoo]\nname = value\n[profile bar]", ["bar": [:]]),
            ("[sso-session foo]\nname = value\n[profile bar]", ["bar": [:]]),
            // Not among the common cases: names in quotation marks, as the AWS CLI writes them.
            ("[profile \"foo bar\"]\nname = value\n[profile 'baz']", ["foo bar": ["name": "value"], "baz": [:]]),
            ("\u{FEFF}[default]\nname = value", ["default": ["name": "value"]]),
        ])
    func readsConfig(text: String, expected: [String: [String: String]]) throws {
        #expect(try profiles(text) == expected)
    }

    @Test(
        "Both files are put together, and the credentials file counts",
        arguments: [
            ("[profile foo]\nname = value", "[foo]\nname2 = value2", ["foo": ["name": "value", "name2": "value2"]]),
            ("[profile foo]\nname = value", "[foo]\nname = value2", ["foo": ["name": "value2"]]),
            (
                "[profile default]\nname = value\n[default]\nname2 = value2", "[default]\nsecret=foo",
                ["default": ["name": "value", "secret": "foo"]]
            ),
            ("", "[profile foo]\nname = value", [:]),
            ("", "[sso-sessionfoo]\nname = value", ["sso-sessionfoo": ["name": "value"]]),
        ])
    func merges(config: String, credentials: String, expected: [String: [String: String]]) throws {
        #expect(try profiles(config, credentials) == expected)
    }

    @Test("Properties below a property are read, with comments between them")
    func readsNestedProperties() throws {
        let text =
            "[services here]\ndynamodb = \n  endpoint_url = http://a:1 # comment\n # comment\n\n  other =\ns3 =\n  endpoint_url = b"
        let files = try SharedFiles.load(from: TestHost(config: text).environment)
        let services = try #require(files.services["here"])
        #expect(services["dynamodb"]?.nested.mapValues(\.value) == ["endpoint_url": "http://a:1", "other": ""])
        #expect(services["dynamodb"]?.nested["endpoint_url"]?.origin == "/home/ada/.aws/config:3")
        #expect(services["s3"]?.nested.mapValues(\.value) == ["endpoint_url": "b"])
    }

    @Test(
        "What is wrong is told with file and line, and not quoted",
        arguments: [
            ("[profile foo", 1, "]"), ("secret = value", 1, "[section]"), ("[profile foo]\n= secret", 2, "name"),
            ("[profile foo]\nkey : secret", 2, "name = value"), (" -secret", 1, "property"),
            ("[profile foo]\n -secret", 2, "property"),
            ("[profile foo]\nname = value\n[profile foo]\n -secret", 4, "property"),
            ("[profile foo]\ns3 =\n secret", 3, "name = value"), ("[profile foo]\ns3 =\n = secret", 3, "name"),
            ("[profile foo] secret", 1, "comment"),
        ])
    func refuses(text: String, line: Int, expected: String) {
        #expect { try profiles(text) } throws: { error in
            let text = "\(error)"
            return text.hasPrefix("/home/ada/.aws/config:\(line): ") && text.contains(expected)
                && !text.contains("secret")
        }
    }

    @Test("Variables say where the files are")
    func findsFiles() throws {
        let host = TestHost(
            ["AWS_CONFIG_FILE": "~/c", "AWS_SHARED_CREDENTIALS_FILE": "/etc/k"],
            files: ["/home/ada/c": "[default]\na = 1", "/etc/k": "[default]\nb = 2"])
        let profile = try SharedFiles.load(from: host.environment).profiles["default"]
        #expect(profile?["a"]?.origin == "/home/ada/c:2")
        #expect(profile?["b"]?.origin == "/etc/k:2")
    }
}
