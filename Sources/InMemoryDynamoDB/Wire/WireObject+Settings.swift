import Entities

// ListTables, tags and settings.
extension WireObject {
    func listTables() throws(DynamoDBError) -> ListTablesRequest {
        ListTablesRequest(
            exclusiveStartTableName: try string("ExclusiveStartTableName"), limit: try int("Limit"))
    }

    func updateTimeToLive() throws(DynamoDBError) -> UpdateTimeToLiveRequest {
        let name = try managedTableName()
        let settings = try require(
            "TimeToLiveSpecification", try object("TimeToLiveSpecification", at: "timeToLiveSpecification."))
        return UpdateTimeToLiveRequest(
            tableName: name,
            attributeName: try settings.require("AttributeName", try settings.string("AttributeName")),
            enabled: try settings.require("Enabled", try settings.bool("Enabled")))
    }

    func updateContinuousBackups() throws(DynamoDBError) -> UpdateContinuousBackupsRequest {
        let name = try managedTableName()
        let settings = try require(
            "PointInTimeRecoverySpecification",
            try object("PointInTimeRecoverySpecification", at: "pointInTimeRecoverySpecification."))
        return UpdateContinuousBackupsRequest(
            tableName: name,
            pointInTimeRecovery: try settings.require(
                "PointInTimeRecoveryEnabled", try settings.bool("PointInTimeRecoveryEnabled")),
            recoveryPeriodInDays: try settings.int("RecoveryPeriodInDays"))
    }

    // MARK: Tags

    func tagResource() throws(DynamoDBError) -> TagResourceRequest {
        let arn = try resourceARN()
        let tags = try tags()
        return TagResourceRequest(
            resourceARN: arn, tags: Account.namesResource(arn) ? try require("Tags", tags) : tags ?? [:])
    }

    func untagResource() throws(DynamoDBError) -> UntagResourceRequest {
        let arn = try resourceARN()
        let keys = try strings("TagKeys")
        return UntagResourceRequest(
            resourceARN: arn, tagKeys: Account.namesResource(arn) ? try require("TagKeys", keys) : keys ?? [])
    }

    func listTagsOfResource() throws(DynamoDBError) -> ListTagsOfResourceRequest {
        ListTagsOfResourceRequest(resourceARN: try resourceARN(), nextToken: try string("NextToken"))
    }

    private func resourceARN() throws(DynamoDBError) -> String {
        guard let arn = try string("ResourceArn") else { throw .invalid("Invalid TableArn") }
        return arn
    }
}
