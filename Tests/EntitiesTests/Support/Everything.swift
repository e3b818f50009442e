import Entities

/// A record of any entity of the notes' table, as the generator writes it.
enum NotesRecord: ServiceRecord {
    case note(Note)
    case person(Person)
    static var entities: [any Entity.Type] { [Note.self, Person.self] }
    static var table: TableSchema { .notes }

    init?(_ item: EncodedItem) throws(AttributeError) {
        guard case .string(let entity)? = item["_entity"] else { return nil }
        switch entity {
        case "Note": self = .note(try item.decode())
        case "Person": self = .person(try item.decode())
        default: return nil
        }
    }
}

/// A collection of both.
struct Everything: EntityCollection, Hashable {
    var notes: [Note] = []
    var people: [Person] = []

    mutating func append(_ record: NotesRecord) {
        switch record {
        case .note(let note): notes.append(note)
        case .person(let person): people.append(person)
        }
    }

    struct Fields: FieldSet {
        var notes: CollectionMember<Note> { .init() }
        var people: CollectionMember<Person> { .init() }
    }
}
