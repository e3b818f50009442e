import Testing

@testable import Entities

@Suite("Skipping JSON values")
struct SkippingTests {
    /// Brackets of both kinds in an order that only a stack gets right, around the sizes of the integers that it is kept in.
    @Test("of any depth that there may be", arguments: [1, 2, 63, 64, 127, 128, 129, 130, 200, 255])
    func nested(depth: Int) throws {
        var open = ""
        var close = ""
        for level in 0..<depth {
            let isObject = level % 3 != 1
            open += isObject ? #"{"a":"# : "[0,"
            close = (isObject ? #","b":[]}"# : ",{}]") + close
        }
        let text = Array((open + "1" + close).utf8)
        #expect(try JSONReader.read(text) { json throws(AttributeError) in try json.rawValue() } == text)
        // With the brackets of one level exchanged, it is no JSON.
        let wrong = Array((open + "1" + close.replacing("}", with: "]", maxReplacements: 1)).utf8)
        if wrong != text, depth > 1 {
            #expect(throws: AttributeError.self) {
                try JSONReader.read(wrong) { json throws(AttributeError) in try json.rawValue() }
            }
        }
    }

    @Test("deeper than that is refused")
    func tooDeep() {
        let text = Array((String(repeating: "[", count: 257) + String(repeating: "]", count: 257)).utf8)
        #expect(throws: AttributeError.self) {
            try JSONReader.read(text) { json throws(AttributeError) in try json.rawValue() }
        }
    }
}
