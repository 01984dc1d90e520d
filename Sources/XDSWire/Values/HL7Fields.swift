internal import HealthRecord

/// Components and sub-components of an HL7 v2 value: `^` and `&` separate, `\F\ \S\ \T\ \R\ \E\` stand for the
/// separators themselves (HL7 v2.5 § 2.7).
struct HL7Fields {
    private let components: [Substring]

    init(_ text: String) throws(ValueFault) {
        guard !text.isEmpty else { throw .empty }
        guard text.utf8.count <= WireLimits.fieldBytes else { throw .tooLong }
        components = text.split(separator: "^", omittingEmptySubsequences: false)
    }

    /// Component by its number from 1, unescaped; nil when absent or empty.
    func component(_ number: Int) -> String? {
        guard let raw = raw(number) else { return nil }
        return Self.unescape(raw)
    }

    /// The authority of a component of type HD, `&OID&ISO`; nil when there is none that is an OID.
    ///
    /// A component that is a bare OID is taken too: some senders leave the ampersands out.
    func authority(_ number: Int) -> OID? {
        guard let raw = raw(number) else { return nil }
        let parts = raw.split(separator: "&", omittingEmptySubsequences: false)
        if parts.count == 1 { return OID(raw) }
        return OID(parts[1])
    }

    /// Whether the component is there at all.
    func has(_ number: Int) -> Bool { raw(number) != nil }

    private func raw(_ number: Int) -> Substring? {
        guard number >= 1, number <= components.count else { return nil }
        let found = components[number - 1]
        return found.isEmpty ? nil : found
    }

    static func unescape(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return String(text) }
        var result: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let letter = rest.first, rest.dropFirst().first == UInt8(ascii: "\\"),
                let plain = plain(letter)
            else {
                result.append(byte)
                continue
            }
            result.append(plain)
            rest = rest.dropFirst(2)
        }
        return String(decoding: result, as: UTF8.self)
    }

    static func escape(_ text: String) -> String {
        guard text.utf8.contains(where: { escaped($0) != nil }) else { return text }
        var result: [UInt8] = []
        for byte in text.utf8 {
            if let letter = escaped(byte) {
                result.append(contentsOf: [UInt8(ascii: "\\"), letter, UInt8(ascii: "\\")])
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func plain(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "F"): UInt8(ascii: "|")
        case UInt8(ascii: "S"): UInt8(ascii: "^")
        case UInt8(ascii: "T"): UInt8(ascii: "&")
        case UInt8(ascii: "R"): UInt8(ascii: "~")
        case UInt8(ascii: "E"): UInt8(ascii: "\\")
        default: nil
        }
    }

    private static func escaped(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "|"): UInt8(ascii: "F")
        case UInt8(ascii: "^"): UInt8(ascii: "S")
        case UInt8(ascii: "&"): UInt8(ascii: "T")
        case UInt8(ascii: "~"): UInt8(ascii: "R")
        case UInt8(ascii: "\\"): UInt8(ascii: "E")
        default: nil
        }
    }
}
