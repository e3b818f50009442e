import Entities
import Foundation

extension Cursor {
    /// The same seal in front of another place.
    func holding(_ json: String, seal length: Int = 8) -> Cursor {
        var base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        base64 += String(repeating: "=", count: (4 - base64.count % 4) % 4)
        let seal = Data(base64Encoded: base64)?.prefix(length) ?? Data()
        let changed = (seal + Data(json.utf8)).base64EncodedString()
        return Cursor(changed.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: ""))
    }
}
