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
            let found = try await service.standing(
                exchange.visit,
                readingTraits: query.reason == .administrativeData
            )
            outcome = found.map { .found(file($0, of: query)) } ?? .notFound
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

    private func file(_ found: RecordStanding, of query: PatientQuery) -> PatientFile {
        let standing = found.standing
        var file = PatientFile(
            identifiers: [query.patient],
            status: PatientFileStatus(standing.state),
            authorisation: standing.authorisation,
            isTreatingPhysician: standing.isTreatingPhysician,
            traits: found.traits,
            hasInternetAccount: standing.state == .open(internet: .active),
            isAttachedToENS: settings.isAttachedToENS
        )
        // Address and wishes are administrative data: TD1.3a only.
        guard query.reason == .administrativeData else { return file }
        if !found.traits.address.isEmpty { file.address = PatientAddress(streetLines: found.traits.address) }
        file.refusesBreakGlass = standing.emergency.refusesBreakGlass
        file.refusesRegulation = standing.emergency.refusesRegulation
        return file
    }
}
