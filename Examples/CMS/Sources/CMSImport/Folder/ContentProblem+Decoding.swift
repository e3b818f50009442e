import Foundation

extension ContentProblem {
    /// What a decoder has to say about a JSON file: the way to the value, and what is wrong with it.
    init(_ error: DecodingError, file: String) {
        func problem(_ context: DecodingError.Context, _ key: (any CodingKey)? = nil, _ message: String) -> Self {
            let path = (context.codingPath + [key].compactMap { $0 }).reduce(into: "") { path, key in
                path += key.intValue.map { "[\($0)]" } ?? (path.isEmpty ? key.stringValue : ".\(key.stringValue)")
            }
            return ContentProblem(file: file, field: path.isEmpty ? nil : path, message)
        }
        switch error {
        case .keyNotFound(let key, let context): self = problem(context, key, "is missing")
        case .valueNotFound(_, let context): self = problem(context, nil, "is null: give a value")
        case .typeMismatch(let type, let context): self = problem(context, nil, "is no \(type)")
        case .dataCorrupted(let context): self = problem(context, nil, context.debugDescription)
        @unknown default: self = ContentProblem(file: file, "\(error)")
        }
    }
}
