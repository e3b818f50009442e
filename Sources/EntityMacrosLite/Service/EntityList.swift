/// The entities of a service, in the order in which they are listed.
public struct EntityList {
    package struct Element {
        package let definition: any EntityDefinition
        package let location: SourceLocation
    }

    package let elements: [Element]
}

/// Collects a service's entities.
@resultBuilder
public enum EntityListBuilder {
    public static func buildExpression(
        _ definition: some EntityDefinition,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) -> EntityList {
        let location = SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column)
        return EntityList(elements: [EntityList.Element(definition: definition, location: location)])
    }
    public static func buildExpression(_ list: EntityList) -> EntityList { list }
    public static func buildBlock(_ parts: EntityList...) -> EntityList {
        EntityList(elements: parts.flatMap(\.elements))
    }
    public static func buildOptional(_ part: EntityList?) -> EntityList { part ?? EntityList(elements: []) }
    public static func buildEither(first: EntityList) -> EntityList { first }
    public static func buildEither(second: EntityList) -> EntityList { second }
    public static func buildArray(_ parts: [EntityList]) -> EntityList {
        EntityList(elements: parts.flatMap(\.elements))
    }
}
