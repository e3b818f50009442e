import EntityMacrosLite

/// Derives the text of a composite key: the one place that knows the service's key formats.
///
/// The rules of ElectroDB's formats are in its source, `src/entity.js` (`_makeKeyPrefixes`, `_makeKey`).
struct CompositeKeys {
    /// Which of the two keys a composite is.
    enum Side: String, Hashable {
        case partition
        case sort
    }

    /// What a key's text depends on besides its parts. An index that reuses a key attribute of an earlier one reuses this as well.
    struct Context: Hashable {
        var side: Side
        var type = IndexType.isolated
        var scope: String?
        var collections: [String] = []
        /// Whether the index has a sort key, or the partition key has to say whose the item is.
        var hasSort = true
    }

    /// A part, and what the composite calls it.
    struct Part {
        var label: String
        var placeholder: KeyPlaceholderModel
    }

    let format: KeyFormatName
    let serviceName: String
    let entityName: String
    let entityVersion: String

    /// What becomes of the letters of a key whose definition does not say.
    var casing: KeyTextCasing? { format.isElectroDB ? .lowercased : nil }

    /// The segments of a composite, texts not yet joined.
    func segments(of parts: [Part], in context: Context) -> [KeySegment] {
        switch (format, context.side) {
        case (.native, .partition): nativePartition(parts, context)
        case (.native, .sort): nativeSort(parts, context)
        case (_, .partition): [.text(electroPartition(context))] + electroBody(parts)
        case (_, .sort):
            [.text(electroPrefix(context))] + electroBody(parts) + [.text(electroPostfix(context))]
        }
    }

    /// What the sort keys of a collection's members begin with, of which this is the path to it.
    func sortPrefix(of collections: [String], in context: Context) -> String {
        if format.isElectroDB { return "$" + collections.joined(separator: "#") }
        return context.type == .isolated ? collections.dropFirst().map { $0 + "#" }.joined() : ""
    }

    /// What all of the entity's keys begin with, and no other's; nil where nothing does.
    func entityPrefix(in context: Context) -> String? {
        guard format.isElectroDB, context.side == .sort, context.type == .isolated else { return nil }
        return electroPrefix(context) + "#"
    }

    // MARK: The native format

    private func nativePartition(_ parts: [Part], _ context: Context) -> [KeySegment] {
        let start = parts.isEmpty ? [context.scope, serviceName] : [context.scope]
        let prefix = start.compactMap { $0 }.joined(separator: "#")
        return [.text(prefix)]
            + parts.enumerated().flatMap { index, part -> [KeySegment] in
                let delimiter = index == 0 && prefix.isEmpty ? "" : "#"
                return [.text(delimiter + part.label + "#"), .part(part.placeholder)]
            }
    }

    private func nativeSort(_ parts: [Part], _ context: Context) -> [KeySegment] {
        switch context.type {
        case .isolated:
            [.text(sortPrefix(of: context.collections, in: context) + entityName)]
                + parts.flatMap { [.text("#"), .part($0.placeholder)] }
        case .clustered: parts.flatMap { [.part($0.placeholder), .text("#")] } + [.text(entityName)]
        }
    }

    // MARK: ElectroDB's formats

    /// `$article_1`; of a legacy model, whose version the partition key has: `$article`.
    private var electroEntity: String { format == .electroDBBeta ? entityName : "\(entityName)_\(entityVersion)" }

    private func electroPartition(_ context: Context) -> String {
        let service = "$" + (format == .electroDBBeta ? "\(serviceName)_\(entityVersion)" : serviceName)
        let entity = context.hasSort ? "" : "$\(electroEntity)"
        return service + entity + (context.scope.map { "_\($0)" } ?? "")
    }

    private func electroPrefix(_ context: Context) -> String {
        let collections = context.collections.isEmpty ? "" : sortPrefix(of: context.collections, in: context)
        if context.type == .clustered { return collections }
        return collections + (collections.isEmpty ? "$" : "#") + electroEntity
    }

    private func electroPostfix(_ context: Context) -> String {
        guard context.type == .clustered else { return "" }
        return (context.collections.isEmpty ? "$" : "#") + electroEntity
    }

    private func electroBody(_ parts: [Part]) -> [KeySegment] {
        parts.flatMap { [.text("#\($0.label)_"), .part($0.placeholder)] }
    }
}
