import Entities
import Foundation

/// The time of a signature: `20150830T123600Z`, whose first eight characters are the day that its key is good for.
struct SigningTime {
    /// Sixteen characters.
    let text: String
    let day: String

    init(_ date: Date) {
        // Outside the four-digit years nobody signs; the service would refuse it anyhow.
        let seconds = Int(min(max(date.timeIntervalSince1970, 0), 253_402_300_799))
        let day = CivilDate(daysSince1970: seconds / 86_400)
        var bytes = ByteBuffer(capacity: 16)
        func append(_ value: Int) {
            bytes.append(UInt8(ascii: "0") + UInt8(value / 10))
            bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
        }
        append(day.year / 100)
        append(day.year % 100)
        append(day.month)
        append(day.day)
        self.day = bytes.text
        bytes.append(UInt8(ascii: "T"))
        append(seconds / 3600 % 24)
        append(seconds / 60 % 60)
        append(seconds % 60)
        bytes.append(UInt8(ascii: "Z"))
        text = bytes.text
    }
}
