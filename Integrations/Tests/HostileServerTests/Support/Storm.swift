import Entities

/// Many requests at once, some of which are cancelled.
struct Storm {
    let requests: Int
    let seed: UInt64

    /// Returns when all have ended: how many with which error, and how many with none.
    func rage(over dynamoDB: some DynamoDBExecutor) async -> [DynamoDBError.Code?: Int] {
        await withTaskGroup(of: DynamoDBError.Code?.self) { group in
            var random = SplitMix64(state: seed)
            for number in 0..<requests {
                let turns = Bool.random(using: &random) ? Int.random(in: 0..<100, using: &random) : nil
                group.addTask {
                    await cancelled(after: turns) {
                        await failure { () throws(DynamoDBError) in
                            switch number % 3 {
                            case 0: _ = try await dynamoDB.get("a")
                            case 1: try await dynamoDB.put("b", true)
                            default: try await dynamoDB.append("", to: "c")
                            }
                        }?.code
                    }
                }
            }
            return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
    }
}
