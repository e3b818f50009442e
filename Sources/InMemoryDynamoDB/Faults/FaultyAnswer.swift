public import Entities

/// What becomes of a call from the network that a fault happens to. Whatever of the request is to be carried out in spite of it has been,
/// except where it is to be waited.
public enum FaultyAnswer: Hashable, Sendable {
    /// This is the answer.
    case answer(status: Int, body: [UInt8])
    /// The call is to be answered as usual, after this time.
    case delay(Duration)
    /// The connection is to be closed without an answer.
    case connectionLost
    /// There is to be no answer for longer than any client waits.
    case timeOut
}

extension InMemoryDynamoDB {
    /// What goes wrong with a call; `nil` if nothing does, and it is to be answered by `respond(target:body:)`.
    ///
    /// For servers. To be asked once for each call, since the injector counts. A call that is no valid request is not counted: it fails
    /// anyway.
    /// - Parameters:
    ///   - target: as in the header `X-Amz-Target`: `DynamoDB_20120810.GetItem`.
    ///   - body: JSON.
    public func interference(_ injector: FaultInjector, target: String, body: [UInt8]) -> FaultyAnswer? {
        guard let operation = WireOperation.all[target],
            injector.concerns(operation: target.split(separator: ".").last.map(String.init) ?? target),
            let request = try? operation.request(body), let fault = injector.fault(for: request)
        else { return nil }
        if fault.isCarriedOut { _ = respond(target: target, body: body) }
        switch fault {
        case .connectionLost: return .connectionLost
        case .timeOut: return .timeOut
        case .delay(let duration): return .delay(duration)
        case .cutBatch(let share): return cutAnswer(to: request, leaving: share)
        case .throttle, .internalServerError, .serviceUnavailable, .transactionConflict, .transactionInProgress:
            return fault.error(for: request).map(Self.answer)
        }
    }

    private func cutAnswer(to request: DynamoDBRequest, leaving share: Double) -> FaultyAnswer? {
        guard let cut = CutBatch(request, leaving: share) else { return nil }
        do throws(DynamoDBError) {
            let part: DynamoDBRequest =
                switch cut {
                case .get(let request, _): .batchGetItem(request)
                case .write(let request, _): .batchWriteItem(request)
                }
            var json = JSONWriter()
            switch try engine.respond(to: part) {
            case .batchGetItem(let output): DynamoDBResponse.batchGetItem(cut.completing(output)).writeBody(to: &json)
            case .batchWriteItem(let output):
                DynamoDBResponse.batchWriteItem(cut.completing(output)).writeBody(to: &json)
            default: return nil
            }
            return .answer(status: 200, body: json.bytes)
        } catch {
            return Self.answer(error)
        }
    }

    private static func answer(_ error: DynamoDBError) -> FaultyAnswer {
        .answer(status: WireError.status(of: error), body: WireError.body(of: error))
    }
}
