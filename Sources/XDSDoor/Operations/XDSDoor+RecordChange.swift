import Custody
import DMPWire
import HealthRecord
import RecordService
import SOAPWire

extension XDSDoor {
    /// TD1.1, TD1.2, TD1.3b, TD1.4: opens a record, opens it again, changes its data, closes it.
    func changeRecord(_ exchange: Exchange) async throws(SOAPFault) -> Answer {
        let change: RecordChange
        do { change = try RecordChange(exchange.payload) } catch { throw error.fault }
        var reason: RefusalReason?
        var details: [HL7Acknowledgement.Detail] = []
        do throws(ServiceError) {
            try service.check(change.patient, against: exchange.visit)
            try checkAuthor(of: change, exchange)
            try await carryOut(change, exchange)
        } catch {
            if let fault = error.exchangeFault { throw fault }
            let code = error.dmpCode ?? "DMPUnknownPatient"
            let said = error.dmpCode == nil ? ServiceError.unknownPatient : error
            details = [HL7Acknowledgement.Detail(code: code, text: said.complaint.sentence(exchange.correlation))]
            reason = error.reason
        }
        let id = InstanceID(ids())
        let time = HL7Time(exchange.now)
        let answer =
            reason == nil
            ? RecordChangeAnswer(accepting: change, remarks(on: change, exchange), id: id, creationTime: time)
            : RecordChangeAnswer(refusing: change, details, id: id, creationTime: time)
        return Answer(reason: reason) { answer.write(&$0) }
    }

    /// What an accepted message told and the record has no place for.
    private func remarks(on change: RecordChange, _ exchange: Exchange) -> [HL7Acknowledgement.Detail] {
        switch change.request {
        case .reactivate, .close: return []
        case .create, .modify: break
        }
        guard change.file.telecoms.holdsUnkept else { return [] }
        let complaint = Complaint(
            "le dossier garde un numéro mobile et une adresse électronique ; les autres moyens ne sont pas gardés",
            remedy: "send one MC number, or one without use, and one mailto",
            element: "patientPerson/telecom"
        )
        let text = complaint.sentence(exchange.correlation)
        return [HL7Acknowledgement.Detail(code: "DMPTelecomNotSaved", text: text, severity: .warning)]
    }

    /// The author that a message states is the one that its assertion proves, or the message is somebody else's.
    private func checkAuthor(of change: RecordChange, _ exchange: Exchange) throws(ServiceError) {
        guard let author = change.author else { return }
        guard case .care(let actor) = exchange.visit.actor, author.structure == actor.structure.id,
            author.person == nil || author.person == actor.person
        else { throw .otherAuthor }
    }

    private func carryOut(_ change: RecordChange, _ exchange: Exchange) async throws(ServiceError) {
        let file = change.file
        var traits = file.traits
        let address = file.address
        traits?.address = address?.lines ?? []
        traits?.addressParts = address
        switch change.request {
        case .create(let consent):
            guard let traits else { return }
            try await service.openByProfessional(
                ProfessionalOpening(
                    traits: traits,
                    // Consent that is not stated is none (EX_1.1-1010).
                    consent: consent ?? false,
                    // Of what the message says nothing, the record's set decides.
                    emergency: StatedWishes(
                        refusesBreakGlass: file.refusesBreakGlass,
                        refusesRegulation: file.refusesRegulation
                    ),
                    phone: file.telecoms.phone,
                    email: file.telecoms.email
                ),
                exchange.visit
            )
        case .reactivate(let consent):
            try await service.reopen(consent: consent ?? false, exchange.visit)
        case .modify:
            // The message holds the whole person: what it leaves out is taken away, but for wishes that it does not state.
            try await service.updateAdministrativeData(
                AdministrativeChange(
                    traits: traits,
                    channels: ChannelChange(
                        phone: file.telecoms.phone ?? "",
                        email: file.telecoms.email ?? "",
                        address: traits?.address
                    ),
                    emergency: try await wishes(of: file, exchange)
                ),
                exchange.visit
            )
        case .close(let closure):
            guard let reason = closure.reason ?? (closure.reasonCode == nil ? .holderRequest : nil) else {
                throw .unknownClosureReason
            }
            try await service.closeByProfessional(reason: reason, text: closure.text ?? "", exchange.visit)
        }
    }

    /// The wishes as they shall be; nil where the message states none of them.
    private func wishes(of file: PatientFile, _ exchange: Exchange) async throws(ServiceError) -> EmergencyWishes? {
        guard file.refusesBreakGlass != nil || file.refusesRegulation != nil else { return nil }
        var wishes = try await service.administrativeData(exchange.visit).emergency
        wishes.refusesBreakGlass = file.refusesBreakGlass ?? wishes.refusesBreakGlass
        wishes.refusesRegulation = file.refusesRegulation ?? wishes.refusesRegulation
        return wishes
    }
}

extension [PatientTelecom] {
    /// The number that text messages go to: a mobile's, or else the first whose use is not said; one at home takes none.
    var phone: String? { mobile.map { String($0.value.dropFirst(4)) } }

    /// The first address of e-mail.
    var email: String? { mail.map { String($0.value.dropFirst(7)) } }

    /// Whether there are ways to reach the person that the record has no place for.
    var holdsUnkept: Bool { contains { $0 != mobile && $0 != mail } }

    private var mobile: PatientTelecom? {
        let numbers = filter { $0.value.hasPrefix("tel:") }
        return numbers.first { $0.uses.contains("MC") } ?? numbers.first { $0.uses.isEmpty }
    }

    private var mail: PatientTelecom? { first { $0.value.hasPrefix("mailto:") } }
}

extension PatientTelecom {
    /// The uses that are stated; HL7 lets a way have several.
    fileprivate var uses: [Substring] { use?.split(whereSeparator: \.isWhitespace) ?? [] }
}
