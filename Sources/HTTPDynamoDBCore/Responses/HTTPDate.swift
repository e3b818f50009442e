import Entities

/// The time in the header `Date`: `Sat, 21 Nov 2026 08:54:32 GMT`, as RFC 9110 has servers write it.
enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Seconds since 1970; `nil` for a text of another form.
    static func seconds(_ text: String) -> Int? {
        let parts = text.split(whereSeparator: { $0 == " " || $0 == ":" || $0 == "," })
        guard parts.count == 8, parts[7] == "GMT", let month = months.firstIndex(of: String(parts[2])),
            let day = number(parts[1], 1...31), let year = number(parts[3], 1970...9999),
            let hour = number(parts[4], 0...23), let minute = number(parts[5], 0...59),
            let second = number(parts[6], 0...60)
        else { return nil }
        let date = CivilDate(year: year, month: month + 1, day: day)
        return date.exists ? date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second : nil
    }

    private static func number(_ text: Substring, _ range: ClosedRange<Int>) -> Int? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), range.contains(number)
        else {
            return nil
        }
        return number
    }
}
