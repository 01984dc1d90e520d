/// Padmé padding: the stored length tells only a size class, at 12 % more bytes at worst.
public enum Padme {
    /// The padded length of `length` bytes, or `nil` when it is negative or overflows.
    public static func paddedLength(of length: Int) -> Int? {
        guard length >= 0 else { return nil }
        guard length >= 2 else { return length }
        let exponent = Int.bitWidth - 1 - length.leadingZeroBitCount
        let bitsOfExponent = Int.bitWidth - exponent.leadingZeroBitCount
        let mask = (1 << (exponent - bitsOfExponent)) - 1
        let (sum, overflow) = length.addingReportingOverflow(mask)
        return overflow ? nil : sum & ~mask
    }

    /// Appends zeros up to the padded length.
    public static func pad(_ bytes: inout [UInt8]) {
        guard let padded = paddedLength(of: bytes.count) else { return }
        bytes.append(contentsOf: repeatElement(0, count: padded - bytes.count))
    }

    /// Takes the padding away; refuses a length that does not pad to this size, and padding that is not zero.
    public static func unpad(_ bytes: inout [UInt8], realLength: Int) throws(SealingError) {
        guard paddedLength(of: realLength) == bytes.count, bytes[realLength...].allSatisfy({ $0 == 0 }) else {
            throw .malformed(.padding)
        }
        bytes.removeSubrange(realLength...)
    }
}
