import EntityMacrosLite

/// Parts of a sort key's text that follow each other and keep their order, so that a range can be over several of them at once.
package struct OrderedSortParts {
    /// How many parts of the sort key stand before, and have to be given.
    package let start: Int
    let parameters: [QueryParameters.Parameter]
    /// Where they stand in the key's text.
    let positions: [Int]

    package var parts: [KeyPlaceholderModel] { parameters.map(\.part) }

    /// The first two or more such parts; nil where there are none.
    package init?(_ pattern: AccessPatternModel, of entity: EntityModel) {
        guard let segments = pattern.sort.first?.template?.segments else { return nil }
        let all = QueryParameters(pattern, of: entity).sort
        var run: [(index: Int, position: Int)] = []
        var given: Set<String> = []
        for (position, segment) in segments.enumerated() {
            guard case .part(let part) = segment else { continue }
            // What the partition or another part has asked for already does not differ between two bounds.
            let index = given.insert(part.parameter).inserted ? all.firstIndex { $0.name == part.parameter } : nil
            if let index, all[index].allowsRange, Self.isEnded(segments.dropFirst(position + 1).first) {
                run.append((index, position))
            } else if run.count > 1 {
                break
            } else {
                run = []
            }
        }
        guard run.count > 1 else { return nil }
        start = run[0].index
        parameters = run.map { all[$0.index] }
        positions = run.map(\.position)
    }

    /// Whether what follows a part tells where its value ends.
    static func isEnded(_ next: KeySegment?) -> Bool {
        if case .part? = next { false } else { true }
    }
}
