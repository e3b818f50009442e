import EntityMacrosLite

/// The queries of a pattern whose partition has a shard, without the shard: they read all of them.
extension QueryEmission {
    /// For each function that asks for the shard's number one that does not.
    func gathering(_ singles: [FunctionSyntax]) -> [FunctionSyntax] {
        guard let (shard, count) = shard else { return [] }
        var functions = singles.map { gathering(shard, count, $0) }
        for index in functions.indices { functions[index].documentation = [] }
        functions[0].documentation = [
            "The same of all \(count) shards, merged in the order of the sort key: a request to each for a page."
        ]
        return functions
    }

    /// The one part of the partition that is a shard, and how many there are.
    private var shard: (parameter: String, count: Int)? {
        var shards: [String: Int] = [:]
        for part in pattern.partitionParts {
            if let count = count(of: part) { shards[part.parameter] = count }
        }
        // Where the sort key has it too, the shards have no common order.
        guard shards.count == 1, let shard = shards.first,
            !pattern.sortParts.contains(where: { $0.parameter == shard.key })
        else { return nil }
        return (shard.key, shard.value)
    }

    private func count(of part: KeyPlaceholderModel) -> Int? {
        if case .shard(let count, _) = part.encoding { return count }
        return emitter.entity.attribute(part.attribute)?.shardCount
    }

    private func gathering(_ shard: String, _ count: Int, _ single: FunctionSyntax) -> FunctionSyntax {
        var function = single
        function.parameters.removeAll { $0.name == shard }
        let arguments = single.parameters.map { parameter in
            ArgumentSyntax(
                parameter.label ?? parameter.name, .name(parameter.name == shard ? "$0" : parameter.name))
        }
        let query = ExpressionSyntax.call(emitter.ownType.member(pattern.name), arguments)
        function.body = [
            .expression(
                .callWithClosure(
                    .member(nil, "gathering"), [ArgumentSyntax(nil, .literal("\(count)"))], closure: query))
        ]
        return function
    }
}
