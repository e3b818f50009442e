/// A batch of which the service processes a part: what is sent, and what is given back.
package enum CutBatch: Sendable {
    case get(BatchGetItemRequest, left: [String: BatchGetItemRequest.TableKeys])
    case write(BatchWriteItemRequest, left: [String: [BatchWriteItemRequest.Write]])

    /// Leaves a share of a batch out, spread evenly over its elements; `nil` for what is no batch of two or more.
    package init?(_ request: DynamoDBRequest, leaving share: Double) {
        let count = request.elementCount
        guard count > 1 else { return nil }
        let left = min(max(Int((Double(count) * share).rounded()), 1), count - 1)
        var position = 0
        /// Whether the next element is left: after n of them it is n · left / count that were.
        func isNextLeft() -> Bool {
            defer { position += 1 }
            return (position + 1) * left / count > position * left / count
        }
        switch request {
        case .batchGetItem(var request):
            var unprocessed: [String: BatchGetItemRequest.TableKeys] = [:]
            for (name, asked) in request.tables.sorted(by: { $0.key < $1.key }) {
                var (kept, rest) = (asked, asked)
                (kept.keys, rest.keys) = ([], [])
                for key in asked.keys {
                    if isNextLeft() { rest.keys.append(key) } else { kept.keys.append(key) }
                }
                request.tables[name] = kept.keys.isEmpty ? nil : kept
                if !rest.keys.isEmpty { unprocessed[name] = rest }
            }
            self = .get(request, left: unprocessed)
        case .batchWriteItem(var request):
            var unprocessed: [String: [BatchWriteItemRequest.Write]] = [:]
            for (name, writes) in request.tables.sorted(by: { $0.key < $1.key }) {
                var kept: [BatchWriteItemRequest.Write] = []
                for write in writes {
                    if isNextLeft() { unprocessed[name, default: []].append(write) } else { kept.append(write) }
                }
                request.tables[name] = kept.isEmpty ? nil : kept
            }
            self = .write(request, left: unprocessed)
        default: return nil
        }
    }

    /// The answer to the whole batch, made from that to the part.
    package func completing(_ output: BatchGetItemOutput) -> BatchGetItemOutput {
        guard case .get(_, let left) = self else { return output }
        var output = output
        for (name, rest) in left {
            output.items[name] = output.items[name] ?? []
            output.unprocessedKeys[name, default: rest].keys =
                (output.unprocessedKeys[name]?.keys ?? []) + rest.keys
        }
        return output
    }

    /// The answer to the whole batch, made from that to the part.
    package func completing(_ output: BatchWriteItemOutput) -> BatchWriteItemOutput {
        guard case .write(_, let left) = self else { return output }
        var output = output
        for (name, rest) in left { output.unprocessedItems[name, default: []] += rest }
        return output
    }
}
