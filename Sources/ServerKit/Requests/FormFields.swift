/// The fields of a form, in the order in which they came.
public struct FormFields: Hashable, Sendable {
    /// One field.
    public struct Field: Hashable, Sendable {
        /// Its name.
        public let name: String
        /// Its value; line ends are LF.
        public let value: String
    }

    /// All fields.
    public let fields: [Field]

    /// Reads `application/x-www-form-urlencoded` (URL Standard §5.1), but strictly: what that parser would repair is
    /// refused here.
    public init(parsing body: some Collection<UInt8>, limits: FormLimits = FormLimits()) throws(FormError) {
        guard body.count <= limits.bytes else { throw .tooLong }
        var fields: [Field] = []
        if !body.isEmpty {
            for piece in body.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false) {
                guard fields.count < limits.fields else { throw .tooManyFields }
                fields.append(try Self.field(piece, limits))
            }
        }
        self.fields = fields
    }

    /// The value of a field that is there exactly once; nil when it is absent or repeated.
    public func only(_ name: String) -> String? {
        let values = all(name)
        return values.count == 1 ? values.first : nil
    }

    /// All values under a name, such as the boxes ticked.
    public func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    private static func field(_ piece: some Collection<UInt8>, _ limits: FormLimits) throws(FormError) -> Field {
        let halves = piece.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = halves.first else { throw .badName }
        let name = try decoded(first)
        guard (1...max(1, limits.nameBytes)).contains(name.utf8.count) else { throw .badName }
        let value = try halves.dropFirst().first.map { half throws(FormError) in try decoded(half) } ?? ""
        guard value.utf8.count <= limits.valueBytes else { throw .valueTooLong }
        return Field(name: name, value: value)
    }

    private static func decoded(_ piece: some Collection<UInt8>) throws(FormError) -> String {
        var bytes: [UInt8] = []
        var rest = piece[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst()?.hexadecimalValue, let low = rest.popFirst()?.hexadecimalValue else {
                    throw .badEscape
                }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .badText }
        // Browsers send CR LF for a line end in a text area.
        let lines = text.replacing("\r\n", with: "\n")
        guard lines.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" || $0 == "\t" })
        else { throw .badText }
        return lines
    }
}

extension UInt8 {
    fileprivate var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
