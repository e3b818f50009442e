import Testing

@testable import HTTPDynamoDBCore

/// What AWS's own rules make of regions and settings: service, region, variant, the endpoint for any account, and what
/// follows the account's number in the endpoint for one account (`-`: there is none).
///
/// Made by running botocore 1.44.5's engine on its `endpoint-rule-set-1.json` of `dynamodb` and `dynamodbstreams` with
/// its `partitions.json`.
enum EndpointRules {
    struct Row: Sendable, CustomTestStringConvertible {
        var service: ServiceHosts.Service
        var region: String
        var settings: EndpointSettings
        var regional: String
        var accountSuffix: String?
        var testDescription: String
    }

    static let rows: [Row] = text.split(separator: "\n").map { line in
        let parts = line.split(separator: " ").map(String.init)
        return Row(
            service: parts[0] == "streams" ? .streams : .dynamoDB, region: parts[1],
            settings: EndpointSettings(usesFIPS: parts[2].contains("fips"), usesDualStack: parts[2].contains("dual")),
            regional: parts[3], accountSuffix: parts[4] == "-" ? nil : parts[4], testDescription: String(line))
    }

    private static let text = """
        dynamodb us-east-1 plain dynamodb.us-east-1.amazonaws.com ddb.us-east-1.amazonaws.com
        dynamodb us-east-1 dual dynamodb.us-east-1.api.aws ddb.us-east-1.api.aws
        dynamodb us-east-1 fips dynamodb-fips.us-east-1.amazonaws.com -
        dynamodb us-east-1 fips+dual dynamodb-fips.us-east-1.api.aws -
        dynamodb eu-central-1 plain dynamodb.eu-central-1.amazonaws.com ddb.eu-central-1.amazonaws.com
        dynamodb eu-central-1 dual dynamodb.eu-central-1.api.aws ddb.eu-central-1.api.aws
        dynamodb eu-central-1 fips dynamodb-fips.eu-central-1.amazonaws.com -
        dynamodb eu-central-1 fips+dual dynamodb-fips.eu-central-1.api.aws -
        dynamodb me-central-1 plain dynamodb.me-central-1.amazonaws.com ddb.me-central-1.amazonaws.com
        dynamodb me-central-1 dual dynamodb.me-central-1.api.aws ddb.me-central-1.api.aws
        dynamodb me-central-1 fips dynamodb-fips.me-central-1.amazonaws.com -
        dynamodb me-central-1 fips+dual dynamodb-fips.me-central-1.api.aws -
        dynamodb me-south-1 plain dynamodb.me-south-1.amazonaws.com ddb.me-south-1.amazonaws.com
        dynamodb me-south-1 dual dynamodb.me-south-1.api.aws ddb.me-south-1.api.aws
        dynamodb me-south-1 fips dynamodb-fips.me-south-1.amazonaws.com -
        dynamodb me-south-1 fips+dual dynamodb-fips.me-south-1.api.aws -
        dynamodb cn-north-1 plain dynamodb.cn-north-1.amazonaws.com.cn ddb.cn-north-1.amazonaws.com.cn
        dynamodb cn-north-1 dual dynamodb.cn-north-1.api.amazonwebservices.com.cn ddb.cn-north-1.api.amazonwebservices.com.cn
        dynamodb cn-north-1 fips dynamodb-fips.cn-north-1.amazonaws.com.cn -
        dynamodb cn-north-1 fips+dual dynamodb-fips.cn-north-1.api.amazonwebservices.com.cn -
        dynamodb us-gov-west-1 plain dynamodb.us-gov-west-1.amazonaws.com ddb.us-gov-west-1.amazonaws.com
        dynamodb us-gov-west-1 dual dynamodb.us-gov-west-1.api.aws ddb.us-gov-west-1.api.aws
        dynamodb us-gov-west-1 fips dynamodb.us-gov-west-1.amazonaws.com -
        dynamodb us-gov-west-1 fips+dual dynamodb-fips.us-gov-west-1.api.aws -
        dynamodb us-iso-east-1 plain dynamodb.us-iso-east-1.c2s.ic.gov -
        dynamodb us-iso-east-1 dual dynamodb.us-iso-east-1.api.aws.ic.gov -
        dynamodb us-iso-east-1 fips dynamodb-fips.us-iso-east-1.c2s.ic.gov -
        dynamodb us-iso-east-1 fips+dual dynamodb-fips.us-iso-east-1.api.aws.ic.gov -
        dynamodb us-isob-east-1 plain dynamodb.us-isob-east-1.sc2s.sgov.gov -
        dynamodb us-isob-east-1 dual dynamodb.us-isob-east-1.api.aws.scloud -
        dynamodb us-isob-east-1 fips dynamodb-fips.us-isob-east-1.sc2s.sgov.gov -
        dynamodb us-isob-east-1 fips+dual dynamodb-fips.us-isob-east-1.api.aws.scloud -
        dynamodb eu-isoe-west-1 plain dynamodb.eu-isoe-west-1.cloud.adc-e.uk -
        dynamodb eu-isoe-west-1 dual dynamodb.eu-isoe-west-1.api.cloud-aws.adc-e.uk -
        dynamodb eu-isoe-west-1 fips dynamodb-fips.eu-isoe-west-1.cloud.adc-e.uk -
        dynamodb eu-isoe-west-1 fips+dual dynamodb-fips.eu-isoe-west-1.api.cloud-aws.adc-e.uk -
        dynamodb us-isof-south-1 plain dynamodb.us-isof-south-1.csp.hci.ic.gov -
        dynamodb us-isof-south-1 dual dynamodb.us-isof-south-1.api.aws.hci.ic.gov -
        dynamodb us-isof-south-1 fips dynamodb-fips.us-isof-south-1.csp.hci.ic.gov -
        dynamodb us-isof-south-1 fips+dual dynamodb-fips.us-isof-south-1.api.aws.hci.ic.gov -
        dynamodb eusc-de-east-1 plain dynamodb.eusc-de-east-1.amazonaws.eu -
        dynamodb eusc-de-east-1 dual dynamodb.eusc-de-east-1.api.amazonwebservices.eu -
        dynamodb eusc-de-east-1 fips dynamodb-fips.eusc-de-east-1.amazonaws.eu -
        dynamodb eusc-de-east-1 fips+dual dynamodb-fips.eusc-de-east-1.api.amazonwebservices.eu -
        dynamodb mars-north-1 plain dynamodb.mars-north-1.amazonaws.com ddb.mars-north-1.amazonaws.com
        dynamodb mars-north-1 dual dynamodb.mars-north-1.api.aws ddb.mars-north-1.api.aws
        dynamodb mars-north-1 fips dynamodb-fips.mars-north-1.amazonaws.com -
        dynamodb mars-north-1 fips+dual dynamodb-fips.mars-north-1.api.aws -
        dynamodb cn-south-9 plain dynamodb.cn-south-9.amazonaws.com.cn -
        dynamodb cn-south-9 dual dynamodb.cn-south-9.api.amazonwebservices.com.cn -
        dynamodb cn-south-9 fips dynamodb-fips.cn-south-9.amazonaws.com.cn -
        dynamodb cn-south-9 fips+dual dynamodb-fips.cn-south-9.api.amazonwebservices.com.cn -
        dynamodb us-gov-north-1 plain dynamodb.us-gov-north-1.amazonaws.com -
        dynamodb us-gov-north-1 dual dynamodb.us-gov-north-1.api.aws -
        dynamodb us-gov-north-1 fips dynamodb.us-gov-north-1.amazonaws.com -
        dynamodb us-gov-north-1 fips+dual dynamodb-fips.us-gov-north-1.api.aws -
        streams us-east-1 plain streams.dynamodb.us-east-1.amazonaws.com streams-ddb.us-east-1.amazonaws.com
        streams us-east-1 dual streams-dynamodb.us-east-1.api.aws streams-ddb.us-east-1.api.aws
        streams us-east-1 fips streams.dynamodb-fips.us-east-1.amazonaws.com streams-ddb-fips.us-east-1.amazonaws.com
        streams us-east-1 fips+dual streams-dynamodb-fips.us-east-1.api.aws streams-ddb-fips.us-east-1.api.aws
        streams eu-central-1 plain streams.dynamodb.eu-central-1.amazonaws.com streams-ddb.eu-central-1.amazonaws.com
        streams eu-central-1 dual streams-dynamodb.eu-central-1.api.aws streams-ddb.eu-central-1.api.aws
        streams eu-central-1 fips streams.dynamodb-fips.eu-central-1.amazonaws.com streams-ddb-fips.eu-central-1.amazonaws.com
        streams eu-central-1 fips+dual streams-dynamodb-fips.eu-central-1.api.aws streams-ddb-fips.eu-central-1.api.aws
        streams me-central-1 plain streams.dynamodb.me-central-1.amazonaws.com -
        streams me-central-1 dual streams-dynamodb.me-central-1.api.aws -
        streams me-central-1 fips streams.dynamodb-fips.me-central-1.amazonaws.com -
        streams me-central-1 fips+dual streams-dynamodb-fips.me-central-1.api.aws -
        streams me-south-1 plain streams.dynamodb.me-south-1.amazonaws.com -
        streams me-south-1 dual streams-dynamodb.me-south-1.api.aws -
        streams me-south-1 fips streams.dynamodb-fips.me-south-1.amazonaws.com -
        streams me-south-1 fips+dual streams-dynamodb-fips.me-south-1.api.aws -
        streams cn-north-1 plain streams.dynamodb.cn-north-1.amazonaws.com.cn streams-ddb.cn-north-1.amazonaws.com.cn
        streams cn-north-1 dual streams-dynamodb.cn-north-1.api.amazonwebservices.com.cn streams-ddb.cn-north-1.api.amazonwebservices.com.cn
        streams cn-north-1 fips streams.dynamodb-fips.cn-north-1.amazonaws.com.cn streams-ddb-fips.cn-north-1.amazonaws.com.cn
        streams cn-north-1 fips+dual streams-dynamodb-fips.cn-north-1.api.amazonwebservices.com.cn streams-ddb-fips.cn-north-1.api.amazonwebservices.com.cn
        streams us-gov-west-1 plain streams.dynamodb.us-gov-west-1.amazonaws.com streams-ddb.us-gov-west-1.amazonaws.com
        streams us-gov-west-1 dual streams-dynamodb.us-gov-west-1.api.aws streams-ddb.us-gov-west-1.api.aws
        streams us-gov-west-1 fips streams.dynamodb.us-gov-west-1.amazonaws.com streams-ddb-fips.us-gov-west-1.amazonaws.com
        streams us-gov-west-1 fips+dual streams-dynamodb-fips.us-gov-west-1.api.aws streams-ddb-fips.us-gov-west-1.api.aws
        streams us-iso-east-1 plain streams.dynamodb.us-iso-east-1.c2s.ic.gov -
        streams us-iso-east-1 dual streams-dynamodb.us-iso-east-1.api.aws.ic.gov -
        streams us-iso-east-1 fips streams.dynamodb-fips.us-iso-east-1.c2s.ic.gov -
        streams us-iso-east-1 fips+dual streams-dynamodb-fips.us-iso-east-1.api.aws.ic.gov -
        streams us-isob-east-1 plain streams.dynamodb.us-isob-east-1.sc2s.sgov.gov -
        streams us-isob-east-1 dual streams-dynamodb.us-isob-east-1.api.aws.scloud -
        streams us-isob-east-1 fips streams.dynamodb-fips.us-isob-east-1.sc2s.sgov.gov -
        streams us-isob-east-1 fips+dual streams-dynamodb-fips.us-isob-east-1.api.aws.scloud -
        streams eu-isoe-west-1 plain streams.dynamodb.eu-isoe-west-1.cloud.adc-e.uk -
        streams eu-isoe-west-1 dual streams-dynamodb.eu-isoe-west-1.api.cloud-aws.adc-e.uk -
        streams eu-isoe-west-1 fips streams.dynamodb-fips.eu-isoe-west-1.cloud.adc-e.uk -
        streams eu-isoe-west-1 fips+dual streams-dynamodb-fips.eu-isoe-west-1.api.cloud-aws.adc-e.uk -
        streams us-isof-south-1 plain streams.dynamodb.us-isof-south-1.csp.hci.ic.gov -
        streams us-isof-south-1 dual streams-dynamodb.us-isof-south-1.api.aws.hci.ic.gov -
        streams us-isof-south-1 fips streams.dynamodb-fips.us-isof-south-1.csp.hci.ic.gov -
        streams us-isof-south-1 fips+dual streams-dynamodb-fips.us-isof-south-1.api.aws.hci.ic.gov -
        streams eusc-de-east-1 plain streams.dynamodb.eusc-de-east-1.amazonaws.eu -
        streams eusc-de-east-1 dual streams-dynamodb.eusc-de-east-1.api.amazonwebservices.eu -
        streams eusc-de-east-1 fips streams.dynamodb-fips.eusc-de-east-1.amazonaws.eu -
        streams eusc-de-east-1 fips+dual streams-dynamodb-fips.eusc-de-east-1.api.amazonwebservices.eu -
        streams mars-north-1 plain streams.dynamodb.mars-north-1.amazonaws.com streams-ddb.mars-north-1.amazonaws.com
        streams mars-north-1 dual streams-dynamodb.mars-north-1.api.aws streams-ddb.mars-north-1.api.aws
        streams mars-north-1 fips streams.dynamodb-fips.mars-north-1.amazonaws.com streams-ddb-fips.mars-north-1.amazonaws.com
        streams mars-north-1 fips+dual streams-dynamodb-fips.mars-north-1.api.aws streams-ddb-fips.mars-north-1.api.aws
        streams cn-south-9 plain streams.dynamodb.cn-south-9.amazonaws.com.cn streams-ddb.cn-south-9.amazonaws.com.cn
        streams cn-south-9 dual streams-dynamodb.cn-south-9.api.amazonwebservices.com.cn streams-ddb.cn-south-9.api.amazonwebservices.com.cn
        streams cn-south-9 fips streams.dynamodb-fips.cn-south-9.amazonaws.com.cn streams-ddb-fips.cn-south-9.amazonaws.com.cn
        streams cn-south-9 fips+dual streams-dynamodb-fips.cn-south-9.api.amazonwebservices.com.cn streams-ddb-fips.cn-south-9.api.amazonwebservices.com.cn
        streams us-gov-north-1 plain streams.dynamodb.us-gov-north-1.amazonaws.com streams-ddb.us-gov-north-1.amazonaws.com
        streams us-gov-north-1 dual streams-dynamodb.us-gov-north-1.api.aws streams-ddb.us-gov-north-1.api.aws
        streams us-gov-north-1 fips streams.dynamodb.us-gov-north-1.amazonaws.com streams-ddb-fips.us-gov-north-1.amazonaws.com
        streams us-gov-north-1 fips+dual streams-dynamodb-fips.us-gov-north-1.api.aws streams-ddb-fips.us-gov-north-1.api.aws
        """
}
