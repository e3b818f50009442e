import Entities

/// Compares byte by byte, unsigned.
func byteOrder(_ left: [UInt8], _ right: [UInt8]) -> Int {
    left.withUnsafeBufferPointer { left in right.withUnsafeBufferPointer { right in byteOrder(left, right) } }
}
