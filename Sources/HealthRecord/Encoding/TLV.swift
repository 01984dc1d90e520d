/// The canonical form in which sealed metadata and traces are written: fields in ascending tag, `u16 tag ‖ u32 length ‖ bytes`.
///
/// One value has one encoding, so that a digest of the bytes stands for the value.
public struct TLVWriter: Sendable {
    /// What has been written so far.
    public private(set) var bytes: [UInt8] = []
    private var lastTag: UInt16 = 0

    /// An empty writer.
    public init() {}

    /// Appends a field; tags must rise, and a field that breaks the order is an error of the program.
    public mutating func append(_ tag: UInt16, _ value: some Collection<UInt8>) {
        precondition(tag > lastTag, "fields are written in ascending order of their tags")
        precondition(value.count <= Int(UInt32.max), "a field holds at most 4 GiB")
        lastTag = tag
        bytes.append(UInt8(tag >> 8))
        bytes.append(UInt8(truncatingIfNeeded: tag))
        let count = UInt32(value.count)
        for shift: UInt32 in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
        bytes.append(contentsOf: value)
    }

    /// Appends a text field.
    public mutating func append(_ tag: UInt16, _ text: String) { append(tag, text.utf8) }

    /// Appends a number as eight bytes.
    public mutating func append(_ tag: UInt16, number: UInt64) { append(tag, number.bigEndianBytes) }
}

/// Why bytes are not a canonical encoding.
public enum TLVError: Error, Hashable, Sendable {
    /// The bytes end inside a field.
    case truncated
    /// A tag is not greater than the one before it.
    case outOfOrder(UInt16)
    /// A tag has no meaning here.
    case unknown(UInt16)
    /// A field that must be there is not.
    case missing(UInt16)
    /// A field holds what it cannot.
    case malformed(UInt16)
}

/// The fields of a canonical encoding, read once and whole.
public struct TLVReader: Sendable {
    private var fields: [UInt16: ArraySlice<UInt8>] = [:]

    /// Reads all fields and refuses tags outside `known`.
    public init(_ bytes: some Collection<UInt8>, known: ClosedRange<UInt16>) throws(TLVError) {
        var rest = Array(bytes)[...]
        var last: UInt16 = 0
        while !rest.isEmpty {
            guard rest.count >= 6 else { throw .truncated }
            let header = Array(rest.prefix(6))
            let tag = UInt16(header[0]) << 8 | UInt16(header[1])
            let count = header[2...].reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(6)
            guard tag > last else { throw .outOfOrder(tag) }
            guard known.contains(tag) else { throw .unknown(tag) }
            guard rest.count >= count else { throw .truncated }
            fields[tag] = rest.prefix(count)
            rest = rest.dropFirst(count)
            last = tag
        }
    }

    /// A field that may be absent.
    public func optional(_ tag: UInt16) -> [UInt8]? { fields[tag].map(Array.init) }

    /// A field that must be there.
    public func bytes(_ tag: UInt16) throws(TLVError) -> [UInt8] {
        guard let value = fields[tag] else { throw .missing(tag) }
        return Array(value)
    }

    /// A text that must be there.
    public func text(_ tag: UInt16) throws(TLVError) -> String {
        guard let text = String(validating: try bytes(tag), as: UTF8.self) else { throw .malformed(tag) }
        return text
    }

    /// A number of eight bytes that must be there.
    public func number(_ tag: UInt16) throws(TLVError) -> UInt64 {
        let value = try bytes(tag)
        guard value.count == 8 else { throw .malformed(tag) }
        return value.reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension UInt64 {
    /// The eight bytes, most significant first.
    public var bigEndianBytes: [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: self >> UInt64($0)) }
    }
}
