public import NIOCore

public import struct Foundation.Date

/// How a server listens and whom it lets in.
public struct ServerConfiguration: Sendable {
    public var host = "127.0.0.1"
    /// 0 takes a free one.
    public var port = 0
    /// What the health text names. Requests for any region are answered.
    public var region = "us-east-1"
    public var authentication = Authentication.wellFormed
    /// How many event loops share the connections.
    public var threads = System.coreCount
    /// How long running requests may take to end once the server stops.
    public var grace = TimeAmount.seconds(10)
    /// Asked about each call before it reaches the engine; `nil` as the answer lets it pass.
    public var intervene: (@Sendable (EngineCall) -> Intervention?)?
    /// The time of day, for signatures, the header `Date` and the uptime.
    public var clock: @Sendable () -> Date = { Date() }
    var limits = ConnectionLimits()

    public init() {}
}
