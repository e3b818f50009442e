import Entities
import Foundation

/// One operation on its way through the network: attempts until there is an answer, or no sense in another attempt.
struct Exchange {
    private let service: Service
    private let options: HTTPDynamoDB.Options
    private let quota: RetryQuota
    private let time: Timekeeping
    private let recorder: WireRecorder?

    private let request: DynamoDBRequest
    private let body: [UInt8]

    private(set) var attempts = 0
    /// What the last retry took from the quota.
    private var tokens: Int?
    /// The first failure after which nobody knew whether the request had been carried out.
    private var lost: DynamoDBError?
    /// New credentials and another clock are tried once each.
    private var hasRefreshed = false
    private var hasCorrected = false

    init(
        _ request: DynamoDBRequest, _ body: [UInt8], service: Service, options: HTTPDynamoDB.Options,
        quota: RetryQuota, time: Timekeeping, recorder: WireRecorder?
    ) {
        self.request = request
        self.body = body
        self.service = service
        self.options = options
        self.quota = quota
        self.time = time
        self.recorder = recorder
    }

    /// The successful answer, whose body is the operation's output.
    mutating func answer() async throws(DynamoDBError) -> TransportResponse {
        let end = time.uptime() + options.totalTimeout
        while true {
            let failure: Failure
            switch await attempt(timeout: min(options.attemptTimeout, end - time.uptime())) {
            case .success(let response):
                quota.refill(tokens)
                return try confirmed(response)
            case .failure(let failed): failure = failed
            }
            if isOwnWrite(failure.error) { return TransportResponse(status: 200, headers: [], body: Array("{}".utf8)) }
            guard let pause = pause(after: failure), time.uptime() + pause < end else {
                throw finished(failure.error)
            }
            recorder?.retry(attempt: attempts, error: finished(failure.error), delay: pause)
            guard pause > .zero else { continue }
            do {
                try await time.sleep(pause)
            } catch {
                throw finished(.cancelled)
            }
        }
    }
}

// MARK: An attempt

extension Exchange {
    private struct Failure {
        var error: DynamoDBError
        var kind: FailureClass
        /// How long the service wants to be left alone.
        var retryAfter: Duration?
    }

    private enum Outcome {
        case success(TransportResponse)
        case failure(Failure)
    }

    private mutating func attempt(timeout: Duration) async -> Outcome {
        guard !Task.isCancelled else { return .failure(Failure(error: .cancelled, kind: .final)) }
        let answer: Service.Answer
        do throws(DynamoDBError) {
            answer = try await service.send(request, body, timeout: timeout)
            attempts += 1
        } catch {
            if error.code != .configuration {
                attempts += 1
                recorder?.attempt(sent: body.count, received: 0)
            }
            note(error)
            return .failure(Failure(error: error, kind: FailureClass(error, isClockCorrected: false)))
        }
        recorder?.attempt(
            sent: body.count, received: answer.response.body.count,
            requestID: recorder == nil ? nil : answer.response.requestID)
        switch ServiceResponse(answer.response) {
        case .success(let response): return .success(response)
        case .failure(var error):
            // The transaction that is in progress is this very one, sent before with the same token.
            error.isOutcomeUnknown =
                error.isTransient || error.code == .unexpectedResponse || error.code == .transactionInProgress
            note(error)
            return .failure(await classified(error, answer))
        }
    }

    private mutating func note(_ error: DynamoDBError) {
        if error.isOutcomeUnknown, request.isWrite { lost = lost ?? error }
    }

    private mutating func classified(_ error: DynamoDBError, _ answer: Service.Answer) async -> Failure {
        let isCorrected =
            error.mayBeClockSkew && !hasCorrected
            && service.clock.correct(by: answer.response[header: "date"], signedAt: answer.signedAt)
        if isCorrected { hasCorrected = true }
        var failure = Failure(error: error, kind: FailureClass(error, isClockCorrected: isCorrected))
        if failure.kind == .expiredCredentials, await !hasOtherCredentials(than: answer.credentials) {
            failure.kind = .final
        }
        if let text = answer.response[header: "x-amz-retry-after"], let milliseconds = Int(text), milliseconds >= 0 {
            failure.retryAfter = .milliseconds(min(milliseconds, 3_600_000))
        }
        return failure
    }

    /// Asks for other credentials than those that the service refused.
    private mutating func hasOtherCredentials(than refused: AWSCredentials) async -> Bool {
        guard !hasRefreshed else { return false }
        hasRefreshed = true
        service.credentials.invalidate(refused)
        let others = try? await service.credentials.credentials()
        return others.map { $0.accessKeyID != refused.accessKeyID || $0.sessionToken != refused.sessionToken } ?? false
    }
}

// MARK: Another attempt

extension Exchange {
    /// How long to wait before the next attempt; `nil` if there is none.
    private mutating func pause(after failure: Failure) -> Duration? {
        switch failure.kind {
        case .final: return nil
        case .clockSkew, .expiredCredentials: return .zero
        case .throttling, .transient:
            guard attempts < options.retries.attempts else { return nil }
            guard !failure.error.isOutcomeUnknown || request.repeatability != .harmful else { return nil }
            let isThrottling = failure.kind == .throttling
            guard let taken = quota.take(isThrottling: isThrottling) else { return nil }
            tokens = taken
            let pause = options.retries.ceiling(after: attempts, isThrottling: isThrottling) * time.random()
            return failure.retryAfter.map { max(pause, min($0, pause + .seconds(5))) } ?? pause
        }
    }

    /// An error with what is known at the end.
    private func finished(_ error: DynamoDBError) -> DynamoDBError {
        var error = error
        error.attempts = attempts
        // A transaction that is cancelled the second time was not carried out the first: the service would have known its token.
        error.isOutcomeUnknown = lost != nil && error.code != .transactionCanceled
        return error
    }
}

// MARK: After an answer was lost

extension Exchange {
    /// Whether a put with a condition failed on the very item that it writes: then it was carried out by an attempt whose answer was lost.
    private func isOwnWrite(_ error: DynamoDBError) -> Bool {
        guard lost != nil, error.code == .conditionalCheckFailed, case .putItem(let put) = request else { return false }
        return error.item == put.item
    }

    /// The answer to a repeated request, if it can be believed: a second delete that finds nothing says nothing about the first.
    private func confirmed(_ response: TransportResponse) throws(DynamoDBError) -> TransportResponse {
        guard let lost, request.repeatability == .hidesOutcome else { return response }
        do throws(AttributeError) {
            let answer = try JSONReader.read(response.body) { json throws(AttributeError) in
                try WriteItemOutput<EncodedItem>(json: &json)
            }
            if case .putItem(let put) = request, answer.attributes != put.item { return response }
            if case .deleteItem = request, answer.attributes != nil { return response }
        } catch {
            throw finished(.undecodable(error, RequestOrigin()))
        }
        var error = finished(lost)
        error.message += "; it is carried out now, but what was there before it is not known any more"
        throw error
    }
}

extension DynamoDBError {
    /// Whether the time of a signature may be the reason.
    fileprivate var mayBeClockSkew: Bool {
        switch code.rawValue {
        case "InvalidSignatureException", "SignatureDoesNotMatch", "RequestTimeTooSkewed", "RequestExpired",
            "RequestInTheFuture", "AuthFailure":
            true
        default: false
        }
    }
}
