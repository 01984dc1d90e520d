/// Base64 read piece by piece (RFC 4648 § 4, line breaks allowed as in RFC 2045 § 6.8).
struct Base64Stream: Sendable {
    private var group: UInt32 = 0
    private var digits = 0
    private var padding = 0

    /// The bytes that a piece of text completes; nil when it is not base64.
    mutating func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var group = group
        var digits = digits
        var padding = padding
        var isValid = true
        let decoded = [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3 + 3) { output, count in
            text.withUnsafeBytes { input in
                Self.values.withUnsafeBufferPointer { values in
                    for byte in input {
                        let value = values[Int(byte)]
                        if value < 64 {
                            guard padding == 0 else {
                                isValid = false
                                return
                            }
                            group = group << 6 | UInt32(value)
                            digits += 1
                            guard digits == 4 else { continue }
                            output[count] = UInt8(truncatingIfNeeded: group >> 16)
                            output[count + 1] = UInt8(truncatingIfNeeded: group >> 8)
                            output[count + 2] = UInt8(truncatingIfNeeded: group)
                            count += 3
                            group = 0
                            digits = 0
                        } else if value == Self.pad, padding < 2, digits >= 2 {
                            padding += 1
                        } else if value != Self.space {
                            isValid = false
                            return
                        }
                    }
                }
            }
        }
        self.group = group
        self.digits = digits
        self.padding = padding
        return isValid ? decoded : nil
    }

    /// The last one or two bytes; nil when padding is missing or bits are left over.
    mutating func finish() -> [UInt8]? {
        switch (digits, padding) {
        case (0, 0): []
        case (2, 2) where group & 0xF == 0: [UInt8(truncatingIfNeeded: group >> 4)]
        case (3, 1) where group & 0x3 == 0:
            [UInt8(truncatingIfNeeded: group >> 10), UInt8(truncatingIfNeeded: group >> 2)]
        default: nil
        }
    }

    private static let pad: UInt8 = 64
    private static let space: UInt8 = 65
    private static let values: [UInt8] = {
        var table = [UInt8](repeating: 255, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, byte) in alphabet.utf8.enumerated() { table[Int(byte)] = UInt8(value) }
        table[Int(UInt8(ascii: "="))] = pad
        for byte: UInt8 in [0x20, 0x09, 0x0A, 0x0D] { table[Int(byte)] = space }
        return table
    }()
}
