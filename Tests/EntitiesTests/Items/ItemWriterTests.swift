import Entities
import Testing

@Suite("Writing attributes")
struct ItemWriterTests {
    /// An item with one attribute that a closure writes.
    struct Written: ItemEncodable {
        let write: @Sendable (inout AttributeWriter) throws(AttributeError) -> Void

        func write(to item: inout ItemWriter) throws(AttributeError) {
            try item.write("a", with: write)
        }

        static func value(_ write: @escaping @Sendable (inout AttributeWriter) throws(AttributeError) -> Void) throws
            -> AttributeValue?
        {
            try EncodedItem(Written(write: write))["a"]
        }
    }

    @Test("each method writes its type")
    func types() throws {
        #expect(try Written.value { $0.write("x") } == "x")
        #expect(try Written.value { $0.write(true) } == true)
        #expect(try Written.value { $0.write([1, 2] as [UInt8]) } == .binary([1, 2]))
        #expect(try Written.value { $0.writeNull() } == .null)
        #expect(try Written.value { $0.write(Number(7)) } == 7)
        #expect(try Written.value { writer throws(AttributeError) in try writer.write(UInt8(7)) } == 7)
        #expect(try Written.value { writer throws(AttributeError) in try writer.write(7.0) } == 7)
        #expect(
            try Written.value { writer throws(AttributeError) in try writer.numberSet([2, 1, 2]) }
                == .numberSet([1, 2]))
        #expect(
            try Written.value { writer throws(AttributeError) in try writer.binarySet([[2], []]) }
                == .binarySet([[2], []]))
        #expect(
            try Written.value { writer throws(AttributeError) in
                try writer.list(count: 2) { position, writer throws(AttributeError) in try writer.write(position) }
            } == [0, 1])
        #expect(
            try Written.value { writer throws(AttributeError) in
                try writer.map { item throws(AttributeError) in
                    item.write("z", string: "y")
                    try item.write("b", 1)
                }
            } == ["b": 1, "z": "y"])
    }

    @Test("of several calls the last counts")
    func lastCounts() throws {
        let value = try Written.value { writer throws(AttributeError) in
            try writer.list(["a", "b"]) { text, writer in
                writer.write(1.description)
                writer.write(text)
            }
            do throws(AttributeError) {
                try writer.list([1, 2]) { _, _ throws(AttributeError) in
                    throw AttributeError(.invalidValue, reason: "no")
                }
            } catch {
                try writer.list(["c"]) { text, writer in writer.write(text) }
            }
        }
        #expect(value == ["c"])
    }

    @Test("no call at all is an error")
    func nothing() {
        #expect(throws: AttributeError.self) { try Written.value { _ in } }
        #expect(throws: AttributeError.self) {
            try Written.value { writer throws(AttributeError) in try writer.list([1]) { _, _ in } }
        }
    }

    enum EmptySet: CaseIterable, Sendable { case strings, numbers, binaries, generic, value, nestedValue }

    @Test("empty sets are refused, at any depth", arguments: EmptySet.allCases)
    func emptySets(empty: EmptySet) {
        let error = #expect(throws: AttributeError.self) {
            try Written.value { writer throws(AttributeError) in
                switch empty {
                case .strings: try writer.stringSet([String]())
                case .numbers: try writer.numberSet([Number]())
                case .binaries: try writer.binarySet([[UInt8]]())
                case .generic: try writer.set([Int]())
                case .value: try writer.attributeValue(.stringSet([]))
                case .nestedValue: try writer.attributeValue(["a": [.numberSet([])]])
                }
            }
        }
        #expect(error?.code == .emptySet)
    }

    @Test("an error takes the attribute back")
    func takenBack() throws {
        struct Lenient: ItemEncodable {
            func write(to item: inout ItemWriter) throws(AttributeError) {
                try item.write("b", 1)
                try? item.write("c", Double.nan)
                try? item.write("d", [1.0, .infinity])
                try item.write("c", 2)
                try item.write("a", 3)
            }
        }
        #expect(try EncodedItem(Lenient()) == ["a": 3, "b": 1, "c": 2])
    }

    @Test("nesting ends where DynamoDB's does")
    func nesting() throws {
        @Sendable func nested(_ levels: Int) -> AttributeValue {
            (0..<levels).reduce(AttributeValue.string("x")) { value, level in
                level.isMultiple(of: 2) ? .list([value]) : .map(["k": value])
            }
        }
        let deepest = nested(31)
        #expect(try Written.value { writer throws(AttributeError) in try writer.attributeValue(deepest) } == deepest)
        let error = #expect(throws: AttributeError.self) {
            try Written.value { writer throws(AttributeError) in try writer.attributeValue(nested(40)) }
        }
        #expect(error?.code == .nestingTooDeep)
    }
}
