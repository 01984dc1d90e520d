import Custody
import HTTPTypes
import HealthRecord
import Hummingbird
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 14: a refusal by name, stated by the treating physician or an administrator at the patient's request (PDT-INF-527 § 5.3),
/// and lifted by the same one at the same request.
extension CareDoor {
    /// What becomes of a refusal; the raw value is told to the page that follows.
    enum RefusalChange: String {
        case record = "bloquer"
        case lift = "debloquer"
    }

    /// Somebody about whom it is stated: how he is shown, and what is done.
    private struct Stated {
        let name: String
        let gesture: RefusalPage.Gesture
        let carryOut: (Visit) async throws -> Void
    }

    func refusalForm(_ change: RefusalChange) -> @Sendable (Turn, Consultation) async throws -> Answer {
        { turn, now in
            guard let stated = try await stated(change, turn, now) else {
                return .trouble(.notFound, handle: now.handle)
            }
            return .page(page(stated, turn, now))
        }
    }

    func changeRefusal(_ change: RefusalChange) -> @Sendable (Turn, Consultation, FormFields) async throws -> Answer {
        { turn, now, form in
            guard let stated = try await stated(change, turn, now) else {
                return .trouble(.notFound, handle: now.handle)
            }
            guard form.isTicked(Names.asked) else {
                let faults = [FieldFault(Names.asked, CareRequestText.askedFault.phrase)]
                return .page(page(stated, turn, now, faults), status: .unprocessableContent)
            }
            try await stated.carryOut(now.visit)
            return .see(Paths.chart(now.handle, .authorisations) + "?\(Names.done)=\(change.rawValue)")
        }
    }

    private func page(
        _ stated: Stated,
        _ turn: Turn,
        _ now: Consultation,
        _ faults: [FieldFault] = []
    ) -> RefusalPage {
        RefusalPage(
            handle: now.handle,
            who: turn.parameters.get("who") ?? "",
            name: stated.name,
            gesture: stated.gesture,
            faults: faults
        )
    }

    private func stated(_ change: RefusalChange, _ turn: Turn, _ now: Consultation) async throws -> Stated? {
        switch change {
        case .record: try await named(turn, now).map { recording($0, now) }
        case .lift: try await recorded(turn, now).map(lifting)
        }
    }

    private func recording(_ leave: Authorisation, _ now: Consultation) -> Stated {
        let block = Block(subject: leave.subject, name: leave.name, profession: leave.profession, since: now.now)
        return Stated(
            name: NameText.titled(leave),
            gesture: .record(
                ProfessionText.label(leave.profession, leave.bearer),
                NameText.structure(leave.structure)
            ),
            carryOut: { visit in _ = try await service.blockAtRequest(block, visit) }
        )
    }

    private func lifting(_ block: Block) -> Stated {
        Stated(
            name: block.profession.map { NameText.titled(block.name, $0) } ?? block.name.spoken,
            gesture: .lift(block.profession.map(ProfessionText.label), since: DateText.date(block.since)),
            carryOut: { visit in _ = try await service.unblockAtRequest(block.subject, visit) }
        )
    }

    /// The refusal that the address names, among those that the actor may lift.
    private func recorded(_ turn: Turn, _ now: Consultation) async throws -> Block? {
        let list = try await service.authorisations(now.visit)
        guard list.role.actsForHolder, let who = turn.parameters.get("who") else {
            return nil
        }
        return list.blocks.first { list.offers.liftable.contains($0.subject) && mark($0.subject, now) == who }
    }

    /// The one whom the address names, among those whom the actor may refuse.
    private func named(_ turn: Turn, _ now: Consultation) async throws -> Authorisation? {
        let list = try await service.authorisations(now.visit)
        guard list.role.actsForHolder, let who = turn.parameters.get("who") else {
            return nil
        }
        return list.authorisations.first { list.offers.blockable.contains($0.subject) && mark($0.subject, now) == who }
    }

    /// A subject's name in addresses.
    func mark(_ subject: CareSubject, _ now: Consultation) -> String {
        mark(subject.text, in: now.chart)
    }
}
