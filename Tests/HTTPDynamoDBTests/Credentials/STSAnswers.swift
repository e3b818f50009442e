@testable import HTTPDynamoDBCore

/// What STS answers, in the form of its API reference.
enum STSAnswers {
    static func credentials(_ action: String, _ key: String) -> TransportResponse {
        TransportResponse(
            200,
            """
            <\(action)Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
              <\(action)Result>
                <AssumedRoleUser>
                  <Arn>arn:aws:sts::444455556666:assumed-role/demo/session</Arn>
                  <AssumedRoleId>ARO123EXAMPLE123:session</AssumedRoleId>
                </AssumedRoleUser>
                <Credentials>
                  <AccessKeyId>\(key)</AccessKeyId>
                  <SecretAccessKey>secret/of+\(key)</SecretAccessKey>
                  <SessionToken>
                   token-of-\(key)==
                  </SessionToken>
                  <Expiration>2027-01-15T09:00:00Z</Expiration>
                </Credentials>
                <PackedPolicySize>6</PackedPolicySize>
              </\(action)Result>
              <ResponseMetadata><RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId></ResponseMetadata>
            </\(action)Response>
            """)
    }

    static func error(_ status: Int, _ code: String, _ message: String) -> TransportResponse {
        TransportResponse(
            status,
            """
            <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>\(code)</Code>\
            <Message>\(message)</Message></Error><RequestId>1</RequestId></ErrorResponse>
            """)
    }

    /// Gives each role credentials whose key is the role's name.
    static var transport: ScriptedTransport {
        ScriptedTransport { (request) throws(TransportError) in
            let name = request.form["RoleArn"]?.split(separator: "/").last.map(String.init) ?? ""
            return credentials(request.form["Action"] ?? "", name)
        }
    }
}
