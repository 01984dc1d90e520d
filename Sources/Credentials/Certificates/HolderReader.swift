internal import HealthRecord
internal import SwiftASN1
internal import X509

/// Tells from subject and extensions whom a certificate names.
struct HolderReader {
    private let subject: SubjectReader
    private let extensions: Certificate.Extensions

    init(_ certificate: Certificate) {
        subject = SubjectReader(certificate.subject)
        extensions = certificate.extensions
    }

    func holder() throws(CareCertificateError) -> CertificateHolder {
        let cardType = try extensions.integer(.cardType)
        let surname = try subject.optional(.surname)
        let given = try subject.optional(.givenName)
        if cardType != nil || surname != nil || given != nil {
            return .person(try person(cardType: cardType, surname: surname, given: given))
        }
        guard let id = StructureID(try subject.required(.unit)) else { throw .invalid(.unit) }
        return .structure(
            CertifiedStructure(
                id: id,
                organisation: try subject.required(.organisation),
                service: try subject.required(.commonName)
            )
        )
    }

    func cardNumber() throws(CareCertificateError) -> String? {
        guard let value = extensions.value(.cardNumber) else { return nil }
        guard let text = try? ASN1PrintableString(derEncoded: value),
            text.bytes.count <= CareExtension.maximumCardNumber
        else { throw .malformedExtension(.cardNumber) }
        return String(text)
    }

    private func person(
        cardType: Int?,
        surname: String?,
        given: String?
    ) throws(CareCertificateError) -> CertifiedPerson {
        let common = try subject.required(.commonName)
        guard let id = ProfessionalID(common) else { throw .invalid(.commonName) }
        let organisation = try subject.optional(.organisation)
        let structure = try structure()
        let (profession, isTraining) = try profession()
        let kind = try kind(cardType: cardType, id: id, isTraining: isTraining)
        let name: PersonName
        let naming: CertifiedPerson.Naming
        switch (surname, given) {
        case (let surname?, let given?):
            name = PersonName(family: surname, given: given)
            naming = .nominative
        case (nil, nil) where kind == .employee:
            // A service card: authors of messages write O as family name and CN as given name.
            guard let organisation else { throw .missing(.organisation) }
            name = PersonName(family: organisation, given: common)
            naming = .service
        case (nil, _): throw .missing(.surname)
        case (_, nil): throw .missing(.givenName)
        }
        if kind == .employee, structure == nil { throw .missing(.unit) }
        return CertifiedPerson(
            id: id,
            name: name,
            naming: naming,
            kind: kind,
            profession: profession,
            specialties: try extensions.texts(.specialties).map { Code($0, CodeSystem.specialty) },
            structure: structure,
            organisation: organisation
        )
    }

    private func structure() throws(CareCertificateError) -> StructureID? {
        guard let unit = try subject.optional(.unit) else { return nil }
        guard let id = StructureID(unit) else { throw .invalid(.unit) }
        return id
    }

    private func profession() throws(CareCertificateError) -> (code: Code?, isTraining: Bool) {
        if let number = try extensions.integer(.profession) {
            return (Code("\(number)", CodeSystem.profession), false)
        }
        guard let number = try extensions.integer(.professionInTraining) else { return (nil, false) }
        return (Code("\(number)", CodeSystem.professionInTraining), true)
    }

    /// TRE_G02; a software certificate of a person has no card type.
    private func kind(cardType: Int?, id: ProfessionalID, isTraining: Bool) throws(CareCertificateError) -> HolderKind {
        switch cardType {
        case 0:
            guard try extensions.integer(.profession) != nil else { throw .missingExtension(.profession) }
            return .professional
        case 1: return .trainee
        case 2, 3: return .employee
        case nil:
            if isTraining { return .trainee }
            return id.register == .rpps || id.register == .adeli ? .professional : .employee
        default: throw .unknownValue(.cardType)
        }
    }

}
