import Custody
import HealthRecord
import Wording

/// What people type, read with good will and checked for its form; what it means is the custodian's business.
enum Entries {
    /// Longest texts that are looked at, in bytes.
    enum Longest {
        static let letterCode = 64
        static let date = 20
        static let phone = 40
        /// RFC 5321 § 4.5.3.1.3, without its brackets.
        static let email = 254
    }

    /// A matricule with or without spaces; its root follows from whom the deployment serves.
    static func ins(_ text: String, _ domain: IdentityDomain) -> INS? {
        let kept = text.uppercased().filter { $0.isLetter || $0.isNumber }
        guard kept.utf8.count == 15, let matricule = NIR(kept) else { return nil }
        switch domain {
        case .rehearsal: return INS(matricule, root: .test)
        case .production:
            // Matricules of people whose registration has not ended start with 3, 4, 7 or 8.
            let isWaiting = ["3", "4", "7", "8"].contains(kept.prefix(1))
            return INS(matricule, root: isWaiting ? .nia : .nir)
        }
    }

    /// A matricule, or else a name of one's own.
    static func identifier(_ text: String, _ domain: IdentityDomain) -> SignInIdentifier? {
        ins(text, domain).map(SignInIdentifier.matricule) ?? SignInName(text).map(SignInIdentifier.name)
    }

    /// A code of a letter: eleven letters and digits; anything between them goes.
    static func letterCode(_ text: String) -> String? {
        let kept = text.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return kept.utf8.count == 11 && text.utf8.count <= Longest.letterCode ? kept : nil
    }

    /// `12/04/1952`, `12 4 1952`, or `1952-04-12` as browsers fill it in.
    static func date(_ text: String) -> CalendarDate? {
        if let date = CalendarDate(text) { return date }
        let parts = text.split { !$0.isASCII || !$0.isNumber }.map(String.init)
        guard parts.count == 3, text.utf8.count <= Longest.date, let day = Int(parts[0]), let month = Int(parts[1]),
            parts[2].utf8.count == 4, let year = Int(parts[2])
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// A mobile number in international form.
    static func phone(_ text: String) -> String? {
        let kept = text.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
        guard text.utf8.count <= Longest.phone else { return nil }
        if kept.utf8.count == 10, kept.hasPrefix("06") || kept.hasPrefix("07") { return "+33" + kept.dropFirst() }
        guard kept.hasPrefix("+"), (9...16).contains(kept.utf8.count), kept.dropFirst().allSatisfy(\.isNumber) else {
            return nil
        }
        return kept
    }

    /// An address that a server could take.
    static func email(_ text: String) -> String? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= Longest.email, let name = parts.first, let domain = parts.last,
            !name.isEmpty, domain.contains("."), !domain.hasPrefix("."), !domain.hasSuffix("."),
            text.unicodeScalars.allSatisfy({
                $0.value > 0x20 && $0.value != 0x7F && !"<>(),;:\\\"[]".unicodeScalars.contains($0)
            })
        else { return nil }
        return text
    }
}
