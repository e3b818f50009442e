/// JSON with line breaks and indentation, for people to read. Attribute values (`{"S":"text"}`) stay on one line.
enum IndentedJSON {
    static func text(of bytes: [UInt8]) -> String {
        var output: [UInt8] = []
        // One entry for each open object or array: whether its members stand on lines of their own.
        var open: [Bool] = []
        var (inString, isEscaped) = (false, false)
        func breakLine() {
            output.append(0x0A)
            output.append(contentsOf: repeatElement(0x20, count: open.count { $0 } * 2))
        }
        for (position, byte) in bytes.enumerated() {
            if inString {
                output.append(byte)
                (inString, isEscaped) = (
                    isEscaped || byte != UInt8(ascii: "\""), !isEscaped && byte == UInt8(ascii: "\\")
                )
                continue
            }
            switch byte {
            case UInt8(ascii: "\""):
                inString = true
                output.append(byte)
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                output.append(byte)
                open.append(isNested(bytes, from: position + 1))
                if open.last == true { breakLine() }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if open.popLast() == true { breakLine() }
                output.append(byte)
            case UInt8(ascii: ","):
                output.append(byte)
                if open.last == true { breakLine() } else { output.append(0x20) }
            case UInt8(ascii: ":"):
                output.append(byte)
                output.append(0x20)
            default:
                output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Whether the object or array that begins before `start` has more than one member, or another one nested in it.
    private static func isNested(_ bytes: [UInt8], from start: Int) -> Bool {
        var (inString, isEscaped) = (false, false)
        for byte in bytes[start...] {
            if inString {
                (inString, isEscaped) = (
                    isEscaped || byte != UInt8(ascii: "\""), !isEscaped && byte == UInt8(ascii: "\\")
                )
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): inString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ","): return true
            case UInt8(ascii: "}"), UInt8(ascii: "]"): return false
            default: break
            }
        }
        return false
    }
}
