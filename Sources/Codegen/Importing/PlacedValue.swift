/// A value of a JSON text that knows where it stands, for errors to say so.
package struct PlacedValue {
    package let tree: JSONTree
    package let place: String

    package init(_ tree: JSONTree, at place: String = "") {
        self.tree = tree
        self.place = place
    }

    /// The member of an object; nil where there is none, or where it is null.
    package subscript(name: String) -> PlacedValue? {
        guard let value = tree[name], value != .null else { return nil }
        return PlacedValue(value, at: place(of: name))
    }

    /// The members of an object.
    package func members() throws(ImportError) -> [(name: String, value: PlacedValue)] {
        guard case .object(let members) = tree else { throw error("expected an object, and not \(tree.kind)") }
        return members.map { ($0.name, PlacedValue($0.value, at: place(of: $0.name))) }
    }

    /// The elements of an array.
    package func elements() throws(ImportError) -> [PlacedValue] {
        guard case .array(let elements) = tree else { throw error("expected an array, and not \(tree.kind)") }
        return elements.enumerated().map { PlacedValue($0.element, at: "\(place)[\($0.offset)]") }
    }

    package func string() throws(ImportError) -> String {
        guard case .string(let text) = tree else { throw error("expected a string, and not \(tree.kind)") }
        return text
    }

    package func strings() throws(ImportError) -> [String] {
        var strings: [String] = []
        for element in try elements() { strings.append(try element.string()) }
        return strings
    }

    package func bool() throws(ImportError) -> Bool {
        guard case .bool(let value) = tree else { throw error("expected true or false, and not \(tree.kind)") }
        return value
    }

    package func int() throws(ImportError) -> Int {
        guard case .number(let digits) = tree, let value = Int(digits) else {
            throw error("expected an integer, and not \(tree.kind)")
        }
        return value
    }

    /// One of a few words.
    package func word<Word: RawRepresentable<String>>(_ type: Word.Type, of words: String) throws(ImportError) -> Word {
        guard let word = Word(rawValue: try string()) else { throw error("expected \(words), and not \(tree.kind)") }
        return word
    }

    /// A member that has to be there.
    package func required(_ name: String) throws(ImportError) -> PlacedValue {
        guard let value = self[name] else { throw error("'\(name)' is missing") }
        return value
    }

    package func error(_ reason: String) -> ImportError { ImportError(reason, at: place) }

    private func place(of name: String) -> String { place.isEmpty ? name : "\(place).\(name)" }
}

extension PlacedValue? {
    func string() throws(ImportError) -> String? {
        guard let self else { return nil }
        return try self.string()
    }

    func bool() throws(ImportError) -> Bool {
        guard let self else { return false }
        return try self.bool()
    }
}
