import Entities
import EntityMacrosLite

import struct Foundation.Date
import struct Foundation.UUID

// Values of the types that stand for themselves.
extension SampleValues {
    func texts(_ attribute: AttributeModel, _ ordinal: Int) -> [String] {
        let number = numbers.number(attribute.name, ordinal)
        var texts = SampleTexts.candidates(attribute.name, number: number, length: attribute.length)
        if let length = attribute.typicalLength, let first = texts.first {
            texts.insert(SampleTexts.fitted(first, to: LengthModel(minimum: length, maximum: length)), at: 0)
        }
        return texts
    }

    func integers(_ attribute: AttributeModel, _ ordinal: Int, as type: Any.Type) -> [SampleValue] {
        let number = numbers.number(attribute.name, ordinal)
        let bounds = attribute.range.bounds.compactMap { Int($0) }
        let ends = attribute.role == .timeToLive ? [Int(moment(of: attribute, ordinal).timeIntervalSince1970)] : []
        return (ends + [number, number % 9 + 1, 1, 0] + bounds).compactMap { SampleValue(Self.integer($0, as: type)) }
    }

    static func integer(_ value: Int, as type: Any.Type) -> (any AttributeConvertible)? {
        func make<I: FixedWidthInteger>(_ type: I.Type) -> (any AttributeConvertible)? {
            I(exactly: value) as? any AttributeConvertible
        }
        return (type as? any FixedWidthInteger.Type).flatMap { make($0) }
    }

    func bytes(_ attribute: AttributeModel, _ ordinal: Int) -> [UInt8] {
        var count = attribute.typicalLength ?? 16
        if let minimum = attribute.length?.minimum { count = max(count, minimum) }
        if let maximum = attribute.length?.maximum { count = min(count, maximum) }
        let bits = numbers.wideBits(attribute.name, ordinal)
        return (0..<count).map { UInt8(truncatingIfNeeded: bits >> UInt128($0 % 16 * 8)) }
    }

    func date(_ attribute: AttributeModel, _ ordinal: Int, _ storage: DateStorage) -> SampleValue? {
        let date = moment(of: attribute, ordinal)
        // Whole seconds, which each of the forms keeps.
        let number = AttributeValue.number(Number(Int64(date.timeIntervalSince1970)))
        switch storage {
        case .iso8601: return SampleValue(date)
        case .epochSeconds: return SampleValue(date, stored: number)
        case .epochMilliseconds:
            return SampleValue(date, stored: .number(Number(Int64(date.timeIntervalSince1970) * 1_000)))
        }
    }

    /// What expires is to be there a year longer than anything else happens.
    private func moment(of attribute: AttributeModel, _ ordinal: Int) -> Date {
        date(attribute.name, ordinal).addingTimeInterval(attribute.role == .timeToLive ? 31_536_000 : 0)
    }

    /// A second of the four weeks that begin on 1 November 2026.
    func date(_ name: String, _ ordinal: Int) -> Date {
        Date(timeIntervalSince1970: 1_793_491_200 + Double(numbers.bits(name, ordinal) % 2_419_200))
    }

    func ulid(_ name: String, _ ordinal: Int) -> ULID {
        ULID(timestamp: date(name, ordinal), randomness: numbers.wideBits(name, ordinal))
    }

    /// Of version 4 and variant 1: random.
    func uuid(_ name: String, _ ordinal: Int) -> UUID? {
        let digits = String(numbers.wideBits(name, ordinal), radix: 16)
        let hex = Array(String(repeating: "0", count: 32 - digits.count) + digits)
        let text =
            "\(String(hex[0..<8]))-\(String(hex[8..<12]))-4\(String(hex[13..<16]))-8\(String(hex[17..<20]))-\(String(hex[20..<32]))"
        return UUID(uuidString: text)
    }
}

extension NumberRangeModel? {
    /// The least and the greatest value in decimal digits, as far as there are any.
    var bounds: [String] {
        [self?.minimum, self?.maximum].compactMap {
            switch $0 {
            case .integer(let digits)?, .number(let digits)?: digits
            default: nil
            }
        }
    }
}
