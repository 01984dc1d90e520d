import Custody
import DMPWire
import HealthRecord
import RecordService
import SOAPWire

extension XDSDoor {
    /// TD0.4: the records that the sender is authorised on and that have changed.
    func listPatients(_ exchange: Exchange) async throws(SOAPFault) -> Answer {
        let asked: PatientListQuery
        do { asked = try PatientListQuery(exchange.payload) } catch { throw error.fault }
        let answer: PatientListAnswer
        var reason: RefusalReason?
        do throws(ServiceError) {
            let lines = try await service.myPatients(
                StandingQuery(
                    since: asked.since.start,
                    basis: asked.kind == .document ? .lastDocument : .lastAuthorisation,
                    owner: asked.owner
                ),
                exchange.visit
            )
            answer = PatientListAnswer(lines.map { PatientListEntry($0) })
        } catch {
            answer = PatientListAnswer([], outcome: try error.outcome(exchange.correlation))
            reason = error.reason
        }
        return Answer(reason: reason) { answer.write(&$0) }
    }
}

extension PatientListEntry {
    fileprivate init(_ line: StandingLine) {
        self.init(
            identifiers: line.identifiers,
            lastName: line.traits == nil ? line.name.family : line.traits?.usedFamilyName,
            birthName: line.traits?.birthFamilyName,
            firstName: line.name.given,
            birthDate: line.birthDate,
            isTreatingPhysician: line.isTreatingPhysician,
            hasMessage: line.hasMessage,
            lastAccess: line.lastAccess.map { HL7Time($0) },
            lastUpdate: line.lastUpdate.map { HL7Time($0) },
            lastDeposit: line.lastAdd.map { HL7Time($0) }
        )
    }
}
