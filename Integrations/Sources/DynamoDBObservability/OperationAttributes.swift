internal import Entities

/// What is said of an operation, by name: names, numbers and codes, never keys, items or messages, which may hold them.
///
/// The names of OpenTelemetry, where it has one: https://opentelemetry.io/docs/specs/semconv/db/dynamodb/ for `aws.dynamodb.*`,
/// https://opentelemetry.io/docs/specs/semconv/db/database-spans/ for the rest. Ours begin with `dynamodb.`.
struct OperationAttributes {
    enum Value: Hashable {
        case text(String)
        case texts([String])
        case integer(Int)
        case double(Double)
    }

    private(set) var values: [(name: String, value: Value)] = []

    private mutating func set(_ name: String, _ value: Value?) {
        if let value { values.append((name, value)) }
    }
}

extension OperationAttributes {
    /// What is known before an operation begins.
    init(_ operation: ObservedOperation) {
        let tables = operation.tableNames
        set("db.system.name", .text("aws.dynamodb"))
        set("db.operation.name", .text(operation.name))
        set("db.collection.name", tables.count == 1 ? tables.first.map(Value.text) : nil)
        set("aws.dynamodb.table_names", tables.isEmpty ? nil : .texts(tables))
        set("aws.dynamodb.index_name", operation.indexName.map(Value.text))
        set("dynamodb.entity", operation.origin.entity.map(Value.text))
        set("dynamodb.access_pattern", operation.origin.accessPattern.map(Value.text))
    }

    /// What is known after its end.
    init(_ outcome: OperationOutcome, of operation: ObservedOperation) {
        set("dynamodb.outcome", .text(outcome.kind.rawValue))
        set("error.type", outcome.error.map { .text($0.code.rawValue) })
        set("aws.request_id", outcome.requestID.map(Value.text))
        set("dynamodb.attempts", .integer(outcome.attempts))
        set("dynamodb.bytes_sent", outcome.bytesSent.map(Value.integer))
        set("dynamodb.bytes_received", outcome.bytesReceived.map(Value.integer))
        if let items = outcome.items {
            switch operation.request {
            case .query, .scan:
                set("aws.dynamodb.count", .integer(items.items))
                set("aws.dynamodb.scanned_count", .integer(items.examined))
            default: set("dynamodb.items", .integer(items.items))
            }
            set("dynamodb.unprocessed", items.unprocessed == 0 ? nil : .integer(items.unprocessed))
        }
        let capacities = outcome.consumedCapacity.map(\.json)
        set("aws.dynamodb.consumed_capacity", capacities.isEmpty ? nil : .texts(capacities))
    }

    init(_ retry: OperationRetry) {
        set("dynamodb.attempt", .integer(retry.attempt))
        set("error.type", .text(retry.error.code.rawValue))
        set("dynamodb.retry_delay", .double(retry.delay.seconds))
    }
}

extension Duration {
    /// As OpenTelemetry has all durations.
    var seconds: Double { self / .seconds(1) }
}
