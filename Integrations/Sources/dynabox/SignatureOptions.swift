import ArgumentParser
import DynamoDBServer

import class Foundation.ProcessInfo

struct SignatureOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Let only requests in that are signed with this key. Also from DYNABOX_ACCESS_KEY_ID.", valueName: "id"))
    var accessKeyID: String?

    @Option(
        help: ArgumentHelp(
            "The key's secret. Also from DYNABOX_SECRET_ACCESS_KEY, where it does not show in the list of processes.",
            valueName: "secret"))
    var secretAccessKey: String?

    @Option(
        help: ArgumentHelp("The token of temporary credentials. Also from DYNABOX_SESSION_TOKEN.", valueName: "token"))
    var sessionToken: String?

    @Flag(help: "Let requests in that are not signed at all.")
    var allowUnsigned = false

    /// The variables are not the AWS tools' own: whoever has those set would find that made-up credentials no longer work.
    func authentication() throws -> Authentication {
        let environment = ProcessInfo.processInfo.environment
        func value(_ option: String?, _ name: String) -> String? {
            let value = option ?? environment["DYNABOX_\(name)"]
            return value?.isEmpty == true ? nil : value
        }
        let id = value(accessKeyID, "ACCESS_KEY_ID")
        let secret = value(secretAccessKey, "SECRET_ACCESS_KEY")
        let token = value(sessionToken, "SESSION_TOKEN")
        switch (id, secret) {
        case (let id?, let secret?):
            guard !allowUnsigned else {
                throw ValidationError(
                    "--allow-unsigned lets anybody in, so credentials are of no use: give one or the other.")
            }
            return .verified(Credentials(accessKeyID: id, secretAccessKey: secret, sessionToken: token))
        case (nil, nil):
            guard token == nil else {
                throw ValidationError(
                    "A session token belongs to a key: give --access-key-id and --secret-access-key, too.")
            }
            return allowUnsigned ? .none : .wellFormed
        case (_?, nil):
            throw ValidationError("--access-key-id needs --secret-access-key (or DYNABOX_SECRET_ACCESS_KEY).")
        case (nil, _?):
            throw ValidationError("--secret-access-key needs --access-key-id (or DYNABOX_ACCESS_KEY_ID).")
        }
    }
}
