import InMemoryDynamoDB

import struct Foundation.Date

/// What the server says about itself.
struct Health: Sendable {
    let startDate: Date
    let clock: @Sendable () -> Date
    let version: String
}

extension Responder {
    func get(_ request: Request) -> Answer {
        switch request.path {
        case "/", "":
            // The space at the end is the service's.
            Answer(
                contentType: "text/plain", body: Array("healthy: dynamodb.\(region).amazonaws.com ".utf8))
        case "/healthz":
            Answer(contentType: Answer.json, body: Array(healthJSON.utf8))
        default: .notFound
        }
    }

    private var healthJSON: String {
        let uptime = max(0, Int(health.clock().timeIntervalSince(health.startDate)))
        return "{\"status\":\"healthy\",\"version\":\"\(health.version)\",\"uptimeSeconds\":\(uptime),"
            + "\"tables\":\(engine.tableCount)}"
    }
}
