import Entities
import Foundation

/// Writes values as JSON in any of the ways that are allowed: white space everywhere, members and sets in any order, characters
/// as escapes.
struct RandomJSON {
    var generator: SplitMix64
    private(set) var text = ""

    init(seed: UInt64) { generator = SplitMix64(seed: seed) }

    private mutating func chance(_ n: Int) -> Bool { Int.random(in: 0..<n, using: &generator) == 0 }

    private mutating func space() {
        while chance(4) { text += [" ", "\n", "\t", "\r"][Int.random(in: 0..<4, using: &generator)] }
    }

    private mutating func punctuation(_ text: String) {
        space()
        self.text += text
        space()
    }

    mutating func quoted(_ string: String) {
        text += "\""
        for unit in string.unicodeScalars {
            let mustEscape = unit.value < 0x20 || unit == "\"" || unit == "\\"
            if chance(8) || mustEscape {
                for half in String(unit).utf16 {
                    text += chance(2) ? String(format: "\\u%04x", half) : String(format: "\\u%04X", half)
                }
            } else if unit == "/", chance(2) {
                text += "\\/"
            } else {
                text.unicodeScalars.append(unit)
            }
        }
        text += "\""
    }

    mutating func item(_ attributes: [String: AttributeValue]) {
        punctuation("{")
        for (index, entry) in attributes.shuffled(using: &generator).enumerated() {
            if index > 0 { punctuation(",") }
            quoted(entry.key)
            punctuation(":")
            value(entry.value)
        }
        punctuation("}")
    }

    private mutating func list<Element>(_ elements: [Element], _ write: (inout RandomJSON, Element) -> Void) {
        punctuation("[")
        for (index, element) in elements.enumerated() {
            if index > 0 { punctuation(",") }
            write(&self, element)
        }
        punctuation("]")
    }

    mutating func value(_ value: AttributeValue) {
        punctuation("{")
        quoted(value.type.rawValue)
        punctuation(":")
        switch value {
        case .string(let string): quoted(string)
        case .number(let number): quoted(number.description)
        case .binary(let bytes): quoted(Data(bytes).base64EncodedString())
        case .bool(let bool): text += "\(bool)"
        case .null: text += "true"
        case .stringSet(let set): list(set.shuffled(using: &generator)) { $0.quoted($1) }
        case .numberSet(let set): list(set.shuffled(using: &generator)) { $0.quoted($1.description) }
        case .binarySet(let set):
            list(set.shuffled(using: &generator)) { $0.quoted(Data($1).base64EncodedString()) }
        case .list(let values): list(values) { $0.value($1) }
        case .map(let entries): item(entries)
        }
        punctuation("}")
    }
}
