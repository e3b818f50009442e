import struct Foundation.Date

/// The text of the header `Date`, made anew once a second.
struct DateHeader {
    private var second = Int.min
    private var text = ""

    mutating func text(at date: Date) -> String {
        let now = Int(date.timeIntervalSince1970)
        if now != second {
            second = now
            text = UTCTime(secondsSince1970: now).httpDate
        }
        return text
    }
}
