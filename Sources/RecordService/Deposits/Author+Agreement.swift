import Foundation
import HealthRecord

extension Author {
    /// The slots of the block that say something else than the header's author who has the same number (interop § 4.2).
    ///
    /// A slot may say less than the header, and what the header leaves out is not held. Of a system the name is none of a person:
    /// maker, model and software stand there as each sender puts them.
    func contradictions(to written: Author) -> [String] {
        var found: [String] = []
        if !isSamePerson(as: written) { found.append("authorPerson") }
        let isTheirs = institutions.allSatisfy { stated in
            written.institutions.isEmpty || written.institutions.contains { stated.agrees(with: $0) }
        }
        if !isTheirs { found.append("authorInstitution") }
        if let specialty, let other = written.specialty, specialty != other { found.append("authorSpecialty") }
        return found
    }

    /// Whether the number, its authority and the family name are those that the header writes.
    func isSamePerson(as written: Author) -> Bool {
        identifier == written.identifier && hasAuthority(of: written)
            && (written.identifierType == "RI" || Self.agree(name.family, written.name.family))
    }

    /// A national number and an INS are none without their authority; others may go without.
    private func hasAuthority(of written: Author) -> Bool {
        if assigningAuthority == written.assigningAuthority { return true }
        return assigningAuthority == nil && !["IDNPS", "NH"].contains(written.identifierType)
    }

    /// Names agree when their letters do, whatever the accents, capitals and hyphens; one that is not told contradicts nothing.
    fileprivate static func agree(_ one: String, _ other: String) -> Bool {
        let (one, other) = (plainLetters(one), plainLetters(other))
        return one.isEmpty || other.isEmpty || one == other
    }

    private static func plainLetters(_ text: String) -> String {
        text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).uppercased().filter(\.isLetter)
    }
}

extension AuthorInstitution {
    /// Whether both name one structure: by their numbers where both have one, otherwise by what they call it.
    fileprivate func agrees(with written: AuthorInstitution) -> Bool {
        guard let number, let other = written.number else { return Author.agree(name, written.name) }
        guard number == other else { return false }
        // Under another authority the same digits are another structure.
        return identifier == nil || written.identifier == nil || assigningAuthority == nil
            || assigningAuthority == written.assigningAuthority
    }

    /// An authority that numbers nothing below it is the number itself.
    private var number: String? { identifier ?? assigningAuthority?.text }
}
