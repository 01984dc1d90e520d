import Custody
import Foundation
import HealthRecord
import RecordService

/// Persons, as the fields of an order tell them.
extension OrderFields {
    /// A name of one line each.
    func name() throws(OperatorFault) -> PersonName {
        PersonName(family: try line(.family), given: try lines(.given).joined(separator: " "))
    }

    /// The traits of somebody invited to open a record.
    func traits() throws(OperatorFault) -> PatientTraits {
        PatientTraits(
            birthFamilyName: try line(.family),
            birthGivenNames: try lines(.given),
            usedFamilyName: try optionalLine(.usedFamily),
            usedGivenName: try optionalLine(.usedGiven),
            birthDate: try day(.birthDate),
            sex: try choice(.sex, Sex.self),
            birthPlaceCode: try birthPlace(),
            address: try lines(.address)
        )
    }

    /// Somebody to act for the holder.
    func newRepresentative() throws(OperatorFault) -> NewRepresentative {
        var limits: RepresentativeLimits = []
        for text in list(.limit) {
            guard let limit = RepresentativeLimits(word: text) else { throw Self.bad(.limit) }
            limits.insert(limit)
        }
        return NewRepresentative(
            name: try name(),
            birthDate: try day(.birthDate),
            ins: try matricule(.other, root: .otherRoot),
            kind: try choice(.kind, RepresentativeKind.self),
            limits: limits,
            until: text(.until) == nil ? nil : try day(.until).midnight,
            address: try lines(.address)
        )
    }

    /// The physician whom an insured declared, with the leave that goes with the role.
    func declaredPhysician(at now: Instant) throws(OperatorFault) -> Authorisation {
        guard let id = ProfessionalID(try needed(.physician)), id.register == .rpps else { throw Self.bad(.physician) }
        guard let place = StructureID(try needed(.structure)) else { throw Self.bad(.structure) }
        return Authorisation(
            subject: .person(id),
            name: try name(),
            profession: Profession(
                role: Code("10", CodeSystem.profession),
                specialty: Code(try code(.specialty, prefix: "SM"), CodeSystem.specialty)
            ),
            structure: Structure(
                id: place,
                name: try line(.structureName),
                sector: Code(try code(.sector, prefix: "SA"), CodeSystem.sector)
            ),
            since: now,
            until: nil,
            origin: .givenByHolder,
            lastAct: now
        )
    }

    /// How well an identity is established; a qualified one has nothing wrong with it.
    func identity() throws(OperatorFault) -> IdentityStanding {
        var attributes: Set<IdentityAttribute> = []
        for text in list(.attribute) {
            guard let attribute = IdentityAttribute(rawValue: text) else { throw Self.bad(.attribute) }
            attributes.insert(attribute)
        }
        let status = try choice(.status, IdentityStatus.self)
        guard let standing = IdentityStanding(status: status, attributes: attributes) else {
            throw Self.bad(.attribute)
        }
        return standing
    }

    /// What tells two records of one person apart, as whoever joins them has seen it.
    func differing() throws(OperatorFault) -> Set<StrictTrait> {
        var differing: Set<StrictTrait> = []
        for text in list(.differs) {
            guard let trait = StrictTrait(rawValue: text), differing.insert(trait).inserted else {
                throw Self.bad(.differs)
            }
        }
        return differing
    }

    /// What an heir asks.
    func heirClaim() throws(OperatorFault) -> HeirClaim {
        HeirClaim(name: try name(), tie: try line(.tie), purpose: try choice(.purpose, HeirPurpose.self))
    }

    /// What the insurer files, blindly.
    func careHistory() throws(OperatorFault) -> CareHistory {
        guard let id = OID(try needed(.document)) else { throw Self.bad(.document) }
        guard let bytes = Data(base64Encoded: try needed(.content)), !bytes.isEmpty else { throw Self.bad(.content) }
        let history = CareHistory(
            id: id,
            title: try line(.title),
            bytes: [UInt8](bytes),
            mediaType: try needed(.mediaType),
            from: try day(.from),
            to: try day(.to),
            performers: try performers(),
            tellsOfSecretCare: text(.secretCare) == nil ? false : try choice(.secretCare, YesOrNo.self) == .yes
        )
        // What is wrong with the statement itself is told: of the record nothing is.
        switch history.fault {
        case .size: throw Self.bad(.content)
        case .mediaType: throw Self.bad(.mediaType)
        case .title: throw Self.bad(.title)
        case .date: throw Self.bad(.to)
        case nil: return history
        }
    }

    private func performers() throws(OperatorFault) -> [CareSubject] {
        var subjects: [CareSubject] = []
        for text in list(.performer) {
            if let person = ProfessionalID(text) {
                subjects.append(.person(person))
            } else if let structure = StructureID(text) {
                subjects.append(.structure(structure))
            } else {
                throw Self.bad(.performer)
            }
        }
        return subjects
    }

    private func birthPlace() throws(OperatorFault) -> String? {
        guard let text = text(.birthPlace) else { return nil }
        let isCode = text.utf8.count == 5 && text.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 }
        guard isCode else { throw Self.bad(.birthPlace) }
        return text
    }

    private func code(_ field: VerbField, prefix: String) throws(OperatorFault) -> String {
        let text = try needed(field)
        let number = text.utf8.dropFirst(prefix.utf8.count)
        guard text.hasPrefix(prefix), (2...3).contains(number.count), number.allSatisfy({ 0x30...0x39 ~= $0 }) else {
            throw Self.bad(field)
        }
        return text
    }

    private func optionalLine(_ field: VerbField) throws(OperatorFault) -> String? {
        text(field) == nil ? nil : try line(field)
    }

    private func line(_ field: VerbField) throws(OperatorFault) -> String {
        let text = try needed(field)
        guard Self.isLine(text) else { throw Self.bad(field) }
        return text
    }

    private func lines(_ field: VerbField) throws(OperatorFault) -> [String] {
        let texts = list(field)
        guard !texts.isEmpty, texts.allSatisfy(Self.isLine) else { throw Self.bad(field) }
        return texts
    }

    /// Letters go to printers: one line of text, no control characters.
    private static func isLine(_ text: String) -> Bool {
        text.contains { !$0.isWhitespace } && text.utf8.count <= OperatorDoor.lineLimit
            && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F ~= $0.value) }
    }
}

/// A field that says that something is so, or that it is not; anything else is a mistake.
private enum YesOrNo: String {
    case yes, no
}

extension RepresentativeLimits {
    /// A limit by the word of orders.
    fileprivate init?(word: String) {
        switch word {
        case "noDocuments": self = .noDocuments
        case "noSharing": self = .noSharing
        case "noWishes": self = .noWishes
        default: return nil
        }
    }
}
