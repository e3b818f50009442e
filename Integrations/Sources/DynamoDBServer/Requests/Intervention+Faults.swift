public import Entities
public import InMemoryDynamoDB
import NIOCore

extension Intervention {
    /// Lets calls fail as a plan of faults has it: a value for `ServerConfiguration.intervene`.
    ///
    /// ```swift
    /// let injector = FaultInjector(plan)
    /// configuration.intervene = Intervention.faults(injector, on: engine)
    /// ```
    public static func faults(
        _ injector: FaultInjector, on engine: InMemoryDynamoDB
    ) -> @Sendable (EngineCall) -> Intervention? {
        { call in
            switch engine.interference(injector, target: call.target, body: call.body) {
            case nil: nil
            case .answer(let status, let body): .answer(status: status, body: body)
            case .delay(let time): .delay(.nanoseconds(time.inNanoseconds))
            // Whatever is to be carried out has been by now.
            case .connectionLost: .loseRequest
            case .timeOut: .noAnswer
            }
        }
    }
}

extension Duration {
    fileprivate var inNanoseconds: Int64 {
        let (seconds, overflows) = components.seconds.multipliedReportingOverflow(by: 1_000_000_000)
        return overflows ? .max : seconds &+ components.attoseconds / 1_000_000_000
    }
}
