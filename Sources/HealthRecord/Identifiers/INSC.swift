/// The calculated identifier of 2009–2016, 20 digits and a two-digit key: read for history, never given to a new record.
public struct INSC: Hashable, Sendable, Codable {
    /// The root of INS-C in production.
    public static let root = OID(literal: "1.2.250.1.213.1.4.2")

    /// The twenty-two digits.
    public let text: String

    /// Accepts twenty-two digits whose key is right.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 22, text.utf8.allSatisfy(\.isASCIIDigit), let value = UInt64(text.prefix(20)),
            Self(value: value).text == text
        else { return nil }
        self.text = String(text)
    }

    /// Computes it from the traits printed on the insurance card (ASIP Santé, *Calcul de l'INS-C* 1.0.0).
    ///
    /// - Parameters:
    ///   - givenName: given names as on the card; accents, spaces, hyphens and apostrophes are dropped.
    ///   - birthDate: `AAMMJJ`, kept as is even where the day is `00`.
    ///   - matricule: thirteen characters, the letters of Corsica kept.
    ///   - sha256: the digest function, thirty-two bytes.
    public init?(givenName: String, birthDate: String, matricule: NIR, sha256: ([UInt8]) -> [UInt8]) {
        guard birthDate.utf8.count == 6, birthDate.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
        var name = givenName.latinCapitals.prefix(10)
        while name.count < 10 { name.append(UInt8(ascii: " ")) }
        let digest = sha256(name + Array(birthDate.utf8) + Array(matricule.body.utf8))
        guard digest.count >= 8 else { return nil }
        self.init(value: digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    private enum CodingKeys: String, CodingKey { case text }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard let insc = INSC(try container.decode(String.self, forKey: .text)) else {
            throw DecodingError.dataCorruptedError(forKey: .text, in: container, debugDescription: "not an INS-C")
        }
        self = insc
    }

    private init(value: UInt64) {
        let digits = String(value)
        let key = 97 - value % 97
        text = String(repeating: "0", count: 20 - digits.count) + digits + (key < 10 ? "0\(key)" : "\(key)")
    }
}

extension String {
    /// The letters A–Z that remain once case and accents are dropped and ligatures opened.
    var latinCapitals: [UInt8] {
        var letters: [UInt8] = []
        for scalar in uppercased().unicodeScalars {
            if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                if byte.isASCIIUppercase { letters.append(byte) }
            } else if let plain = Self.plainLetters[scalar] {
                letters.append(contentsOf: plain.utf8)
            }
        }
        return letters
    }

    /// Capitals met in French civil status and their plain form; composed letters only, as software sends them.
    private static let plainLetters: [Unicode.Scalar: String] = {
        let families: [(String, String)] = [
            ("A", "ÀÁÂÃÄÅĀĂĄ"), ("AE", "Æ"), ("C", "ÇĆĈĊČ"), ("D", "ĎĐÐ"), ("E", "ÈÉÊËĒĔĖĘĚ"), ("G", "ĜĞĠĢ"),
            ("H", "ĤĦ"),
            ("I", "ÌÍÎÏĨĪĬĮİ"), ("J", "Ĵ"), ("K", "Ķ"), ("L", "ĹĻĽĿŁ"), ("N", "ÑŃŅŇ"), ("O", "ÒÓÔÕÖØŌŎŐ"), ("OE", "Œ"),
            ("R", "ŔŖŘ"), ("S", "ŚŜŞŠ"), ("T", "ŢŤŦ"), ("U", "ÙÚÛÜŨŪŬŮŰŲ"), ("W", "Ŵ"), ("Y", "ÝŶŸ"), ("Z", "ŹŻŽ"),
        ]
        var table: [Unicode.Scalar: String] = [:]
        for (plain, accented) in families {
            for scalar in accented.unicodeScalars { table[scalar] = plain }
        }
        return table
    }()
}
