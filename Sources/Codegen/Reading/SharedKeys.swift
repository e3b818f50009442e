import EntityMacrosLite

/// Marks the access patterns and collections whose queries see other entities' items, and so have to filter.
enum SharedKeys {
    static func mark(in schema: inout ServiceSchema) {
        guard !schema.keyFormat.isElectroDB else { return markShared(in: &schema) }
        let keys = KeyOverlaps(schema: schema)
        let overlaps = keys.find()
        for entity in schema.entities.indices {
            for pattern in schema.entities[entity].accessPatterns.indices {
                let name = schema.entities[entity].accessPatterns[pattern].name
                let typeName = schema.entities[entity].typeName
                schema.entities[entity].accessPatterns[pattern].filtersByEntity = overlaps.contains {
                    $0.reader.entity.typeName == typeName && $0.reader.pattern?.name == name
                        && $0.other.entity.typeName != typeName
                }
            }
        }
        for index in schema.collections.indices {
            schema.collections[index].filtersByEntity = keys.hasOthers(in: schema.collections[index])
        }
    }

    /// A table that is shared with ElectroDB can hold entities that this service knows nothing of: only a key that names the entity
    /// is proof of whose an item is.
    private static func markShared(in schema: inout ServiceSchema) {
        for entity in schema.entities.indices {
            for pattern in schema.entities[entity].accessPatterns.indices {
                let keys = schema.entities[entity].accessPatterns[pattern]
                let isNamed = (keys.sort.first ?? keys.partition.first)?.template?.isComposite ?? false
                schema.entities[entity].accessPatterns[pattern].filtersByEntity = !isNamed || keys.type == .clustered
            }
        }
        for index in schema.collections.indices { schema.collections[index].filtersByEntity = true }
    }
}
