import Foundation
public import HealthRecord

/// Why a chosen secret was not taken; told to the person, with what to do instead.
public enum SecretWeakness: String, Sendable, Hashable, Codable {
    /// Fewer than twelve characters.
    case tooShort
    /// Digits alone, and fewer than sixteen.
    case digitsOnly
    /// One of the secrets that everybody tries first.
    case common
    /// It holds a name, a birth date or a matricule of the person, or little more than what he signs in by.
    case personal
    /// More than 128 characters.
    case tooLong
}

/// What a holder may choose as a secret: long rather than complicated (CNIL 2022-100; NIST 800-63B; no composition rule).
public enum SecretRule {
    /// The fewest characters.
    public static let minimumLength = 12
    /// The fewest characters of a secret made of digits.
    public static let minimumDigits = 16
    /// The most characters.
    public static let maximumLength = 128

    /// The first reason against a secret; nil when it is good.
    ///
    /// - Parameter name: the holder's own name to sign in by, where there is one: it is typed in the open.
    public static func weakness(
        of secret: String,
        traits: PatientTraits,
        ins: INS,
        name: SignInName? = nil
    ) -> SecretWeakness? {
        let characters = secret.unicodeScalars.count
        if characters < minimumLength { return .tooShort }
        if characters > maximumLength { return .tooLong }
        if characters < minimumDigits, secret.allSatisfy(\.isNumber) { return .digitsOnly }
        let plain = folded(secret)
        if Set(plain).count < 5 || common.contains(where: { plain.hasPrefix($0) && plain.count < $0.count + 4 }) {
            return .common
        }
        let names = [traits.birthFamilyName, traits.usedFamilyName ?? "", traits.birthGivenNames.first ?? ""]
        let personal =
            names.flatMap(spellings).filter { $0.count > 3 } + [
                traits.birthDate.hl7, ins.matricule.body.lowercased(),
                traits.birthDate.day.padded + traits.birthDate.month.padded + "\(traits.birthDate.year)",
            ] + [name].compactMap { $0.map { folded($0.text) } }
        // The longest first: a part of a name leaves the rest of it behind.
        let foreign = personal.sorted { $0.count > $1.count }
            .reduce(plain) { $0.replacingOccurrences(of: $1, with: "") }
        return foreign.count < minimumLength - 4 ? .personal : nil
    }

    /// A name written in one go, and each of its parts: a compound name is typed in either way.
    private static func spellings(of name: String) -> [String] {
        [folded(name)] + name.split { !$0.isLetter }.map { folded(String($0)) }
    }

    /// Letters and digits alone, without accents: what somebody who guesses tries first.
    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .filter { $0.isLetter || $0.isNumber }
    }

    private static let common = [
        "motdepasse", "password", "azertyuiop", "qwertyuiop", "123456789012", "abcdefghijkl", "dossiermedical",
        "monespacesante",
        "jetaimejetaime", "doudoudoudou", "dmpdmpdmpdmp", "bonjourbonjour", "secretsecret", "soleilsoleil",
        "marseillemarseille",
    ]
}

extension Int {
    fileprivate var padded: String { self < 10 ? "0\(self)" : "\(self)" }
}
