import Foundation
import Synchronization
import Testing

@testable import HTTPDynamoDBCore

@Suite("Cached credentials") struct CachedCredentialsTests {
    /// A source that answers when it is told to.
    private final class Source: CredentialsProvider {
        private struct State {
            var calls: [CheckedContinuation<Result<AWSCredentials, CredentialsError>, Never>] = []
            var count = 0
            var cancelled = 0
            var watchers: [(Int, CheckedContinuation<Void, Never>)] = []
            var invalidated: [AWSCredentials] = []
        }

        private let state = Mutex(State())

        var count: Int { state.withLock { $0.count } }
        var cancelled: Int { state.withLock { $0.cancelled } }
        var invalidated: [AWSCredentials] { state.withLock { $0.invalidated } }

        func credentials() async throws(CredentialsError) -> AWSCredentials {
            let result = await withTaskCancellationHandler {
                await withCheckedContinuation { continuation in
                    let watchers = state.withLock { state in
                        state.calls.append(continuation)
                        state.count += 1
                        let count = state.count
                        defer { state.watchers.removeAll { $0.0 <= count } }
                        return state.watchers.filter { $0.0 <= count }
                    }
                    for watcher in watchers { watcher.1.resume() }
                }
            } onCancel: {
                state.withLock { $0.cancelled += 1 }
                answer(.failure(CredentialsError([], reason: .cancelled)))
            }
            return try result.get()
        }

        func invalidate(_ credentials: AWSCredentials) { state.withLock { $0.invalidated.append(credentials) } }

        /// Waits until it has been asked so many times.
        func isAsked(_ times: Int) async {
            await withCheckedContinuation { continuation in
                let isThere = state.withLock { state in
                    if state.count >= times { return true }
                    state.watchers.append((times, continuation))
                    return false
                }
                if isThere { continuation.resume() }
            }
        }

        /// Answers all that ask.
        func answer(_ result: Result<AWSCredentials, CredentialsError>) {
            let calls = state.withLock { state in
                defer { state.calls = [] }
                return state.calls
            }
            for call in calls { call.resume(returning: result) }
        }
    }

    private let host = TestHost()
    private let source = Source()
    private let cache: CachedCredentials

    init() {
        let host = host
        cache = CachedCredentials(source) { host.now }
    }

    private func key(_ name: String, endingIn seconds: Double? = nil) -> AWSCredentials {
        AWSCredentials(accessKeyID: name, secretAccessKey: "s", expiration: seconds.map { host.now + $0 })
    }

    /// Has the cache keep some.
    private func fill(_ credentials: AWSCredentials) async throws {
        async let first = cache.credentials()
        await source.isAsked(source.count + 1)
        source.answer(.success(credentials))
        #expect(try await first == credentials)
    }

    private static let broken = CredentialsError([.init(source: "test", reason: "broken")])

    @Test("A thousand who wait make the source be asked once")
    func asksOnce() async throws {
        let answers = try await withThrowingTaskGroup(of: AWSCredentials.self) { group in
            for _ in 0..<1000 { group.addTask { [cache] in try await cache.credentials() } }
            await source.isAsked(1)
            source.answer(.success(key("a", endingIn: 3600)))
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 1000)
        #expect(Set(answers.map(\.accessKeyID)) == ["a"])
        #expect(source.count == 1)
    }

    @Test("Who is cancelled leaves at once, and the others get their credentials")
    func leavesTheOthers() async throws {
        let tasks = (0..<100).map { _ in Task { [cache] in try await cache.credentials() } }
        await source.isAsked(1)
        for task in tasks.dropFirst() { task.cancel() }
        for task in tasks.dropFirst() {
            await #expect { try await task.value } throws: { ($0 as? CredentialsError)?.reason == .cancelled }
        }
        source.answer(.success(key("a")))
        #expect(try await tasks[0].value.accessKeyID == "a")
        #expect(source.count == 1)
        #expect(source.cancelled == 0)
    }

    @Test("When nobody waits any more the source is cancelled, and asked anew later")
    func cancelsTheSource() async throws {
        let task = Task { [cache] in try await cache.credentials() }
        await source.isAsked(1)
        task.cancel()
        await #expect(throws: CredentialsError.self) { try await task.value }
        #expect(source.cancelled == 1)
        try await fill(key("a"))
        #expect(source.count == 2)
    }

    @Test("A task that is cancelled before it asks gets no credentials, and asks for none")
    func isCancelledBefore() async {
        let task = Task { [cache] in
            while !Task.isCancelled { await Task.yield() }
            _ = try await cache.credentials()
        }
        task.cancel()
        await #expect(throws: CredentialsError.self) { try await task.value }
        #expect(source.count == 0)
    }

    @Test("Credentials without an end are kept")
    func keeps() async throws {
        try await fill(key("a"))
        host.advance(1_000_000)
        #expect(try await cache.credentials().accessKeyID == "a")
        #expect(source.count == 1)
    }

