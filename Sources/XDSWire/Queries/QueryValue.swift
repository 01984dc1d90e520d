/// Values of a query parameter: strings in single quotes with `''` for a quote, numbers bare, lists in parentheses
/// (ITI TF-2 § 3.18.4.1.2.3.5).
enum QueryValue {
    /// Reads one `Value` text into its values; a single value is a list of one.
    ///
    /// Nil when it is not of the syntax.
    static func read(_ text: String) -> [String]? {
        var rest = Array(text.utf8)[...]
        skipSpace(&rest)
        guard rest.first == UInt8(ascii: "(") else {
            guard let value = single(&rest) else { return nil }
            skipSpace(&rest)
            return rest.isEmpty ? [value] : nil
        }
        rest = rest.dropFirst()
        var values: [String] = []
        while true {
            skipSpace(&rest)
            guard values.count < WireLimits.queryValues, let value = single(&rest) else { return nil }
            values.append(value)
            skipSpace(&rest)
            switch rest.popFirst() {
            case UInt8(ascii: ","): continue
            case UInt8(ascii: ")"):
                skipSpace(&rest)
                return rest.isEmpty ? values : nil
            default: return nil
            }
        }
    }

    /// Writes a string.
    static func quoted(_ text: String) -> String {
        var result = "'"
        for scalar in text.unicodeScalars {
            if scalar == "'" { result.unicodeScalars.append(scalar) }
            result.unicodeScalars.append(scalar)
        }
        return result + "'"
    }

    /// Writes a list of strings.
    static func list(_ texts: [String]) -> String { "(" + texts.map(quoted).joined(separator: ",") + ")" }

    private static func single(_ rest: inout ArraySlice<UInt8>) -> String? {
        guard rest.first == UInt8(ascii: "'") else { return bare(&rest) }
        rest = rest.dropFirst()
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "'") {
                guard rest.first == UInt8(ascii: "'") else {
                    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
                }
                rest = rest.dropFirst()
            }
            bytes.append(byte)
        }
        return nil
    }

    private static func bare(_ rest: inout ArraySlice<UInt8>) -> String? {
        let digits = rest.prefix(while: \.isDigit)
        guard !digits.isEmpty, digits.count <= WireLimits.numberDigits else { return nil }
        rest = rest.dropFirst(digits.count)
        return String(decoding: digits, as: UTF8.self)
    }

    private static func skipSpace(_ rest: inout ArraySlice<UInt8>) {
        rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    }
}
