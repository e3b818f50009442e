import Foundation
import Synchronization

/// Keeps the credentials of a source as long as they are good, and gets others before they end.
///
/// Within the last five minutes one task gets new ones while requests go on with those that are there; if that fails,
/// it is tried again every half minute. Within the last minute requests wait for it; they fail only when nothing valid
/// is left. However many wait, the source is asked once, and a waiting task that is cancelled leaves the others alone.
///
/// To ask for credentials that are kept costs a lock and no allocation, and never suspends.
public final class CachedCredentials: CredentialsProvider {
    /// How long before their end credentials are renewed in the background, in seconds.
    static let advisoryWindow = 300.0
    /// How long before their end requests wait for new ones, in seconds.
    static let mandatoryWindow = 60.0
    /// The pause after a failure while the present ones are valid, in seconds.
    static let pause = 30.0

    private typealias Answer = Result<AWSCredentials, CredentialsError>

    private struct State {
        var kept: KeptCredentials?
        var refresh: (number: Int, task: Task<Void, Never>, isAwaited: Bool)?
        var waiters: [Int: CheckedContinuation<Answer, Never>] = [:]
        /// Of waiters and refreshes.
        var lastNumber = 0

        mutating func nextNumber() -> Int {
            lastNumber += 1
            return lastNumber
        }
    }

    private let provider: any CredentialsProvider
    private let now: @Sendable () -> Date
    private let state = Mutex(State())

    /// - Parameter provider: the source, which has to return or throw in the end.
    public convenience init(_ provider: any CredentialsProvider) { self.init(provider, now: { Date() }) }

    init(_ provider: any CredentialsProvider, now: @escaping @Sendable () -> Date) {
        self.provider = provider
        self.now = now
    }

    deinit {
        state.withLock { $0.refresh?.task.cancel() }
    }

    public func credentials() async throws(CredentialsError) -> AWSCredentials {
        guard let kept = state.withLock({ $0.kept }) else { return try await refreshed() }
        switch kept.step(now) {
        case .use: break
        case .useAndRenew:
            state.withLock { state in
                if state.refresh == nil { startRefresh(&state, isAwaited: false) }
            }
        case .wait: return try await refreshed()
        }
        return kept.credentials
    }

    public func invalidate(_ credentials: AWSCredentials) {
        state.withLock { state in
            if state.kept?.credentials == credentials { state.kept = nil }
        }
        provider.invalidate(credentials)
    }

    private func refreshed() async throws(CredentialsError) -> AWSCredentials {
        let number = state.withLock { $0.nextNumber() }
        let answer = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let known: Answer? = state.withLock { state in
                    // Whoever cancels after this finds the continuation.
                    if Task.isCancelled { return .failure(CredentialsError([], reason: .cancelled)) }
                    // Another one may have been quicker.
                    if let kept = state.kept, kept.step(now) == .use { return .success(kept.credentials) }
                    state.waiters[number] = continuation
                    if state.refresh == nil { startRefresh(&state, isAwaited: true) }
                    return nil
                }
                if let known { continuation.resume(returning: known) }
            }
        } onCancel: {
            stopWaiting(number)
        }
        return try answer.get()
    }

    private func stopWaiting(_ number: Int) {
        let waiter = state.withLock { state in
            let waiter = state.waiters.removeValue(forKey: number)
            // Nobody wants it any more.
            if waiter != nil, state.waiters.isEmpty, let refresh = state.refresh, refresh.isAwaited {
                refresh.task.cancel()
                state.refresh = nil
            }
            return waiter
        }
        waiter?.resume(returning: .failure(CredentialsError([], reason: .cancelled)))
    }

    /// Asks the source in a task that ends with it. The task is nobody's child, since it has to outlive the request
    /// that happens to start it; it does not keep the cache alive.
    private func startRefresh(_ state: inout State, isAwaited: Bool) {
        let number = state.nextNumber()
        let task = Task.detached { [weak self, provider] in
            let answer: Answer
            do throws(CredentialsError) {
                answer = .success(try await provider.credentials())
            } catch {
                answer = .failure(error)
            }
            self?.end(refresh: number, answer)
        }
        state.refresh = (number, task, isAwaited)
    }

    private func end(refresh number: Int, _ answer: Answer) {
        let now = now()
        let (waiters, answer) = state.withLock { state -> ([CheckedContinuation<Answer, Never>], Answer) in
            guard state.refresh?.number == number else { return ([], answer) }
            state.refresh = nil
            let answer = Self.keep(answer, in: &state.kept, now)
            defer { state.waiters = [:] }
            return (Array(state.waiters.values), answer)
        }
        for waiter in waiters { waiter.resume(returning: answer) }
    }

    /// Keeps new credentials. After a failure the present ones are the answer as long as they are valid.
    private static func keep(_ answer: Answer, in kept: inout KeptCredentials?, _ now: Date) -> Answer {
        var answer = answer
        if case .success(let credentials) = answer {
            let new = KeptCredentials(credentials, since: now)
            if new.isValid(now) {
                kept = new
                return answer
            }
            answer = .failure(
                CredentialsError([.init(source: "cache", reason: "the source gave credentials that have expired")]))
        }
        guard let present = kept, present.isValid(now) else { return answer }
        kept = present.postponed(until: now + pause)
        return .success(present.credentials)
    }
}
