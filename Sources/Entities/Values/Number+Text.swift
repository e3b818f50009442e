extension Number: LosslessStringConvertible {
    /// Reads a decimal number, or returns `nil` where `init(parsing:)` throws.
    public init?(_ description: String) {
        guard let number = try? Number(parsing: description) else { return nil }
        self = number
    }

    /// Reads a decimal number: an optional sign, digits with an optional point among or around them, an optional exponent.
    ///
    /// `42`, `-0.50`, `+1.5E-3`, `.5` and `5.` are numbers, as they are to DynamoDB. Zeros at both ends do not count as
    /// digits.
    /// - Throws: `NumberError` for anything else (spaces, `NaN`, hexadecimal), for more than 38 significant digits, and for
    ///   magnitudes outside DynamoDB's range.
    public init(parsing text: some StringProtocol) throws(NumberError) {
        var text = String(text)
        let result: Result<Number, NumberError> = text.withUTF8 { utf8 in
            do throws(NumberError) { return .success(try Number(utf8: utf8)) } catch { return .failure(error) }
        }
        self = try result.get()
    }

    /// Reads a decimal number from UTF-8, with the grammar of `init(parsing:)`.
    package init(utf8: UnsafeRawBufferPointer) throws(NumberError) {
        let bytes = utf8.bindMemory(to: UInt8.self)
        try self.init(utf8: bytes)
    }

    /// Reads a decimal number from UTF-8, with the grammar of `init(parsing:)`.
    package init(utf8: UnsafeBufferPointer<UInt8>) throws(NumberError) {
        var index = 0
        var isNegative = false
        if let sign = utf8.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            index = 1
        }
        if let integer = Number.smallInteger(utf8, from: index) {
            let (value, zeros) = DecimalDigits.trimmed(integer)
            self.init(normal: isNegative ? -Int128(value) : Int128(value), exponent: Int16(zeros))
            return
        }
        var scan = DecimalScan()
        guard scan.read(utf8, from: index) else {
            throw NumberError(.notANumber, text: String(decoding: utf8, as: UTF8.self))
        }
        // DynamoDB looks at the range before it looks at the digits, and at that of zero as well: 0e126 is none of its numbers.
        let leading = scan.digits == 0 ? scan.written : scan.exponent + scan.digits - 1
        if leading > Number.leadingExponents.upperBound {
            throw NumberError(.overflow, text: String(decoding: utf8, as: UTF8.self))
        }
        if leading < Number.leadingExponents.lowerBound {
            throw NumberError(.underflow, text: String(decoding: utf8, as: UTF8.self))
        }
        if scan.digits == 0 {
            self = .zero
            return
        }
        if scan.digits > Number.maximumSignificantDigits {
            throw NumberError(.tooManyDigits, text: String(decoding: utf8, as: UTF8.self))
        }
        let magnitude = Int128(scan.coefficient)
        self.init(normal: isNegative ? -magnitude : magnitude, exponent: Int16(scan.exponent))
    }

    /// The value of 1…18 digits and nothing else, which is what most numbers are.
    private static func smallInteger(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt64? {
        guard (1...18).contains(utf8.count - start) else { return nil }
        var value: UInt64 = 0
        for index in start..<utf8.count {
            let digit = utf8[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value &* 10 &+ UInt64(digit)
        }
        return value
    }
}

/// What the unsigned part of a number's text says: `coefficient` × 10^`exponent`.
private struct DecimalScan {
    /// The significant digits as an integer that does not end in zero; of use only while `digits` is at most 38.
    private(set) var coefficient: UInt128 = 0
    /// The last digits read, not yet in `coefficient`: 64-bit arithmetic is several times as fast.
    private var block: UInt64 = 0
    private var blockDigits = 0
    /// The number of significant digits, zeros at both ends left out.
    var digits = 0
    var exponent = 0
    /// The exponent behind the `e`.
    private(set) var written = 0

    /// Reads all bytes from `start` on, or returns `false` if they are not a number.
    mutating func read(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        var index = start
        var pendingZeros = 0  // zeros after `coefficient`: part of it only if another digit follows
        var fractionDigits = 0
        var (hasDigits, hasPoint) = (false, false)
        loop: while index < utf8.count {
            let byte = utf8[index]
            switch byte {
            case UInt8(ascii: "0"):
                hasDigits = true
                if digits > 0 { pendingZeros += 1 }
                if hasPoint { fractionDigits += 1 }
            case UInt8(ascii: "1")...UInt8(ascii: "9"):
                hasDigits = true
                append(byte - UInt8(ascii: "0"), afterZeros: pendingZeros)
                pendingZeros = 0
                if hasPoint { fractionDigits += 1 }
            case UInt8(ascii: "."):
                guard !hasPoint else { return false }
                hasPoint = true
            default: break loop
            }
            index += 1
        }
        guard hasDigits else { return false }
        if digits <= Number.maximumSignificantDigits { flush() }
        exponent = pendingZeros - fractionDigits
        if index == utf8.count { return true }
        guard utf8[index] == UInt8(ascii: "e") || utf8[index] == UInt8(ascii: "E") else { return false }
        guard let written = Self.exponent(utf8, from: index + 1) else { return false }
        self.written = written
        exponent += written
        return true
    }

    /// Adds zeros and then a digit that is not zero. Digits beyond the 38th are only counted.
    private mutating func append(_ digit: UInt8, afterZeros zeros: Int) {
        digits += zeros + 1
        guard digits <= Number.maximumSignificantDigits else { return }
        if blockDigits + zeros + 1 > 18 {
            flush()
            coefficient *= DecimalDigits.power(zeros)
            (block, blockDigits) = (UInt64(digit), 1)
        } else {
            for _ in 0..<zeros { block *= 10 }
            block = block * 10 + UInt64(digit)
            blockDigits += zeros + 1
        }
    }

    private mutating func flush() {
        coefficient = coefficient * DecimalDigits.power(blockDigits) + UInt128(block)
        (block, blockDigits) = (0, 0)
    }

    /// The exponent that the bytes from `start` on spell, limited to what is far outside the range of numbers in any text
    /// that fits into memory; `nil` if it is none, or no integer of 64 bits, which the service cannot read either.
    private static func exponent(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        guard index < utf8.count else { return nil }
        let isNegative = utf8[index] == UInt8(ascii: "-")
        if isNegative || utf8[index] == UInt8(ascii: "+") { index += 1 }
        guard index < utf8.count else { return nil }
        var value: Int64 = 0
        while index < utf8.count {
            let digit = utf8[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            let (product, overflows) = value.multipliedReportingOverflow(by: 10)
            let (sum, exceeds) = product.addingReportingOverflow(Int64(digit))
            guard !overflows, !exceeds else { return nil }
            value = sum
            index += 1
        }
        value = min(value, 1_000_000_000_000_000)
        return Int(clamping: isNegative ? -value : value)
    }
}

extension Number: CustomStringConvertible {
    /// The form in which DynamoDB returns the number: plain decimal, no exponent, no zeros at either end.
    public var description: String {
        var text: [UInt8] = []
        append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends the UTF-8 of `description`.
    package func append(to text: inout some (ByteSink & ~Copyable)) {
        if isNegative { text.append(UInt8(ascii: "-")) }
        let magnitude = significand.magnitude
        if exponent == 0, magnitude < 100 {
            let small = UInt8(truncatingIfNeeded: magnitude)
            if small >= 10 { text.append(UInt8(ascii: "0") + small / 10) }
            text.append(UInt8(ascii: "0") + small % 10)
            return
        }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 40) { buffer in
            let start = Number.writeDigits(of: magnitude, into: buffer)
            let digits = UnsafeBufferPointer(rebasing: buffer[start...])
            let integerDigits = digits.count + Int(exponent)
            if exponent >= 0 {
                text.append(contentsOf: digits)
                for _ in 0..<exponent { text.append(UInt8(ascii: "0")) }
            } else if integerDigits > 0 {
                text.append(contentsOf: UnsafeBufferPointer(rebasing: digits[..<integerDigits]))
                text.append(UInt8(ascii: "."))
                text.append(contentsOf: UnsafeBufferPointer(rebasing: digits[integerDigits...]))
            } else {
                text.append(UInt8(ascii: "0"))
                text.append(UInt8(ascii: "."))
                for _ in integerDigits..<0 { text.append(UInt8(ascii: "0")) }
                text.append(contentsOf: digits)
            }
        }
    }

    /// Writes the digits of a value below 10^40 to the end of a buffer of 40 bytes, two at a time, and returns where they
    /// start.
    private static func writeDigits(of value: UInt128, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var (rest, index) = (value, buffer.count)
        // 128-bit divisions are slow: cut off 18 digits at once.
        while rest > UInt128(UInt64.max) {
            let (quotient, remainder) = DecimalDigits.divided(rest, by: 1_000_000_000_000_000_000)
            var block = remainder
            for _ in 0..<9 {
                index -= 2
                writePair(block % 100, into: buffer, at: index)
                block /= 100
            }
            rest = quotient
        }
        var last = UInt64(rest)
        while last >= 10 {
            index -= 2
            writePair(last % 100, into: buffer, at: index)
            last /= 100
        }
        if last > 0 {
            index -= 1
            buffer[index] = UInt8(ascii: "0") + UInt8(last)
        }
        return index
    }

    private static func writePair(_ pair: UInt64, into buffer: UnsafeMutableBufferPointer<UInt8>, at index: Int) {
        buffer[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: pair / 10)
        buffer[index + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: pair % 10)
    }
}
