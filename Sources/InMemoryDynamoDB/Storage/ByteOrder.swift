import Foundation

/// Compares byte by byte, unsigned, as DynamoDB orders text, binary and (in their ordered form) numbers.
/// - Returns: below, equal to or above zero. The beginning of something is below it.
@inline(__always)
func byteOrder(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
    let common = min(left.count, right.count)
    if common > 0, let leftBase = left.baseAddress, let rightBase = right.baseAddress {
        let order = Int(memcmp(leftBase, rightBase, common))
        if order != 0 { return order }
    }
    return left.count - right.count
}

/// Compares byte by byte, unsigned.
func byteOrder(_ left: [UInt8], _ right: [UInt8]) -> Int {
    left.withUnsafeBufferPointer { left in right.withUnsafeBufferPointer { right in byteOrder(left, right) } }
}