    @Test("Five minutes before the end others are had while the present ones are used")
    func renewsInTheBackground() async throws {
        try await fill(key("a", endingIn: 3600))
        host.advance(3299)
        #expect(try await cache.credentials().accessKeyID == "a")
        #expect(source.count == 1)
        host.advance(1)
        for _ in 0..<10 { #expect(try await cache.credentials().accessKeyID == "a") }
        await source.isAsked(2)
        // Those who wait share the refresh that is under way.
        host.advance(250)
        async let waiting = cache.credentials()
        source.answer(.success(key("b", endingIn: 3600)))
        #expect(try await waiting.accessKeyID == "b")
        #expect(source.count == 2)
    }

    @Test("A refresh that fails keeps the present credentials as long as they are valid")
    func survivesFailures() async throws {
        try await fill(key("a", endingIn: 3600))
        host.advance(3550)
        async let inTime = cache.credentials()
        await source.isAsked(2)
        source.answer(.failure(Self.broken))
        #expect(try await inTime.accessKeyID == "a")
        // Not asked again for half a minute.
        host.advance(29)
        #expect(try await cache.credentials().accessKeyID == "a")
        #expect(source.count == 2)
        host.advance(21)
        async let tooLate = cache.credentials()
        await source.isAsked(3)
        source.answer(.failure(Self.broken))
        do {
            _ = try await tooLate
            Issue.record("expired credentials were given")
        } catch {
            #expect(error as? CredentialsError == Self.broken)
        }
    }

    @Test("Cancelled and refused at random, all who ask get an answer, and no task is left", .timeLimit(.minutes(1)))
    func endsInAStorm() async throws {
        let provider = Renewing()
        let cache = CachedCredentials(provider) { [host] in host.now }
        var random = SystemRandomNumberGenerator()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<2000 {
                let task = Task {
                    guard let credentials = try? await cache.credentials() else { return }
                    if credentials.secretAccessKey.hasSuffix("3") { cache.invalidate(credentials) }
                }
                if Bool.random(using: &random) { task.cancel() }
                group.addTask { await task.value }
            }
        }
        #expect(try await !cache.credentials().accessKeyID.isEmpty)
        // One that nobody waits for any more may still be on its way out.
        while !provider.isIdle { await Task.yield() }
    }

    /// A source that has other credentials each time, after a while.
    private final class Renewing: CredentialsProvider {
        private let counts = Mutex((asked: 0, answered: 0))

        var isIdle: Bool { counts.withLock { $0.asked == $0.answered } }

        func credentials() async throws(CredentialsError) -> AWSCredentials {
            let number = counts.withLock { counts in
                counts.asked += 1
                return counts.asked
            }
            for _ in 0..<5 { await Task.yield() }
            counts.withLock { $0.answered += 1 }
            return AWSCredentials(accessKeyID: "a", secretAccessKey: "\(number)")
        }
    }

    @Test("Credentials that live for minutes only are used before others are asked for")
    func usesShortOnes() async throws {
        try await fill(key("a", endingIn: 120))
        host.advance(59)
        #expect(try await cache.credentials().accessKeyID == "a")
        #expect(source.count == 1)
        host.advance(1)
        #expect(try await cache.credentials().accessKeyID == "a")
        await source.isAsked(2)
        source.answer(.success(key("b", endingIn: 120)))
    }

    @Test("Credentials that the service refuses are not used again; others are left alone")
    func invalidates() async throws {
        let (first, stranger) = (key("a", endingIn: 3600), key("x"))
        try await fill(first)
        cache.invalidate(stranger)
        #expect(try await cache.credentials() == first)
        cache.invalidate(first)
        try await fill(key("b", endingIn: 3600))
        cache.invalidate(first)
        #expect(try await cache.credentials().accessKeyID == "b")
        #expect(source.count == 2)
        #expect(source.invalidated == [stranger, first, first])
    }

    @Test("Credentials that have expired when they come are an error")
    func refusesExpired() async throws {
        async let first = cache.credentials()
        await source.isAsked(1)
        source.answer(.success(key("a", endingIn: 0)))
        do {
            _ = try await first
            Issue.record("expired credentials were given")
        } catch {
            #expect("\(error)".contains("expired"))
        }
    }

    @Test("A cache that is given up cancels its refresh")
    func isGivenUp() async throws {
        let source = Source()
        var cache: CachedCredentials? = CachedCredentials(source) { [host] in host.now }
        let first = Task { [cache] in try await cache?.credentials() }
        await source.isAsked(1)
        source.answer(.success(key("a", endingIn: 3600)))
        #expect(try await first.value?.accessKeyID == "a")
        host.advance(3400)
        _ = try await cache?.credentials()
        await source.isAsked(2)
        cache = nil
        #expect(source.cancelled == 1)
    }
}
