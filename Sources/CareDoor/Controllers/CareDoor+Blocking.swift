import Custody
import HTTPTypes
import HealthRecord
import Hummingbird
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 14: a refusal by name, stated by the treating physician at the patient's request (PDT-INF-527 § 5.3), and lifted by the
/// same physician at the same request.
extension CareDoor {
    func blockForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        guard let leave = try await named(turn, now) else { return .trouble(.notFound, handle: now.handle) }
        return .page(blockPage(leave, turn, now))
    }

    private func blockPage(
        _ leave: Authorisation,
        _ turn: Turn,
        _ now: Consultation,
        _ faults: [FieldFault] = []
    ) -> BlockPage {
        BlockPage(
            handle: now.handle,
            who: turn.parameters.get("who") ?? "",
            name: NameText.titled(leave.name, leave.profession),
            profession: ProfessionText.label(leave.profession),
            structure: NameText.structure(leave.structure),
            faults: faults
        )
    }

    func block(_ turn: Turn, _ now: Consultation, _ form: FormFields) async throws -> Answer {
        guard let leave = try await named(turn, now) else { return .trouble(.notFound, handle: now.handle) }
        guard form.isTicked(Names.asked) else {
            let faults = [FieldFault(Names.asked, CareRequestText.askedFault.phrase)]
            return .page(blockPage(leave, turn, now, faults), status: .unprocessableContent)
        }
        _ = try await service.blockAtRequest(
            Block(subject: leave.subject, name: leave.name, profession: leave.profession, since: now.now),
            now.visit
        )
        return .see(Paths.chart(now.handle, .authorisations) + "?\(Names.done)=bloquer")
    }

    func liftForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        guard let block = try await recorded(turn, now) else { return .trouble(.notFound, handle: now.handle) }
        return .page(liftPage(block, turn, now))
    }

    private func liftPage(
        _ block: Block,
        _ turn: Turn,
        _ now: Consultation,
        _ faults: [FieldFault] = []
    ) -> LiftPage {
        LiftPage(
            handle: now.handle,
            who: turn.parameters.get("who") ?? "",
            name: block.profession.map { NameText.titled(block.name, $0) } ?? block.name.spoken,
            profession: block.profession.map(ProfessionText.label),
            since: DateText.date(block.since),
            faults: faults
        )
    }

    func lift(_ turn: Turn, _ now: Consultation, _ form: FormFields) async throws -> Answer {
        guard let block = try await recorded(turn, now) else { return .trouble(.notFound, handle: now.handle) }
        guard form.isTicked(Names.asked) else {
            let faults = [FieldFault(Names.asked, CareRequestText.askedFault.phrase)]
            return .page(liftPage(block, turn, now, faults), status: .unprocessableContent)
        }
        _ = try await service.unblockAtRequest(block.subject, now.visit)
        return .see(Paths.chart(now.handle, .authorisations) + "?\(Names.done)=debloquer")
    }

    /// The refusal that the address names, among those that the same treating physician has recorded.
    private func recorded(_ turn: Turn, _ now: Consultation) async throws -> Block? {
        let list = try await service.authorisations(now.visit)
        guard now.stay.actor.person.map(list.treating.contains) == true, let who = turn.parameters.get("who") else {
            return nil
        }
        return list.blocks.first { mark($0.subject, now) == who && $0.recordedBy == now.stay.actor.subject }
    }

    /// The one whom the address names, among those who may read; nobody for whoever is not told who else may.
    private func named(_ turn: Turn, _ now: Consultation) async throws -> Authorisation? {
        let list = try await service.authorisations(now.visit)
        guard now.stay.actor.person.map(list.treating.contains) == true, let who = turn.parameters.get("who") else {
            return nil
        }
        return list.authorisations.first { mark($0.subject, now) == who && $0.subject != now.stay.actor.subject }
    }

    /// A subject's name in addresses.
    func mark(_ subject: CareSubject, _ now: Consultation) -> String {
        seal.handle(of: subject, for: now.chart.ins).text
    }
}
