import Synchronization

/// What the server has to do next, and what it has seen.
final class ServerLog: Sendable {
    private struct State {
        var script: [Behaviour] = []
        var requests: [ReceivedRequest] = []
        var accepted = 0
        var open = 0
        /// Requests that the engine has still to get.
        var late = 0
        var whenQuiet: [CheckedContinuation<Void, Never>] = []

        mutating func takeWaiting() -> [CheckedContinuation<Void, Never>] {
            guard open == 0, late == 0 else { return [] }
            defer { whenQuiet = [] }
            return whenQuiet
        }
    }

    private let state = Mutex(State())
    /// What is done after the script.
    private let otherwise: @Sendable () -> Behaviour

    init(otherwise: @escaping @Sendable () -> Behaviour) {
        self.otherwise = otherwise
    }

    /// The requests that were answered by the script.
    var requests: [ReceivedRequest] { state.withLock(\.requests) }
    /// How many connections there have been, and are.
    var accepted: Int { state.withLock(\.accepted) }
    var open: Int { state.withLock(\.open) }

    func next(_ behaviours: [Behaviour]) {
        state.withLock { $0.script = behaviours }
    }

    func behaviour(for request: ReceivedRequest) -> Behaviour {
        let scripted = state.withLock { state -> Behaviour? in
            guard !state.script.isEmpty else { return nil }
            state.requests.append(request)
            return state.script.removeFirst()
        }
        let behaviour = scripted ?? otherwise()
        if behaviour.isLate { state.withLock { $0.late += 1 } }
        return behaviour
    }

    func opened() {
        state.withLock { state in
            state.open += 1
            state.accepted += 1
        }
    }

    func closed() { change { $0.open -= 1 } }
    func endLate() { change { $0.late -= 1 } }

    private func change(_ body: (inout State) -> Void) {
        let waiting = state.withLock { state in
            body(&state)
            return state.takeWaiting()
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Waits until all connections are closed and the engine has all requests that it will get.
    func untilQuiet() async {
        await withCheckedContinuation { continuation in
            let ready = state.withLock { state in
                state.whenQuiet.append(continuation)
                return state.takeWaiting()
            }
            for continuation in ready { continuation.resume() }
        }
    }
}
