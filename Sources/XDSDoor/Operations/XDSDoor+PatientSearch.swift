import Custody
import DMPWire
import HealthRecord
import RecordService
import SOAPWire

extension XDSDoor {
    /// TD0.5: who has these traits; for a regulation centre that has no INS.
    func searchPatient(_ exchange: Exchange) async throws(SOAPFault) -> Answer {
        let search: PatientSearch
        do { search = try PatientSearch(exchange.payload) } catch { throw error.fault }
        var reason: RefusalReason?
        var outcome: PatientSearchAnswer.Outcome = .failed
        var details: [HL7Acknowledgement.Detail] = []
        do throws(ServiceError) {
            let found = try await service.search(PersonQuery(search.traits), exchange.visit)
            outcome = .found(found.filter { search.traits.allow($0.traits) }.map { PatientSearchAnswer.Candidate($0) })
        } catch {
            if let fault = error.exchangeFault { throw fault }
            reason = error.reason
            if let code = error.dmpCode {
                details = [HL7Acknowledgement.Detail(code: code, text: error.complaint.sentence(exchange.correlation))]
            } else {
                outcome = .found([])
            }
        }
        let answer = PatientSearchAnswer(
            to: search,
            id: InstanceID(ids()),
            creationTime: HL7Time(exchange.now),
            outcome: outcome,
            details: details
        )
        return Answer(reason: reason) { answer.write(&$0) }
    }
}

extension PersonQuery {
    /// The search as the custodian knows it.
    fileprivate init(_ traits: PatientSearch.Traits) {
        self.init(
            family: traits.family,
            given: traits.given,
            isPartial: traits.isPartial,
            sex: traits.sex,
            birthDate: traits.birth.flatMap { $0.precision >= .day ? $0.start.date : nil },
            city: traits.city,
            postalCode: traits.postalCode
        )
    }
}

extension PatientSearch.Traits {
    /// What the custodian is not asked: a year or month of birth alone.
    fileprivate func allow(_ found: PatientTraits) -> Bool {
        guard let birth, birth.precision < .day else { return true }
        return found.birthDate.hl7.hasPrefix(birth.hl7)
    }
}

extension PatientSearchAnswer.Candidate {
    fileprivate init(_ found: FoundPerson) {
        var file = PatientFile(identifiers: found.identifiers, status: .active, traits: found.traits)
        file.address = found.traits.addressTold
        file.refusesRegulation = found.refusesRegulation
        self.init(file: file, percentage: found.percentage)
    }
}
