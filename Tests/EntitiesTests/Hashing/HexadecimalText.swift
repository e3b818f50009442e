/// Bytes from pairs of hexadecimal digits, for known answers.
func bytes(hexadecimal text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in text {
        guard let digit = character.hexDigitValue.map(UInt8.init) else { return [] }
        if let first = high { bytes.append(first << 4 | digit) }
        high = high == nil ? digit : nil
    }
    return high == nil ? bytes : []
}
