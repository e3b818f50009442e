import Entities
import Testing

@Suite("Editing an item's attributes")
struct ItemEditingTests {
    @Test("replacing sets, adds and removes as a dictionary does", arguments: 0..<60)
    func replacing(seed: UInt64) throws {
        var random = RandomValues(seed: seed)
        let attributes = try random.attributes()
        var changes: [String: AttributeValue?] = [:]
        for name in attributes.keys where random.int(0...2) == 0 {
            changes.updateValue(random.int(0...1) == 0 ? nil : try random.value(), forKey: name)
        }
        for _ in 0..<random.int(0...4) {
            changes.updateValue(random.int(0...3) == 0 ? nil : try random.value(), forKey: random.text())
        }
        var expected = attributes
        for (name, value) in changes { expected[name] = value }
        #expect(EncodedItem(attributes).replacing(changes) == EncodedItem(expected))
    }

    @Test("keeping leaves only what is named", arguments: 0..<40)
    func keeping(seed: UInt64) throws {
        var random = RandomValues(seed: seed)
        let attributes = try random.attributes()
        var names = attributes.keys.filter { _ in random.int(0...1) == 0 } + [random.text()]
        names += names.prefix(1)
        let expected = attributes.filter { names.contains($0.key) }
        #expect(EncodedItem(attributes).keeping(names) == EncodedItem(expected))
    }
}
