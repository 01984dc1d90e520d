import Custody
import HealthRecord
import SafeXML
import SampleRecords

/// An assertion that says plainly who asks for whom; what real ones must prove is tested where they are read.
enum TestAssertion {
    static let namespace = "urn:oasis:names:tc:SAML:2.0:assertion"

    static func bytes(
        _ who: String,
        _ patient: INS?,
        id: String,
        mode: AccessMode = .normal,
        sector: String? = nil,
        role: String? = nil,
        authentication: AuthenticationMode = .direct,
        holder: HolderKind? = nil
    ) -> [UInt8] {
        var writer = XMLWriter()
        var reason: String?
        if case .breakGlass(let stated) = mode { reason = stated }
        writer.start(
            "saml2:Assertion",
            [
                "ID": id, "who": who, "patient": patient?.matricule.text,
                "mode": mode == .normal ? nil : mode.code, "reason": reason, "sector": sector, "role": role,
                "authentication": authentication == .direct ? nil : authentication.rawValue,
                "holder": holder?.rawValue,
            ]
        )
        writer.declare("saml2", namespace)
        return writer.finish()
    }

    static func verify(
        _ envelope: [UInt8],
        _ certificate: [UInt8],
        among people: SamplePopulation,
        _ source: Source
    ) throws(EvidenceFault) -> CareEvidence {
        guard certificate == World.certificate else {
            throw EvidenceFault(
                code: "DMPInvalidCertificate",
                element: "TLS",
                remedy: "connect with the certificate of the structure"
            )
        }
        let document = try? XMLDocument(parsing: envelope, limits: .soapEnvelope)
        guard let found = document?.root.descendants("Assertion", in: namespace).first(where: { _ in true }),
            let person = people.professional(found.attribute("who") ?? ""), let id = found.attribute("ID")
        else {
            throw EvidenceFault(
                code: "DMPInvalidVIHF",
                element: "Assertion/Subject/NameID",
                remedy: "state the holder of the card"
            )
        }
        return CareEvidence(
            actor: actor(person.actor(), found),
            mode: mode(found),
            patient: found.attribute("patient").flatMap { INS($0, root: INSRoot.test.rawValue) },
            // For tests that send the same bytes often.
            assertionID: id == "_any" ? "any-\(source.next())" : id,
            software: "Logiciel d'essai",
            isSecretConnection: false,
            structureStanding: .vouched
        )
    }

    private static func actor(_ actor: CareActor, _ assertion: XMLElement) -> CareActor {
        CareActor(
            person: actor.person,
            name: actor.name,
            profession: assertion.attribute("role").map {
                Profession(role: Code($0, CodeSystem.nonProfession))
            } ?? actor.profession,
            structure: assertion.attribute("sector").map {
                Structure(id: actor.structure.id, name: actor.structure.name, sector: Code($0, CodeSystem.sector))
            } ?? actor.structure,
            holder: assertion.attribute("holder").flatMap(HolderKind.init) ?? actor.holder,
            authentication: assertion.attribute("authentication").flatMap(AuthenticationMode.init)
                ?? actor.authentication
        )
    }

    private static func mode(_ assertion: XMLElement) -> AccessMode {
        switch assertion.attribute("mode") {
        case AccessMode.regulation.code: .regulation
        case AccessMode.breakGlass(reason: "").code: .breakGlass(reason: assertion.attribute("reason") ?? "")
        default: .normal
        }
    }
}
