import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 14: a refusal by name of somebody without a leave, who broke the glass or whom the patient names.
extension CareDoor {
    /// Whether the actor may refuse somebody who is not on the list; the directory says who that is.
    func mayBlockAnother(_ list: AuthorisationList) -> Bool {
        settings.professionals != nil && list.role.actsForHolder && list.offers.acts.contains(.unblock)
    }

    func blockAnotherForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        guard mayBlockAnother(try await service.authorisations(now.visit)) else {
            return .trouble(.notFound, handle: now.handle)
        }
        return .page(AnotherRefusalPage(handle: now.handle, form: ColleagueForm(), directory: unasked))
    }

    func blockAnother(_ turn: Turn, _ now: Consultation, _ form: FormFields) async throws -> Answer {
        guard mayBlockAnother(try await service.authorisations(now.visit)) else {
            return .trouble(.notFound, handle: now.handle)
        }
        let filled = ColleagueForm(searching: form)
        let directory = await ask(filled)
        func page(_ faults: [FieldFault]) -> Answer {
            .page(
                AnotherRefusalPage(handle: now.handle, form: filled, directory: directory, faults: faults),
                status: faults.isEmpty ? .ok : .unprocessableContent
            )
        }
        guard form.only(Names.search) == nil else { return page(directory.faults) }
        var (member, faults) = await named(filled, directory, now)
        if member?.subject == now.stay.actor.subject {
            faults.append(FieldFault(Names.listed, CareRequestText.ownName.phrase))
        }
        if !form.isTicked(Names.asked) {
            faults.append(FieldFault(Names.asked, CareRequestText.askedFault.phrase))
        }
        guard faults.isEmpty, let member else { return page(faults) }
        let block = Block(
            subject: member.subject,
            name: member.name,
            profession: member.profession,
            since: now.now
        )
        _ = try await service.blockAtRequest(block, now.visit)
        return .see(Paths.chart(now.handle, .authorisations) + "?\(Names.done)=\(RefusalChange.record.rawValue)")
    }
}

extension ColleagueForm {
    /// A form that looks somebody up and describes nobody by hand.
    fileprivate init(searching form: some FilledForm) {
        let sent = ColleagueForm(form)
        self.init()
        sought = sent.sought
        listed = sent.listed
    }
}
