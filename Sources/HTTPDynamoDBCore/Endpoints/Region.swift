/// Checks names of regions, since hosts are made of them.
enum Region {
    /// - Parameter origin: where the name was found, for the error.
    static func checked(_ name: String, from origin: String) throws(ConfigurationError) -> String {
        guard isHostLabel(name) else {
            throw ConfigurationError("\(origin): '\(name)' is no region: it has to look like eu-central-1")
        }
        if name.hasPrefix("fips-") || name.hasSuffix("-fips") {
            throw ConfigurationError(
                "\(origin): '\(name)' is no region: give the region without 'fips' and set AWS_USE_FIPS_ENDPOINT=true")
        }
        return name
    }

    /// Whether a text may stand between two dots of a host name: letters, digits, and hyphens within. RFC 1123, 2.1.
    static func isHostLabel(_ text: String) -> Bool {
        guard (1...63).contains(text.utf8.count), text.utf8.first != UInt8(ascii: "-"),
            text.utf8.last != UInt8(ascii: "-")
        else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
    }
}
