extension CreateTableRequest {
    func writeMembers(to json: inout JSONWriter) {
        json.member("TableName", tableName)
        json.attributeDefinitions(attributeTypes)
        json.value(keys)
        json.value(indexes.filter(\.isLocal), of: "LocalSecondaryIndexes", billing: nil)
        json.value(indexes.filter { !$0.isLocal }, of: "GlobalSecondaryIndexes", billing: billingMode)
        switch billingMode {
        case .onDemand: json.member("BillingMode", "PAY_PER_REQUEST")
        case .provisioned:
            json.member("BillingMode", "PROVISIONED")
            if let throughput = billingMode.throughput { json.value(throughput) }
        }
        json.member("OnDemandThroughput", onDemandThroughput)
        json.member("WarmThroughput", warmThroughput)
        if let stream { json.streamSpecification(stream) }
        json.member("SSESpecification", encryption)
        if let tableClass { json.member("TableClass", tableClass.rawValue) }
        if deletionProtection { json.member("DeletionProtectionEnabled", true) }
        if let resourcePolicy { json.member("ResourcePolicy", resourcePolicy) }
        if !tags.isEmpty { json.tags(tags) }
    }
}

extension BillingMode {
    /// The capacity of a table that has one.
    var throughput: ProvisionedThroughput? {
        guard case .provisioned(let read, let write) = self else { return nil }
        return ProvisionedThroughput(read: read, write: write)
    }
}

extension ListTablesRequest {
    func writeMembers(to json: inout JSONWriter) {
        if let exclusiveStartTableName { json.member("ExclusiveStartTableName", exclusiveStartTableName) }
        if let limit { json.member("Limit", limit) }
    }
}

extension UpdateTimeToLiveRequest {
    func writeMembers(to json: inout JSONWriter) {
        json.member("TableName", tableName)
        json.key("TimeToLiveSpecification")
        json.beginObject()
        json.member("AttributeName", attributeName)
        json.member("Enabled", enabled)
        json.endObject()
    }
}

extension UpdateContinuousBackupsRequest {
    func writeMembers(to json: inout JSONWriter) {
        json.member("TableName", tableName)
        json.key("PointInTimeRecoverySpecification")
        json.beginObject()
        json.member("PointInTimeRecoveryEnabled", pointInTimeRecovery)
        if let recoveryPeriodInDays { json.member("RecoveryPeriodInDays", recoveryPeriodInDays) }
        json.endObject()
    }
}
