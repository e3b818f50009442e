import Entities
import HTTPDynamoDBCore
import Testing

extension HostileServerTests.MisdeedTests {
    /// What the server does, over which transport, and what has to come of it.
    struct Case: Sendable, CustomTestStringConvertible {
        struct Expected: Sendable {
            /// The error of a read; `nil` if it succeeds, at once or by another attempt.
            var ofRead: DynamoDBError.Code?
            /// The error of a write that must not be repeated.
            var ofAppend: DynamoDBError.Code?
            /// The error when nothing else ever comes.
            var last: DynamoDBError.Code?
        }

        let carrier: Carrier
        let behaviour: Behaviour
        let expected: Expected

        /// Whether a request that may be repeated succeeds by that.
        var isRepeated: Bool { expected.ofRead == nil && expected.last != nil }

        /// Only where time has to run out it is short.
        var options: HTTPDynamoDB.Options { expected.last == .timeout ? .hasty : .patient }

        var testDescription: String { "\(carrier): \(behaviour)" }

        static let all = Carrier.allCases.flatMap { carrier in
            catalogue.compactMap { behaviour, expected in
                behaviour.answer != .cutInHead || carrier.outlivesCutHeads
                    ? Case(carrier: carrier, behaviour: behaviour, expected: expected) : nil
            }
        }

        private static let catalogue: [(Behaviour, Expected)] = good + lost + timedOut + broken + refused + strange

        private static let good: [(Behaviour, Expected)] = [
            .plain, .bytewise, .chunked, .gzip, .last,
        ].map { (Behaviour(answer: $0), Expected()) }

        private static let lost: [(Behaviour, Expected)] =
            both([.cutInHead, .cutInBody, .none, .garbage], Expected(ofAppend: .connection, last: .connection))
            + [.wrongChecksum, .tooShort].map {
                (Behaviour(answer: $0), Expected(ofAppend: .connection, last: .connection))
            }

        private static let timedOut: [(Behaviour, Expected)] =
            both([.never], Expected(ofAppend: .timeout, last: .timeout))
            + [
                Behaviour(answer: .trickling), Behaviour(answer: .tooLong), Behaviour(answer: .plain, isLate: true),
            ].map { ($0, Expected(ofAppend: .timeout, last: .timeout)) }

        private static let broken: [(Behaviour, Expected)] =
            both(
                [.page(500), .error(status: 500, code: "InternalServerError")],
                Expected(ofAppend: .internalServerError, last: .internalServerError))
            + both([.page(502), .page(503)], Expected(ofAppend: .serviceUnavailable, last: .serviceUnavailable))

        private static let refused: [(Behaviour, Expected)] = [
            (.throttling, Expected(last: .provisionedThroughputExceeded)),
            (.error(400, "RequestLimitExceeded"), Expected(last: .requestLimitExceeded)),
            (.refusal(.retryAfter(5)), Expected(last: .throttling)),
        ]

        private static let strange: [(Behaviour, Expected)] =
            both([.nonsense], Expected(ofRead: .undecodableResponse, ofAppend: .undecodableResponse))
            + both([.huge], Expected(ofRead: .unexpectedResponse, ofAppend: .unexpectedResponse))
            + [
                (.refusal(.redirect), Expected(ofRead: .unexpectedResponse, ofAppend: .unexpectedResponse))
            ]

        /// Before and after the request was carried out.
        private static func both(_ answers: [Behaviour.Answer], _ expected: Expected) -> [(Behaviour, Expected)] {
            answers.flatMap { answer in
                [true, false].map { (Behaviour(answer: answer, isCarriedOut: $0), expected) }
            }
        }
    }
}
