/// The register behind a structure's national identifier (NOS TRE_G07).
public enum StructureRegister: String, Hashable, Sendable, CaseIterable {
    /// A practice under an ADELI number.
    case practiceADELI = "0"
    /// FINESS, nine characters.
    case finess = "1"
    /// SIREN, nine digits.
    case siren = "2"
    /// SIRET, fourteen digits.
    case siret = "3"
    /// A practice under an RPPS number and its rank.
    case practiceRPPS = "4"
}

/// The national identifier of a structure, *IDNST* or *Struct_IdNat*: one digit for the register, then the number.
public struct StructureID: Hashable, Sendable, Codable {
    /// The authority of these identifiers.
    public static let root = OID(literal: "1.2.250.1.71.4.2.2")

    /// The register digit and the number, such as `10B0057881`.
    public let text: String
    /// The register that the first digit names.
    public let register: StructureRegister

    /// Accepts a known register and a number of its length; FINESS may hold the letter of a Corsican or test department.
    public init?(_ text: some StringProtocol) {
        guard let first = text.first, let register = StructureRegister(rawValue: String(first)) else { return nil }
        let number = Array(text.utf8.dropFirst())
        let isNumeric = number.allSatisfy(\.isASCIIDigit)
        switch register {
        case .practiceADELI: guard (9...10).contains(number.count), isNumeric else { return nil }
        case .finess:
            guard number.count == 9,
                number.enumerated().allSatisfy({ $1.isASCIIDigit || ($0 == 1 && $1.isASCIIUppercase) })
            else { return nil }
        case .siren: guard number.count == 9, isNumeric else { return nil }
        case .siret: guard number.count == 14, isNumeric else { return nil }
        case .practiceRPPS: guard (13...14).contains(number.count), isNumeric else { return nil }
        }
        self.text = String(text)
        self.register = register
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = StructureID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a structure identifier")
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
