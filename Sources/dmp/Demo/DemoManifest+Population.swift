import HealthRecord
import SampleRecords

extension DemoManifest {
    /// The world's people with the places of their cards; codes and addresses come as they are known.
    init(population: SamplePopulation) {
        portal = ""
        services = ""
        ca = "pki/ca.pem"
        outbox = "outbox/"
        patients = population.patients.map { Patient($0, on: population.now.date) }
        representatives = population.patients.flatMap { patient in
            patient.representatives.map { Representative($0, for: patient) }
        }
        professionals = population.professionals.map { Professional($0) }
        structures = population.structures.map { Structure($0) }
    }
}

extension DemoManifest.Patient {
    fileprivate init(_ patient: SamplePatient, on day: CalendarDate) {
        let name = patient.traits.name
        self.init(
            ins: patient.ins.matricule.text,
            insOID: patient.ins.root.rawValue,
            family: name.family,
            given: name.given,
            birthDate: patient.traits.birthDate.iso8601,
            sex: patient.traits.sex.rawValue,
            secretCode: patient.signsIn(on: day) ? patient.secretCode : nil,
            email: patient.email,
            phone: patient.phone,
            treatingPhysician: nil,
            state: "\(patient.standing)",
            openingCode: nil,
            activationCode: nil
        )
    }
}

extension DemoManifest.Representative {
    fileprivate init(_ person: SampleRepresentative, for patient: SamplePatient) {
        self.init(
            ins: person.ins.matricule.text,
            insOID: person.ins.root.rawValue,
            family: person.name.family,
            given: person.name.given,
            birthDate: person.birthDate.iso8601,
            kind: person.kind.rawValue,
            secretCode: person.secretCode,
            email: person.email,
            phone: person.phone,
            actsFor: patient.ins.matricule.text
        )
    }
}

extension DemoManifest.Professional {
    fileprivate init(_ professional: SampleProfessional) {
        let structure = professional.workplace.structure
        let path = "pki/professionals/" + professional.key
        self.init(
            nationalId: professional.id.text,
            family: professional.name.family,
            given: professional.name.given,
            profession: professional.profession.role.value,
            specialty: professional.profession.specialty?.value,
            structure: .init(nationalId: structure.id.text, name: structure.name, sector: structure.sector.value),
            authenticationCertificate: path + "-authentication.pem",
            authenticationKey: path + "-authentication.key",
            signatureCertificate: path + "-signature.pem",
            signatureKey: path + "-signature.key"
        )
    }
}

extension DemoManifest.Structure {
    fileprivate init(_ sample: SampleStructure) {
        let path = "pki/structures/" + sample.key
        self.init(
            nationalId: sample.structure.id.text,
            name: sample.structure.name,
            sector: sample.structure.sector.value,
            authenticationCertificate: path + "-authentication.pem",
            authenticationKey: path + "-authentication.key",
            sealCertificate: path + "-signature.pem",
            sealKey: path + "-signature.key"
        )
    }
}

extension SamplePatient {
    /// Whether this person signs in: a child's record is read by those who act for the child.
    fileprivate func signsIn(on day: CalendarDate) -> Bool { standing != .notOpened && !isMinor(on: day) }
}
