/// A random 128-bit identifier of one kind; it carries nothing about a person.
public struct OpaqueID<Kind>: Hashable, Sendable {
    /// The sixteen bytes.
    public let bytes: [UInt8]

    /// Accepts exactly sixteen bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Thirty-two lower-case hexadecimal digits.
    public var hex: String { hexadecimal(bytes) }
}

extension OpaqueID: Codable {
    /// Reads the hexadecimal form.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let bytes = decoded(hexadecimal: text), let value = Self(bytes: bytes) else {
            throw HostStoreError.invalid(.document)
        }
        self = value
    }

    /// Writes the hexadecimal form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }
}

/// The kind of ``DepositID``.
public enum DepositKind {}
/// The kind of ``ChangeID``.
public enum ChangeKind {}
/// The kind of ``SetID``.
public enum SetKind {}
/// The kind of ``ObjectKey``.
public enum ObjectKind {}

/// Names a deposit while it is pending; forgotten once its rows are active.
public typealias DepositID = OpaqueID<DepositKind>
/// Names a change between its staging and its end.
public typealias ChangeID = OpaqueID<ChangeKind>
/// Names a sealed submission set.
public typealias SetID = OpaqueID<SetKind>
/// Names an object file.
public typealias ObjectKey = OpaqueID<ObjectKind>

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = "0123456789abcdef".utf8.map { $0 }
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

func decoded(hexadecimal text: String) -> [UInt8]? {
    func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }
    var digits = text.utf8.makeIterator()
    var out: [UInt8] = []
    while let first = digits.next() {
        guard let second = digits.next(), let high = value(first), let low = value(second) else { return nil }
        out.append(high << 4 | low)
    }
    return out
}
