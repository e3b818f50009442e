import Entities

extension ListTablesOutput {
    func writeMembers(to json: inout JSONWriter) {
        json.key("TableNames")
        json.beginArray()
        for name in tableNames { json.value(name) }
        json.endArray()
        if let lastEvaluatedTableName {
            json.key("LastEvaluatedTableName")
            json.value(lastEvaluatedTableName)
        }
    }
}

extension TimeToLiveOutput {
    /// UpdateTimeToLive repeats what was asked for.
    func writeSpecification(to json: inout JSONWriter) {
        json.key("TimeToLiveSpecification")
        json.beginObject()
        if let attributeName {
            json.key("AttributeName")
            json.value(attributeName)
        }
        json.key("Enabled")
        json.value(status == .enabled || status == .enabling)
        json.endObject()
    }

    /// DescribeTimeToLive tells the state.
    func writeDescription(to json: inout JSONWriter) {
        json.key("TimeToLiveDescription")
        json.beginObject()
        json.key("TimeToLiveStatus")
        json.value(status.rawValue)
        if let attributeName {
            json.key("AttributeName")
            json.value(attributeName)
        }
        json.endObject()
    }
}

extension ContinuousBackupsOutput {
    func writeMembers(to json: inout JSONWriter) {
        let status = pointInTimeRecovery ? "ENABLED" : "DISABLED"
        json.key("ContinuousBackupsDescription")
        json.beginObject()
        json.key("ContinuousBackupsStatus")
        json.value(status)
        json.key("PointInTimeRecoveryDescription")
        json.beginObject()
        json.key("PointInTimeRecoveryStatus")
        json.value(status)
        if let recoveryPeriodInDays {
            json.key("RecoveryPeriodInDays")
            json.value(recoveryPeriodInDays)
        }
        if let earliestRestorableDate, let latestRestorableDate {
            json.key("EarliestRestorableDateTime")
            json.value(earliestRestorableDate.timeIntervalSince1970)
            json.key("LatestRestorableDateTime")
            json.value(latestRestorableDate.timeIntervalSince1970)
        }
        json.endObject()
        json.endObject()
    }
}

extension ListTagsOfResourceOutput {
    func writeMembers(to json: inout JSONWriter) {
        json.key("Tags")
        json.beginArray()
        for (key, value) in tags.sorted(by: { $0.key < $1.key }) {
            json.beginObject()
            json.key("Key")
            json.value(key)
            json.key("Value")
            json.value(value)
            json.endObject()
        }
        json.endArray()
        if let nextToken {
            json.key("NextToken")
            json.value(nextToken)
        }
    }
}

extension DescribeLimitsOutput {
    func writeMembers(to json: inout JSONWriter) {
        for (name, value) in [
            ("AccountMaxReadCapacityUnits", accountMaxReads), ("AccountMaxWriteCapacityUnits", accountMaxWrites),
            ("TableMaxReadCapacityUnits", tableMaxReads), ("TableMaxWriteCapacityUnits", tableMaxWrites),
        ] as [(StaticString, Int)] {
            json.key(name)
            json.value(value)
        }
    }
}

extension DescribeEndpointsOutput {
    func writeMembers(to json: inout JSONWriter) {
        json.key("Endpoints")
        json.beginArray()
        for endpoint in endpoints {
            json.beginObject()
            json.key("Address")
            json.value(endpoint.address)
            json.key("CachePeriodInMinutes")
            json.value(endpoint.cachePeriod)
            json.endObject()
        }
        json.endArray()
    }
}
