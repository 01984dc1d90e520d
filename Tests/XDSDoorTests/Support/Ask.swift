import Custody
import DMPWire
import HTTPTypes
import HealthRecord
import SOAPWire
import SafeXML
import SampleRecords
import Testing
import XDSWire

/// A request as a client sends it.
struct Ask {
    var service: String
    var contentType = "application/soap+xml; charset=UTF-8"
    var encoding: String?
    var body: [UInt8]
    var certificate: [UInt8]? = World.certificate

    var headers: HTTPFields {
        var headers: HTTPFields = [.contentType: contentType]
        headers[.contentEncoding] = encoding
        return headers
    }

    var text: String {
        get { String(decoding: body, as: UTF8.self) }
        set { body = Array(newValue.utf8) }
    }

    /// The same with one text for another.
    func replacing(_ old: String, _ new: String) -> Ask {
        var ask = self
        ask.text = text.replacing(old, with: new)
        return ask
    }

    /// Who asks for whose record, under an assertion of its own unless stated.
    struct Sender {
        var who = "gp"
        var patient: INS?
        var assertion: String?
        var mode = AccessMode.normal
        /// Another sector or profession than the population gives.
        var sector: String?
        var role: String?
        var authentication = AuthenticationMode.direct
        /// Another holder than the population's: a structure by its certificate.
        var holder: HolderKind?
    }

    static func soap(
        _ service: String,
        _ action: DMPAction,
        _ sender: Sender,
        _ world: World,
        version: SOAPVersion = .v12,
        _ payload: (inout XMLWriter) -> Void
    ) -> Ask {
        let assertion = TestAssertion.bytes(
            sender.who,
            sender.patient,
            id: sender.assertion ?? "_" + world.source.id().text,
            mode: sender.mode,
            sector: sender.sector,
            role: sender.role,
            authentication: sender.authentication,
            holder: sender.holder
        )
        var ask = Ask(
            service: service,
            body: SOAPWriter.request(
                action,
                messageID: world.source.id().urn,
                to: "https://essai.example/" + service,
                security: assertion,
                version: version,
                payload: payload
            )
        )
        if version == .v11 { ask.contentType = "text/xml; charset=utf-8" }
        return ask
    }

    static func authorise(_ who: String, _ key: String, _ world: World) throws -> Ask {
        habilitation(.authorise, Sender(who: who, patient: try world.patient(key).ins), world)
    }

    static func habilitation(_ change: SetAuthorization, _ sender: Sender, _ world: World) -> Ask {
        soap("habilitations", .setAuthorization, sender, world) { change.write(&$0) }
    }

    static func webAccess(_ sender: Sender, _ world: World) -> Ask {
        soap("habilitations", .openWebAccess, sender, world) { OpenWebAccess().write(&$0) }
    }

    static func authorisations(_ query: AuthorizationListQuery, _ sender: Sender, _ world: World) -> Ask {
        soap("habilitations", .listAuthorizationByPatient, sender, world) { query.write(&$0) }
    }

    static func patient(
        _ reason: PatientQuery.Reason,
        _ patient: INS,
        _ sender: Sender,
        _ world: World
    ) -> Ask {
        let query = PatientQuery(
            header: HL7MessageHeader(
                id: InstanceID(OID(literal: "1.2.250.1.999.1.1"), world.source.id().text),
                creationTime: HL7Time(World.now),
                processing: .debugging,
                receiver: .dmp,
                sender: HL7Device(id: OID(literal: "1.2.250.1.999.1"), softwareName: "Essai")
            ),
            reason: reason,
            queryID: InstanceID(OID(literal: "1.2.250.1.999.1.2"), world.source.id().text),
            patient: patient
        )
        return soap("patients", .patientQuery, sender, world) { query.write(&$0) }
    }

    static func query(
        _ query: StoredQuery,
        _ sender: Sender,
        _ world: World,
        as returnType: ReturnType = .leafClass
    ) -> Ask {
        let request = StoredQueryRequest(query, returnType: returnType)
        return soap("registry", .storedQuery, sender, world) { request.write(into: &$0) }
    }

    static func findDocuments(_ sender: Sender, _ world: World) throws -> Ask {
        let patient = PatientIdentifier(try #require(sender.patient))
        let statuses = Set(AvailabilityStatus.allCases)
        return query(.findDocuments(FindDocumentsCriteria(patient: patient, statuses: statuses)), sender, world)
    }

    static func retrieve(
        _ documents: [OID],
        from repository: OID = World.repository,
        _ sender: Sender,
        _ world: World
    ) -> Ask {
        let request = RetrieveRequest(documents.map { DocumentReference(repository: repository, document: $0) })
        return soap("repository", .retrieve, sender, world) { request.write(into: &$0) }
    }

    static func update(_ update: MetadataUpdateRequest, _ sender: Sender, _ world: World) -> Ask {
        soap("registry", .updateDocumentSet, sender, world) { update.write(into: &$0) }
    }

    /// Puts a plain request in parts.
    func inParts(_ parts: [(String, [UInt8])] = [], boundary: String = "essai-frontiere") throws -> Ask {
        let writer = try #require(MultipartWriter(boundary: boundary, rootID: "root@essai"))
        var ask = self
        ask.contentType = writer.contentType(action: "urn:anything").text
        ask.body = try #require(
            writer.body(root: body, attachments: parts.map { ($0.0, ContentType("text/xml", parameters: [:]), $0.1) })
        )
        return ask
    }
}
