import ClinicalDocuments
import HealthRecord
import XDSWire

extension LotCheck {
    /// What author blocks say of a function: a specialty of JDV_J01, a role of JDV_J47, and no other's part.
    mutating func checkAuthors(_ authors: [Author], of patient: INS?, on days: [CalendarDate], _ name: String) {
        for author in authors {
            if let specialty = author.specialty {
                hold(
                    specialty,
                    in: .authorSpecialty,
                    on: days,
                    name + ".authorSpecialty",
                    remedy: "use a specialty of JDV_J01, as code^label^system"
                )
            }
            if let role = author.role {
                hold(
                    roleCode(role),
                    in: .authorRole,
                    on: days,
                    name + ".authorRole",
                    remedy: "use a role of JDV_J47, or none"
                )
            }
            refuseOthersPart(author, of: patient, name + ".authorSpecialty")
        }
    }

    /// Two specialties say whose document it is, and rules go by them.
    ///
    /// The personal expression is believed of the patient alone, under the INS that the metadata have (interop § 4.2); the health
    /// insurance feeds by its own way and sends no lots.
    private mutating func refuseOthersPart(_ author: Author, of patient: INS?, _ element: String) {
        switch author.specialty {
        case Author.personalExpression where !author.isNumbered(as: patient):
            fault(
                .registryMetadataError,
                element,
                "l’auteur nommé n’est pas le patient",
                "name the patient by the INS in authorPerson, or state the author's own specialty"
            )
        case Author.insurerFeed:
            fault(
                .registryMetadataError,
                element,
                "l’assurance maladie n’alimente pas le dossier par cette voie",
                "state the author's own specialty"
            )
        default: break
        }
    }

    /// A role is a text: the code, its label, or both with their system.
    private func roleCode(_ text: String) -> Code {
        let stated = (try? CodedText.code(text)) ?? Code(text, "")
        guard stated.system.isEmpty else { return stated }
        let label = stated.value.lowercased()
        let known = valueSets[.authorRole]?.codes.first {
            $0.value == stated.value || $0.label?.lowercased() == label
        }
        return known ?? stated
    }
}

extension Author {
    /// Whether the number is this INS.
    fileprivate func isNumbered(as patient: INS?) -> Bool {
        guard let patient else { return false }
        return identifier == patient.matricule.text && assigningAuthority?.text == patient.root.rawValue
    }
}
