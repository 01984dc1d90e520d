import Custody
import DMPWire
import HealthRecord
import RecordService
import SOAPWire

extension XDSDoor {
    /// TD0.2 and TD1.3a: whether a record stands, and how the sender stands to it.
    func queryPatient(_ exchange: Exchange) async throws(SOAPFault) -> Answer {
        let query: PatientQuery
        do { query = try PatientQuery(exchange.payload) } catch { throw error.fault }
        var reason: RefusalReason?
        let outcome: PatientQueryAnswer.Outcome
        var details: [HL7Acknowledgement.Detail] = []
        do throws(ServiceError) {
            try service.check(query.patient, against: exchange.visit)
            outcome = try await file(query, exchange).map { .found($0) } ?? .notFound
        } catch {
            (outcome, details) = try error.patientOutcome(exchange.correlation)
            reason = error.reason
        }
        let answer = PatientQueryAnswer(
            to: query,
            id: InstanceID(ids()),
            creationTime: HL7Time(exchange.now),
            outcome: outcome,
            details: details
        )
        var reply = Answer(reason: reason) { answer.write(&$0) }
        if case .notFound = outcome { reply.tellsOfNothing = true }
        return reply
    }

    private func file(_ query: PatientQuery, _ exchange: Exchange) async throws(ServiceError) -> PatientFile? {
        let readsAll = query.reason == .administrativeData
        guard let found = try await service.standing(exchange.visit, readingTraits: readsAll) else { return nil }
        let standing = found.standing
        var file = PatientFile(
            identifiers: [query.patient],
            status: PatientFileStatus(standing.state, closureText: standing.closureText),
            authorisation: standing.authorisation,
            isTreatingPhysician: standing.isTreatingPhysician,
            traits: found.traits,
            hasInternetAccount: standing.state == .open(internet: .active),
            isAttachedToENS: standing.isAttachedToENS
        )
        // Address, ways to reach the person and wishes are administrative data: TD1.3a only.
        if readsAll { file.add(try await service.administrativeData(exchange.visit)) }
        return file
    }
}

extension PatientFile {
    fileprivate mutating func add(_ data: AdministrativeData) {
        if !data.identifiers.isEmpty { identifiers = data.identifiers }
        isDeceased = data.isDeceased
        address = data.traits.addressTold
        if let phone = data.phone { telecoms.append(PatientTelecom(value: "tel:" + phone, use: "MC")) }
        if let email = data.email { telecoms.append(PatientTelecom(value: "mailto:" + email)) }
        relationships = data.representatives.map { line in
            PatientRelationship(code: line.relationship, family: line.name.family, given: line.name.given)
        }
        hasInternetAccount = data.isInternetOpen
        refusesBreakGlass = data.emergency.refusesBreakGlass
        refusesRegulation = data.emergency.refusesRegulation
    }
}

extension AdministrativeData.RepresentativeLine {
    /// The tie as HL7 codes it (2.16.840.1.113883.1.11.19579); who is appointed by a court is responsible, and no relative.
    fileprivate var relationship: String {
        switch (kind, sex) {
        case (.parent, .male): "FTH"
        case (.parent, .female): "MTH"
        case (.parent, _), (.guardian, _), (.representation, _), (.assistance, _), (.carer, _): "RESPRSN"
        }
    }
}
