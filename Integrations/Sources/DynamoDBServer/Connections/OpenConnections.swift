import NIOCore
import Synchronization

/// The connections that are open, so that they can be ended in good order.
final class OpenConnections: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var isClosing = false
        var whenEmpty: [EventLoopPromise<Void>] = []
    }

    private let state = Mutex(State())

    /// Once closing has begun, what still arrives is closed at once.
    func add(_ channel: any Channel) {
        let isClosing = state.withLock { state in
            if !state.isClosing { state.channels[ObjectIdentifier(channel)] = channel }
            return state.isClosing
        }
        if isClosing {
            channel.close(promise: nil)
        } else {
            channel.closeFuture.whenComplete { _ in self.remove(channel) }
        }
    }

    private func remove(_ channel: any Channel) {
        let waiting = state.withLock { state in
            state.channels[ObjectIdentifier(channel)] = nil
            guard state.channels.isEmpty else { return [EventLoopPromise<Void>]() }
            defer { state.whenEmpty = [] }
            return state.whenEmpty
        }
        for promise in waiting { promise.succeed() }
    }

    /// Lets every connection finish the request that it is at, and closes those that have not after `grace`.
    func close(grace: TimeAmount, on loop: any EventLoop) async throws {
        let empty = loop.makePromise(of: Void.self)
        let channels = state.withLock { state in
            state.isClosing = true
            if !state.channels.isEmpty { state.whenEmpty.append(empty) }
            return Array(state.channels.values)
        }
        if channels.isEmpty { empty.succeed() }
        for channel in channels { channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) }
        let deadline = loop.scheduleTask(in: grace) {
            for channel in channels { channel.close(promise: nil) }
        }
        try await empty.futureResult.get()
        deadline.cancel()
    }
}
