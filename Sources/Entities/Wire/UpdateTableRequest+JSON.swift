extension UpdateTableRequest {
    func writeMembers(to json: inout JSONWriter) {
        json.member("TableName", tableName)
        if !attributeTypes.isEmpty { json.attributeDefinitions(attributeTypes) }
        if let billingMode {
            json.member("BillingMode", billingMode == .onDemand ? "PAY_PER_REQUEST" : "PROVISIONED")
        }
        if let throughput = throughput ?? billingMode?.throughput { json.value(throughput) }
        json.member("OnDemandThroughput", onDemandThroughput)
        json.member("WarmThroughput", warmThroughput)
        if !indexChanges.isEmpty {
            json.key("GlobalSecondaryIndexUpdates")
            json.beginArray()
            for change in indexChanges { change.write(to: &json) }
            json.endArray()
        }
        switch stream {
        case .on(let type): json.streamSpecification(type)
        case .off: json.streamSpecification(nil)
        case nil: break
        }
        json.member("SSESpecification", encryption)
        if let tableClass { json.member("TableClass", tableClass.rawValue) }
        if let deletionProtection { json.member("DeletionProtectionEnabled", deletionProtection) }
    }
}

extension UpdateTableRequest.IndexChange {
    fileprivate func write(to json: inout JSONWriter) {
        json.beginObject()
        switch self {
        case .create(let index):
            json.key("Create")
            json.beginObject()
            json.members(of: index, throughput: index.throughput)
        case .update(let update):
            json.key("Update")
            json.beginObject()
            json.member("IndexName", update.name)
            if let throughput = update.throughput { json.value(throughput) }
            json.member("OnDemandThroughput", update.onDemandThroughput)
            json.member("WarmThroughput", update.warmThroughput)
        case .delete(let name):
            json.key("Delete")
            json.beginObject()
            json.member("IndexName", name)
        }
        json.endObject()
        json.endObject()
    }
}
