/// A part of the library whose speed is measured: what can be asked for on the command line.
package enum Area: String, CaseIterable, Codable, Sendable {
    case decode, encode, requests, engine, scale, memory, cores, server, client, generated, start

    package var title: String {
        switch self {
        case .decode: "From the bytes of an answer to records"
        case .encode: "From a record to the bytes of a request"
        case .requests: "Making requests, parsing small answers"
        case .engine: "Typed requests in memory"
        case .scale: "Cost as tables grow"
        case .memory: "Memory"
        case .cores: "Two cores"
        case .server: "The local server"
        case .client: "The executor over HTTP"
        case .generated: "Generated code"
        case .start: "The first request"
        }
    }
}
