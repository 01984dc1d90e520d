/// The registry behind a professional's national identifier (NOS TRE_G08).
public enum ProfessionalRegister: String, Hashable, Sendable, CaseIterable {
    /// ADELI, closed for most professions.
    case adeli = "0"
    /// An employee known in an ADELI practice.
    case practiceEmployeeADELI = "1"
    /// An employee of an establishment, FINESS and an internal number.
    case establishmentEmployee = "3"
    /// An employee of a legal entity known by SIREN.
    case sirenEmployee = "4"
    /// An employee of a place known by SIRET.
    case siretEmployee = "5"
    /// An employee known in an RPPS practice.
    case practiceEmployeeRPPS = "6"
    /// RPPS.
    case rpps = "8"
}

/// The national identifier of a person who works in care, *IDNPS* or *PS_IdNat*: one digit for the register, then the number.
public struct ProfessionalID: Hashable, Sendable, Codable {
    /// The authority of these identifiers.
    public static let root = OID(literal: "1.2.250.1.71.4.2.1")

    /// The register digit and the number, such as `899900063480`.
    public let text: String
    /// The register that the first digit names.
    public let register: ProfessionalRegister

    /// Accepts a known register and a number of its form; an RPPS must be eleven digits that pass the Luhn check.
    public init?(_ text: some StringProtocol) {
        guard let first = text.first, let register = ProfessionalRegister(rawValue: String(first)) else { return nil }
        let number = text.dropFirst()
        guard (1...40).contains(number.utf8.count), number.utf8.allSatisfy(Self.isAllowed) else { return nil }
        switch register {
        case .rpps: guard RPPS(number) != nil else { return nil }
        case .adeli: guard number.utf8.count == 9 else { return nil }
        case .establishmentEmployee, .sirenEmployee, .siretEmployee, .practiceEmployeeADELI, .practiceEmployeeRPPS:
            guard number.contains("/") else { return nil }
        }
        self.text = String(text)
        self.register = register
    }

    /// The identifier of a person in the RPPS.
    public init(_ rpps: RPPS) {
        text = "8" + rpps.text
        register = .rpps
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        byte.isASCIIDigit || byte.isASCIIUppercase || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-")
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = ProfessionalID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a professional identifier")
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// A number of the *répertoire partagé des professionnels de santé*: eleven digits that pass the Luhn check.
public struct RPPS: Hashable, Sendable {
    /// The eleven digits.
    public let text: String

    /// Accepts eleven digits with a right check digit.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 11, Luhn.accepts(text.utf8) else { return nil }
        self.text = String(text)
    }

    /// Whether it belongs to a test person: such numbers start with 997, 998 or 999.
    public var isTest: Bool { ["997", "998", "999"].contains(text.prefix(3)) }
}

/// The check digit of RPPS, SIREN and SIRET numbers (ISO/IEC 7812-1 annex B).
enum Luhn {
    static func accepts(_ text: some Sequence<UInt8>) -> Bool {
        let digits = Array(text)
        var sum = 0
        for (position, byte) in digits.reversed().enumerated() {
            guard byte.isASCIIDigit else { return false }
            let digit = Int(byte - UInt8(ascii: "0"))
            sum += position.isMultiple(of: 2) ? digit : (digit * 2 > 9 ? digit * 2 - 9 : digit * 2)
        }
        return !digits.isEmpty && sum.isMultiple(of: 10)
    }
}
