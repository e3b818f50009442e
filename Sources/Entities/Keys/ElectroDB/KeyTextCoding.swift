/// The stored form of a text attribute that is a key by itself, with more to it than the value: `INV-aB3`, or in small letters.
///
/// Made by the generator; ElectroDB writes such attributes so.
public protocol KeyTextCoding: AttributeCoding where Value == String {
    /// What stands before the value.
    static var prefix: String { get }
    /// What stands behind it.
    static var suffix: String { get }
    static var casing: KeyTextCasing { get }
}

extension KeyTextCoding {
    public static var prefix: String { "" }
    public static var suffix: String { "" }

    /// The value as it will be read back.
    public static func stored(_ value: String) -> String { KeyText(literal: value).cased(casing).text }

    /// The optional value as it will be read back.
    public static func stored(_ value: String?) -> String? { value.map { stored($0) } }

    public static func read(_ value: inout AttributeReader) throws(AttributeError) -> String {
        let text = try value.string()
        // What someone else stored without the text around it is read as it is.
        let (start, end) = (cased(prefix), cased(suffix))
        guard text.utf8.starts(with: start.utf8), text.utf8.reversed().starts(with: end.utf8.reversed()),
            text.utf8.count >= start.utf8.count + end.utf8.count
        else { return text }
        return String(decoding: text.utf8.dropFirst(start.utf8.count).dropLast(end.utf8.count), as: UTF8.self)
    }

    public static func write(_ value: String, to writer: inout AttributeWriter) throws(AttributeError) {
        writer.write(cased(prefix + value + suffix))
    }

    private static func cased(_ text: String) -> String { KeyText(literal: text).cased(casing).text }
}
